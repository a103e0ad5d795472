// The player's own stories: those that can go on first, those that ended after them, each with its place and when it was read last.
import { useState } from 'react';
import { type SessionListing, statusWord, timeOf, whenRead } from './shelf-words.ts';

/** More than these are behind one tap: whoever comes back wants the last ones. */
const AT_FIRST = 6;

export function ShelfList(props: {
  sessions: readonly SessionListing[];
  titleOf: (session: SessionListing) => string;
}) {
  const open = props.sessions.filter(({ status }) => status !== 'ended');
  const ended = props.sessions.filter(({ status }) => status === 'ended');
  return (
    <>
      <Part title="Go on reading" sessions={open} titleOf={props.titleOf} />
      <Part title="Finished" sessions={ended} titleOf={props.titleOf} />
    </>
  );
}

function Part(props: {
  title: string;
  sessions: readonly SessionListing[];
  titleOf: (session: SessionListing) => string;
}) {
  const { title, sessions, titleOf } = props;
  const [all, setAll] = useState(false);
  if (sessions.length === 0) return null;
  const shown = all ? sessions : sessions.slice(0, AT_FIRST);
  return (
    <section className="shelf__part" aria-label={title}>
      <h2 className="shelf__head">{title}</h2>
      <ul className="shelf__list">
        {shown.map((session) => (
          <li key={session.sessionId} className="story-card">
            <div>
              <h3>{titleOf(session)}</h3>
              <Card session={session} />
            </div>
            <a
              className="button"
              href={`#/story/${session.sessionId}`}
              aria-label={`${goOn(session)}: ${[titleOf(session), session.place].filter(Boolean).join(', ')}`}
            >
              {goOn(session)}
            </a>
          </li>
        ))}
      </ul>
      {shown.length < sessions.length && (
        <button type="button" className="button button--quiet" onClick={() => setAll(true)}>
          Show {sessions.length - shown.length} older
        </button>
      )}
    </section>
  );
}

function goOn(session: SessionListing): string {
  return session.status === 'ended' ? 'Read again' : 'Continue';
}

function Card({ session }: { session: SessionListing }) {
  const word = statusWord(session.status);
  const at = timeOf(session);
  return (
    <p>
      {session.place}
      {session.place && at > 0 && ' · '}
      {at > 0 && <time dateTime={new Date(at).toISOString()}>{whenRead(at, Date.now())}</time>}
      {word !== null && (
        <>
          {' '}
          <span className="tag">{word}</span>
        </>
      )}
    </p>
  );
}
