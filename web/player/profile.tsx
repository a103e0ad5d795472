// What the story should know: what to keep away from, what the player hopes for, whom they trust. Changed at any time.
import { type FormEvent, useEffect, useId, useMemo, useState } from 'react';
import type { FieldIssue } from '../../src/domain/errors.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import type { Api } from '../shared/api.ts';
import { MAIN_ID } from '../shared/landmark.ts';
import { Resources } from '../shared/resources.tsx';
import { countries } from './intake-form.ts';
import { draftOf, type Profile as Kept, type ProfileDraft, profileIssues, profilePatch } from './profile-form.ts';

export function Profile(props: { api: Api; onConsents: () => void; onSaved: (country: string) => void }) {
  const { api } = props;
  const [kept, setKept] = useState<Kept | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void api<Kept>('/v1/players/me').then((answer) => {
      if (gone) return;
      if (answer.ok) setKept(answer.value);
      else setWrong(answer.problem.detail);
    });
    return () => {
      gone = true;
    };
  }, [api]);
  return (
    <main id={MAIN_ID} className="intake" tabIndex={-1}>
      <p>
        <a href="#/">← Your stories</a>
      </p>
      <h1>What the story should know</h1>
      {wrong !== null && (
        <p className="field__wrong" role="alert">
          {wrong}
        </p>
      )}
      {kept !== null && <Form api={api} kept={kept} onSaved={props.onSaved} onKept={setKept} />}
      <p className="field__hint">
        <button type="button" className="link" onClick={props.onConsents}>
          Read again what you agreed to, and change it
        </button>
      </p>
    </main>
  );
}

function Form(props: { api: Api; kept: Kept; onSaved: (country: string) => void; onKept: (profile: Kept) => void }) {
  const { api, kept } = props;
  const [draft, setDraft] = useState(() => draftOf(kept));
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const [outcome, setOutcome] = useState<{ ok: boolean; text: string } | null>(null);
  const [help, setHelp] = useState<Partial<TurnReply> | null>(null);
  const [busy, setBusy] = useState(false);
  const list = useMemo(() => countries('en'), []);
  const id = useId();
  const change = (part: Partial<ProfileDraft>): void => {
    setDraft((now) => ({ ...now, ...part }));
    setOutcome(null);
  };
  const issueAt = (path: string): string | null => issues.find((issue) => issue.path.startsWith(path))?.message ?? null;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = profileIssues(draft);
    setIssues(found);
    setHelp(null);
    if (found.length > 0) return setOutcome({ ok: false, text: 'Not kept yet: see the lines marked above.' });
    const patch = profilePatch(kept, draft);
    if (Object.keys(patch).length === 0) return setOutcome({ ok: true, text: 'Nothing has changed.' });
    setBusy(true);
    const answer = await api<Kept & Partial<TurnReply>>('/v1/players/me', { method: 'PUT', body: patch });
    setBusy(false);
    if (!answer.ok) {
      setIssues(answer.problem.issues);
      return setOutcome({ ok: false, text: answer.problem.detail });
    }
    // Every text is read, here too: words that sound like danger are met with help before anything is kept.
    if (answer.value.kind === 'help') return setHelp(answer.value);
    props.onKept(answer.value);
    setOutcome({ ok: true, text: 'Kept. The story follows it from its next turn on.' });
    props.onSaved(draft.country);
  }

  const lines = (path: 'goals' | 'avoidHard' | 'avoidSoft', label: string, hint: string) => (
    <div className="field">
      <label className="field__label" htmlFor={`${id}-${path}`}>
        {label}
      </label>
      <textarea
        id={`${id}-${path}`}
        rows={3}
        value={draft[path]}
        onChange={(event) => change({ [path]: event.target.value })}
        aria-invalid={issueAt(path) !== null}
        aria-describedby={`${id}-${path}-hint`}
      />
      <p id={`${id}-${path}-hint`} className="field__hint">
        {hint}
        {issueAt(path) !== null && <strong className="field__wrong">{issueAt(path)}</strong>}
      </p>
    </div>
  );

  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <fieldset>
        <legend>What to keep away from</legend>
        {lines('avoidHard', 'Never in my stories', 'One theme to a line, in your own words.')}
        {lines('avoidSoft', 'Rather not', 'It may be touched lightly where the story needs it.')}
      </fieldset>
      <fieldset>
        <legend>What you hope for</legend>
        {lines('goals', 'What you would like to practise or find', 'One to a line. You can leave this empty.')}
        <label className="check-line">
          <input
            type="checkbox"
            checked={draft.techniques}
            onChange={(event) => change({ techniques: event.target.checked })}
          />
          The story may offer small exercises, such as a way of breathing
        </label>
      </fieldset>
      <fieldset>
        <legend>Where you are, and whom you trust</legend>
        <div className="field">
          <label className="field__label" htmlFor={`${id}-country`}>
            The country you are in
          </label>
          <select
            id={`${id}-country`}
            value={draft.country}
            onChange={(event) => change({ country: event.target.value })}
          >
            {list.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <p className="field__hint">Used for one thing: to show help that works where you are.</p>
        </div>
        {(
          [
            ['contactPerson.name', 'contactName', 'Somebody your care team may call for you'],
            ['contactPerson.contact', 'contactHow', 'How to reach them'],
          ] as const
        ).map(([path, key, label]) => (
          <div className="field" key={path}>
            <label className="field__label" htmlFor={`${id}-${key}`}>
              {label}
            </label>
            <input
              id={`${id}-${key}`}
              value={draft[key]}
              autoComplete="off"
              onChange={(event) => change({ [key]: event.target.value })}
              aria-invalid={issueAt(path) !== null}
            />
            {issueAt(path) !== null && <p className="field__wrong">{issueAt(path)}</p>}
          </div>
        ))}
      </fieldset>
      {help !== null && (
        <div className="turn--help" role="alert">
          <div className="telling">
            {(help.text ?? '').split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <Resources resources={help.resources ?? []} />
          </div>
        </div>
      )}
      <button type="submit" className="button button--main" disabled={busy}>
        Keep this
      </button>
      <output className={outcome?.ok === false ? 'field__wrong' : 'field__hint'}>{outcome?.text}</output>
    </form>
  );
}
