// The player's stories: go on with one, or begin another.
import { useEffect, useState } from 'react';
import type { Api, Problem } from '../shared/api.ts';
import { MAIN_ID } from '../shared/landmark.ts';
import { listOf } from '../shared/list.ts';
import { ShelfList } from './shelf-list.tsx';
import { type SessionListing, timeOf } from './shelf-words.ts';
import { Vignette } from './vignette.tsx';
import { WorldCard, type WorldListing } from './world-card.tsx';

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
        <span>
          {props.name} {props.demo && <span className="tag">Demo</span>}
        </span>
        <a href="#/profile">What the story should know</a>
        <button type="button" className="link" onClick={props.onSignOut}>
          Sign out
        </button>
      </p>
      {problem !== null && (
        <p className="field__wrong" role="alert">
          {problem.detail}
        </p>
      )}
      {sessions !== null && <ShelfList sessions={sessions} titleOf={titleOf} />}
      <section aria-label="Begin a story" className="shelf__part">
        <h2 className="shelf__head">Begin a story</h2>
        {worlds?.map((world) => (
          <WorldCard
            key={world.worldId}
            world={world}
            beginning={beginning}
            onBegin={() => void begin(world.worldId)}
          />
        ))}
      </section>
    </main>
  );
}
