// Pausing the player's story and letting it go on, for the session the latest evidence is from.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PublicStatus } from '../../src/domain/events.ts';
import type { Api } from '../shared/api.ts';
import type { CaseDoor } from './case-door.ts';
import type { OpenedCase } from './cases.ts';

export function StoryActs({ api, door, found }: { api: Api; door: CaseDoor; found: OpenedCase }) {
  const { busy } = useSyncExternalStore(door.subscribe, door.current);
  const [status, setStatus] = useState<PublicStatus | null>(null);
  const sessionId = found.sessions.at(-1);
  const { version } = found;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a case that changed may have changed its session
  useEffect(() => {
    if (sessionId === undefined || found.drill) return;
    let gone = false;
    void api<{ status: PublicStatus }>(`/v1/sessions/${encodeURIComponent(sessionId)}`).then((answer) => {
      if (!gone && answer.ok) setStatus(answer.value.status);
    });
    return () => {
      gone = true;
    };
  }, [api, sessionId, version]);
  if (sessionId === undefined || found.drill || status === 'ended') return null;

  const path = `/v1/sessions/${encodeURIComponent(sessionId)}`;
  async function change(to: 'pause' | 'resume'): Promise<void> {
    const done =
      to === 'pause' ? 'The story is paused; the player is told so.' : 'The story goes on when the player does.';
    if (await door.onSession(`${path}/${to}`, {}, done)) setStatus(to === 'pause' ? 'paused' : 'active');
  }
  return (
    <button
      type="button"
      className="button"
      disabled={busy !== null}
      onClick={() => void change(status === 'paused' ? 'resume' : 'pause')}
    >
      {status === 'paused' ? 'Let the story go on' : 'Pause the story'}
    </button>
  );
}
