// The list kept true: asked every five seconds, and at once when the live queue says that something changed.
import { useCallback, useEffect, useState } from 'react';
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import type { Api, Problem } from '../shared/api.ts';
import { listOf } from '../shared/list.ts';
import { createLiveSocket } from '../shared/live-socket.ts';

const ASK_EVERY_MS = 5_000;

export interface CaseList {
  cases: readonly CrisisCase[] | null;
  /** The last asking failed: what is shown may be old. */
  problem: Problem | null;
  askedAt: number | null;
  refresh: () => Promise<void>;
}

export function useCases(api: Api): CaseList {
  const [list, setList] = useState<Omit<CaseList, 'refresh'>>({ cases: null, problem: null, askedAt: null });

  const refresh = useCallback(async (): Promise<void> => {
    const answer = await api<unknown>('/v1/crises?status=open', { timeoutMs: 8_000 });
    if (answer.ok) setList({ cases: listOf<CrisisCase>(answer.value, 'cases'), problem: null, askedAt: Date.now() });
    else setList((now) => ({ ...now, problem: answer.problem }));
  }, [api]);

  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), ASK_EVERY_MS);
    const socket = createLiveSocket({
      url: () => `${location.origin.replace(/^http/, 'ws')}/v1/crises/events`,
      onMessage: (event) => {
        // Whatever the event says, the list from the graph is the truth; a ping says nothing.
        if (typeof event === 'object' && event !== null && 'type' in event && event.type !== 'ping') void refresh();
      },
      // The asking goes on whatever the state of the line, so there is nothing to show for it.
      onState: () => undefined,
    });
    return () => {
      clearInterval(timer);
      socket.stop();
    };
  }, [refresh]);

  return { ...list, refresh };
}

/** The time, each second, for the clocks. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
