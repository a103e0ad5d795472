// Before the first turn: the installation's text in plain words, then separate consents, each the player's own tick.
import { type FormEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { FieldIssue } from '../../src/domain/errors.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import type { Info } from '../shared/account.ts';
import type { Api } from '../shared/api.ts';
import { MAIN_ID } from '../shared/landmark.ts';
import { Resources } from '../shared/resources.tsx';
import { AGE_BANDS, countries, EMPTY_INTAKE, type IntakeDraft, intakeBody, intakeIssues } from './intake-form.ts';
import { paragraphsOf } from './prose.ts';

/** Ids of inputs are their paths, so that an issue of the page and one of the gateway find the same place. */
const inputId = (path: string): string => `intake-${path.replaceAll('.', '-')}`;

export function Intake(props: { api: Api; info: Info; onDone: () => void }) {
  const [draft, setDraft] = useState<IntakeDraft>(EMPTY_INTAKE);
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [help, setHelp] = useState<Partial<TurnReply> | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const list = useMemo(() => countries('en'), []);
  const { info } = props;

  const issueAt = (path: string): string | null => issues.find((issue) => issue.path === path)?.message ?? null;
  const change = (part: Partial<IntakeDraft>): void => setDraft((now) => ({ ...now, ...part }));

  function show(found: readonly FieldIssue[], message: string | null): void {
    setIssues(found);
    setWrong(message);
    requestAnimationFrame(() => summary.current?.focus());
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = intakeIssues(draft);
    if (found.length > 0) return show(found, null);
    setBusy(true);
    const answer = await props.api<Partial<TurnReply>>('/v1/players/me/intake', {
      method: 'POST',
      body: intakeBody(draft, info.intakeText.version),
    });
    setBusy(false);
    // Every text is read, here too: words that sound like danger are met with help before anything else.
    if (answer.ok && answer.value.kind === 'help') setHelp(answer.value);
    else if (answer.ok) props.onDone();
    else show(answer.problem.issues, answer.problem.detail);
  }

  const consent = (key: keyof IntakeDraft['consents'], label: string, hint: ReactNode): ReactNode => {
    const path = `consents.${key}`;
    const found = issueAt(path);
    return (
      <div className="consent">
        <input
          type="checkbox"
          id={inputId(path)}
          checked={draft.consents[key]}
          onChange={(event) => change({ consents: { ...draft.consents, [key]: event.target.checked } })}
          aria-invalid={found !== null}
          aria-describedby={`${inputId(path)}-hint`}
        />
        <div>
          <label htmlFor={inputId(path)}>{label}</label>
          <p id={`${inputId(path)}-hint`} className="field__hint">
            {hint}
            {found !== null && <strong className="field__wrong">{found}</strong>}
          </p>
        </div>
      </div>
    );
  };

  return (
    <main id={MAIN_ID} className="intake" tabIndex={-1}>
      <h1>Before you begin</h1>
      <div className="intake__text">
        {info.intakeText.sections.map((section) => (
          <section key={section.title}>
            <h2>{section.title}</h2>
            <p>{section.text}</p>
          </section>
        ))}
      </div>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {(issues.length > 0 || wrong !== null) && (
          <div className="intake__summary" ref={summary} tabIndex={-1} role="alert">
            <p>{wrong ?? 'A little more is needed:'}</p>
            <ul>
              {issues.map((issue) => (
                <li key={issue.path}>
                  <a href={`#${inputId(issue.path)}`} onClick={(event) => focusField(event, inputId(issue.path))}>
                    {issue.message}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <fieldset>
          <legend>About you</legend>
          <div className="field" role="radiogroup" aria-labelledby={`${inputId('ageBand')}-label`}>
            <span id={`${inputId('ageBand')}-label`} className="field__label">
              Your age
            </span>
            <div className="choices">
              {AGE_BANDS.map((band, index) => (
                <label key={band.value} className="choice">
                  <input
                    type="radio"
                    name="ageBand"
                    id={index === 0 ? inputId('ageBand') : undefined}
                    checked={draft.ageBand === band.value}
                    onChange={() => change({ ageBand: band.value })}
                  />
                  {band.label}
                </label>
              ))}
            </div>
            {draft.ageBand === 'under18' && info.minAge >= 18 && (
              <p className="field__hint">
                Under {info.minAge} you can play when a clinic has enrolled you together with a parent or guardian.
              </p>
            )}
            {issueAt('ageBand') !== null && <p className="field__wrong">{issueAt('ageBand')}</p>}
          </div>
          <div className="field">
            <label className="field__label" htmlFor={inputId('country')}>
              The country you are in
            </label>
            <select
              id={inputId('country')}
              value={draft.country}
              onChange={(event) => change({ country: event.target.value })}
              aria-invalid={issueAt('country') !== null}
              aria-describedby={`${inputId('country')}-hint`}
            >
              <option value="">Choose a country</option>
              {list.map((country) => (
                <option key={country.code} value={country.code}>
                  {country.name}
                </option>
              ))}
            </select>
            <p id={`${inputId('country')}-hint`} className="field__hint">
              Used for one thing: to show help that works where you are.
              {issueAt('country') !== null && <strong className="field__wrong">{issueAt('country')}</strong>}
            </p>
          </div>
        </fieldset>
        <fieldset>
          <legend>What you agree to</legend>
          <p className="field__hint">Each is your own choice. You can take any of them back later.</p>
          {consent('play', 'I have read this page and want to play.', 'Needed to begin.')}
          {consent(
            'clinicianMayRead',
            'My care team may read my sessions.',
            'Without it they see only that a session took place.',
          )}
          {consent(
            'crisisContact',
            'A clinician may contact me if my words sound as if I am in danger.',
            'Whether somebody is on duty is said above and at the foot of every page.',
          )}
          {info.modelProvider !== null &&
            consent(
              'modelProvider',
              `My words may be sent to ${info.modelProvider} to help tell the story.`,
              'Without it the story is told from its own written pages.',
            )}
        </fieldset>
        <fieldset>
          <legend>Someone you trust</legend>
          <p className="field__hint">You can leave this empty. It is somebody your care team may call for you.</p>
          {(
            [
              ['contactPerson.name', 'contactName', 'Their name'],
              ['contactPerson.contact', 'contactHow', 'How to reach them'],
            ] as const
          ).map(([path, key, label]) => (
            <div className="field" key={path}>
              <label className="field__label" htmlFor={inputId(path)}>
                {label}
              </label>
              <input
                id={inputId(path)}
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
              {paragraphsOf(help.sentences ?? []).map((paragraph) => (
                <p key={paragraph[0]?.index}>{paragraph.map((sentence) => sentence.text).join(' ')}</p>
              ))}
              <Resources resources={help.resources ?? []} />
            </div>
          </div>
        )}
        <button type="submit" className="button button--main" disabled={busy}>
          Begin
        </button>
      </form>
    </main>
  );
}

/** The summary's links move focus to the field without touching the address, which the page uses for its own place. */
function focusField(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
