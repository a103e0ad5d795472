// The player's stories: go on with one, or begin another.
import { useEffect, useState } from 'react';
import type { PublicStatus } from '../../src/domain/events.ts';
import type { Api, Problem } from '../shared/api.ts';
import { MAIN_ID } from '../shared/landmark.ts';
import { listOf } from '../shared/list.ts';
import { Vignette } from './vignette.tsx';

export interface SessionListing {
  sessionId: string;
  worldId: string;
  title?: string;
  status: PublicStatus;
  place?: string;
  turnCount?: number;
  lastTurnAt?: number | string;
}

export interface WorldListing {
  worldId: string;
  title: string;
  blurb?: string;
}

export function Shelf(props: {
  api: Api;
  name: string;
  demo: boolean;
  onOpen: (sessionId: string) => void;
  onSignOut: () => void;
}) {
  const { api } = props;
  const [sessions, setSessions] = useState<SessionListing[] | null>(null);
  const [worlds, setWorlds] = useState<WorldListing[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [beginning, setBeginning] = useState<string | null>(null);
  // One key for as long as the wish stands: a begin that is tried again does not begin twice.
  const [wish, setWish] = useState(() => crypto.randomUUID());

  useEffect(() => {
    let gone = false;
    void Promise.all([api<unknown>('/v1/sessions'), api<unknown>('/v1/worlds')]).then(([mine, known]) => {
      if (gone) return;
      if (mine.ok)
        setSessions(listOf<SessionListing>(mine.value, 'sessions').toSorted((a, b) => timeOf(b) - timeOf(a)));
      else setProblem(mine.problem);
      if (known.ok) setWorlds(listOf<WorldListing>(known.value, 'worlds'));
      else setProblem(known.problem);
    });
    return () => {
      gone = true;
    };
  }, [api]);

  async function begin(worldId: string): Promise<void> {
    setBeginning(worldId);
    setProblem(null);
    const answer = await api<{ sessionId: string }>('/v1/sessions', {
      method: 'POST',
      body: { worldId },
      idempotencyKey: wish,
    });
    setBeginning(null);
    if (answer.ok) {
      setWish(crypto.randomUUID());
      props.onOpen(answer.value.sessionId);
    } else setProblem(answer.problem);
  }

  const titleOf = (session: SessionListing): string =>
    session.title ?? worlds?.find((world) => world.worldId === session.worldId)?.title ?? 'A story';

  return (
    <main id={MAIN_ID} className="shelf" tabIndex={-1}>
      <Vignette />
      <h1>Your stories</h1>
      <p className="shelf__who">
        {props.name} {props.demo && <span className="tag">Demo</span>}{' '}
        <a href="#/profile">What the story should know</a>{' '}
        <button type="button" className="link" onClick={props.onSignOut}>
          Sign out
        </button>
      </p>
      {problem !== null && (
        <p className="field__wrong" role="alert">
          {problem.detail}
        </p>
      )}
      {sessions !== null && sessions.length > 0 && (
        <ul className="shelf__list">
          {sessions.map((session) => (
            <li key={session.sessionId} className="story-card">
              <div>
                <h2>{titleOf(session)}</h2>
                <p>{cardLine(session)}</p>
              </div>
              <a className="button" href={`#/story/${session.sessionId}`}>
                {session.status === 'ended' ? 'Read again' : 'Continue'}
              </a>
            </li>
          ))}
        </ul>
      )}
      <section aria-label="New story" className="shelf__new">
        {worlds?.map((world) => (
          <div key={world.worldId} className="story-card">
            <div>
              <h2>{world.title}</h2>
              {world.blurb !== undefined && <p>{world.blurb}</p>}
            </div>
            <button
              type="button"
              className="button button--main"
              disabled={beginning !== null}
              aria-label={`Begin ${world.title}`}
              onClick={() => void begin(world.worldId)}
            >
              {beginning === world.worldId ? 'Opening the first page…' : 'Begin'}
            </button>
          </div>
        ))}
      </section>
    </main>
  );
}

function timeOf(session: SessionListing): number {
  return session.lastTurnAt === undefined ? 0 : new Date(session.lastTurnAt).getTime();
}

function cardLine(session: SessionListing): string {
  const when = timeOf(session);
  const parts = [
    session.place,
    session.status === 'ended' ? 'ended' : session.status === 'paused' ? 'paused' : undefined,
    when > 0
      ? new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(
          when,
        )
      : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
