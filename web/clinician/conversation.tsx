// What was written to the player, by the player, and for colleagues only; and the two boxes to write in. The boxes are apart and
// look apart, so that a note never goes to a player by mistake.
import { type FormEvent, type RefObject, useId, useState, useSyncExternalStore } from 'react';
import type { CaseEntry } from '../../src/domain/crisis-case.ts';
import type { Me } from '../shared/account.ts';
import type { CaseDoor } from './case-door.ts';
import type { OpenedCase } from './cases.ts';
import { Part } from './part.tsx';
import { useDraft } from './use-draft.ts';
import { dayAndTime } from './words.ts';

const MESSAGE_MAX = 1000;
const NOTE_MAX = 4000;

export function Conversation(props: {
  door: CaseDoor;
  found: OpenedCase;
  me: Me;
  section: RefObject<HTMLElement | null>;
}) {
  const { door, found, me } = props;
  const entries = found.entries.toSorted((a, b) => a.at - b.at);
  return (
    <Part title="Messages and notes" ref={props.section}>
      {entries.length === 0 ? (
        <p className="page__empty">Nothing was written yet.</p>
      ) : (
        <ol className="entries">
          {entries.map((entry) => (
            <li key={entry.id} className={`entry entry--${entryKind(entry)}`}>
              <p className="entry__who">
                {whoWrote(entry)} <time dateTime={new Date(entry.at).toISOString()}>{dayAndTime(entry.at)}</time>
              </p>
              <p className="entry__text">{entry.text}</p>
            </li>
          ))}
        </ol>
      )}
      <div className="boxes">
        <Message door={door} found={found} me={me} />
        <Note door={door} found={found} />
      </div>
    </Part>
  );
}

function Message({ door, found, me }: { door: CaseDoor; found: OpenedCase; me: Me }) {
  const [text, setText] = useDraft(`${found.caseId}.${found.number}.message`);
  const { busy } = useSyncExternalStore(door.subscribe, door.current);
  const id = useId();
  const mine = found.heldBy?.subject === me.subject;
  const closed = found.status === 'resolved';
  const why = closed
    ? 'The case is resolved: open it again to write.'
    : mine
      ? null
      : found.heldBy === null
        ? 'Acknowledge the case first: the player is told who writes.'
        : `${found.heldBy.displayName} holds the case and writes to the player.`;

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const words = text.trim();
    if (words === '' || words.length > MESSAGE_MAX || why !== null) return;
    if (await door.act('messages', { text: words }, 'Sent. The player sees it in the session with your name.'))
      setText('');
  }

  return (
    <form className="box box--message" onSubmit={(event) => void send(event)}>
      <label htmlFor={id}>To the player</label>
      <textarea
        id={id}
        name="message"
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="box__hint">
        {why ?? `The player reads this as from ${me.displayName}.`}{' '}
        <Count length={text.trim().length} most={MESSAGE_MAX} />
      </p>
      <button
        type="submit"
        className="button button--main"
        disabled={busy !== null || why !== null || text.trim() === ''}
      >
        Send to the player
      </button>
    </form>
  );
}

function Note({ door, found }: { door: CaseDoor; found: OpenedCase }) {
  const [text, setText] = useDraft(`${found.caseId}.${found.number}.note`);
  const [contacted, setContacted] = useState(false);
  const { busy } = useSyncExternalStore(door.subscribe, door.current);
  const id = useId();

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    const words = text.trim();
    if (words === '' || words.length > NOTE_MAX) return;
    const done = contacted ? 'Noted, with the contact.' : 'Noted. Only the care team sees it.';
    if (!(await door.act('note', { text: words, contacted }, done))) return;
    setText('');
    setContacted(false);
  }

  return (
    <form className="box box--note" onSubmit={(event) => void keep(event)}>
      <label htmlFor={id}>Note for the team</label>
      <textarea
        id={id}
        name="note"
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="box__hint">
        The player does not see this. <Count length={text.trim().length} most={NOTE_MAX} />
      </p>
      <label className="check">
        <input type="checkbox" checked={contacted} onChange={(event) => setContacted(event.target.checked)} />I reached
        the player by other means
      </label>
      <button type="submit" className="button" disabled={busy !== null || text.trim() === ''}>
        Keep the note
      </button>
    </form>
  );
}

function Count({ length, most }: { length: number; most: number }) {
  if (length < most * 0.8) return null;
  return (
    <span className={length > most ? 'box__over' : undefined} aria-live="polite">
      {length.toLocaleString('en')} of {most.toLocaleString('en')} characters
    </span>
  );
}

function entryKind(entry: CaseEntry): 'note' | 'player' | 'team' {
  if (entry.kind === 'note') return 'note';
  return entry.from.role === 'player' ? 'player' : 'team';
}

function whoWrote(entry: CaseEntry): string {
  if (entry.kind === 'note') return `${entry.from.displayName}, note for the team`;
  return entry.from.role === 'player' ? 'The player' : `${entry.from.displayName}, to the player`;
}
