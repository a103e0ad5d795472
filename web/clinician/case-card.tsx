// One case: how grave, since when, who holds it, what is due, and the three acts that move it on.
import { type FormEvent, useId, useState } from 'react';
import { type CrisisCase, DISPOSITIONS, type Disposition } from '../../src/domain/crisis-case.ts';
import type { Api } from '../shared/api.ts';
import { clockText, DISPOSITION_LABELS, dueAt, dueLabel, KIND_LABELS, ORIGIN_LABELS, urgencyOf } from './queue.ts';

export function CaseCard(props: { api: Api; found: CrisisCase; now: number; onChanged: () => Promise<void> }) {
  const { api, found, now } = props;
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [resolving, setResolving] = useState(false);
  const headingId = useId();
  const due = dueAt(found);
  // A case whose facts cannot be opened is treated as the gravest.
  const hold = found.evidence.length === 0 || found.evidence.some((evidence) => evidence.response === 'hold');
  const first = found.evidence[0];

  async function act(name: 'acknowledge' | 'release' | 'resolve', body: Record<string, unknown> = {}): Promise<void> {
    setBusy(true);
    setWrong(null);
    const answer = await api(`/v1/crises/${encodeURIComponent(found.caseId)}/${name}`, {
      method: 'POST',
      body: { expectedVersion: found.version, ...body },
    });
    if (answer.ok) setResolving(false);
    else {
      setWrong(
        answer.problem.code === 'case_held'
          ? 'A colleague holds this case.'
          : answer.problem.code === 'version_conflict'
            ? 'The case changed meanwhile. Read it again, then decide.'
            : answer.problem.detail,
      );
    }
    // Busy until the case is read again: an act on the version before this one would be refused.
    await props.onChanged();
    setBusy(false);
  }

  return (
    <article className={`case case--${urgencyOf(found, now)}`} aria-labelledby={headingId} data-case={found.caseId}>
      <header className="case__head">
        <h2 id={headingId}>
          <span className={`level level--${found.level}`}>{found.level}</span> {KIND_LABELS[found.kind]}
        </h2>
        <p className="case__due">
          <span>{dueLabel(found)}</span>
          {due !== null && <strong>{clockText(due, now)}</strong>}
        </p>
      </header>
      <dl className="case__facts">
        <div>
          <dt>Case</dt>
          <dd>
            <code>{found.caseId}</code>
            {found.number > 1 && `, number ${found.number} of this player`}
          </dd>
        </div>
        <div>
          <dt>Opened</dt>
          <dd>
            <time dateTime={new Date(found.openedAt).toISOString()}>
              {new Intl.DateTimeFormat('en-GB', {
                day: 'numeric',
                month: 'short',
                hour: '2-digit',
                minute: '2-digit',
              }).format(found.openedAt)}
            </time>
            {first !== undefined && `, by ${ORIGIN_LABELS[first.origin]}`}
            {found.evidence.length > 1 && `, ${found.evidence.length} times in all`}
          </dd>
        </div>
        <div>
          <dt>Story</dt>
          <dd>
            {found.releasedAt !== null
              ? 'released'
              : hold
                ? 'held until somebody releases it'
                : 'may go on when the player chooses'}
          </dd>
        </div>
        <div>
          <dt>With</dt>
          <dd>{found.heldBy?.displayName ?? 'nobody yet'}</dd>
        </div>
      </dl>
      <div className="case__acts">
        {(found.status === 'open' || found.status === 'unanswered') && (
          <button type="button" className="button button--main" disabled={busy} onClick={() => void act('acknowledge')}>
            Acknowledge
          </button>
        )}
        {hold && found.releasedAt === null && found.status !== 'resolved' && (
          <button type="button" className="button" disabled={busy} onClick={() => void act('release')}>
            Release the story
          </button>
        )}
        {found.status !== 'resolved' && !resolving && (
          <button type="button" className="button" disabled={busy} onClick={() => setResolving(true)}>
            Resolve…
          </button>
        )}
      </div>
      {resolving && (
        <Resolve
          busy={busy}
          onCancel={() => setResolving(false)}
          onResolve={(disposition, note) => void act('resolve', { disposition, note })}
        />
      )}
      <p className="field__wrong" role="alert">
        {wrong}
      </p>
    </article>
  );
}

function Resolve(props: {
  busy: boolean;
  onCancel: () => void;
  onResolve: (disposition: Disposition, note: string) => void;
}) {
  const [disposition, setDisposition] = useState<Disposition | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const id = useId();

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (disposition === null) setMissing(true);
    else props.onResolve(disposition, note.trim());
  }

  return (
    <form className="resolve" onSubmit={submit} noValidate>
      <fieldset aria-describedby={missing ? `${id}-missing` : undefined}>
        <legend>How did it end?</legend>
        <div className="choices">
          {DISPOSITIONS.map((value) => (
            <label key={value} className="choice">
              <input type="radio" name={id} checked={disposition === value} onChange={() => setDisposition(value)} />
              {DISPOSITION_LABELS[value]}
            </label>
          ))}
        </div>
      </fieldset>
      {missing && disposition === null && (
        <p id={`${id}-missing`} className="field__wrong" role="alert">
          Choose how it ended.
        </p>
      )}
      <label className="field__label" htmlFor={`${id}-note`}>
        Note for the record (optional)
      </label>
      <textarea id={`${id}-note`} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className="case__acts">
        <button type="submit" className="button button--main" disabled={props.busy}>
          Resolve the case
        </button>
        <button type="button" className="button button--quiet" onClick={props.onCancel}>
          Not yet
        </button>
      </div>
    </form>
  );
}
