// Brings one turn to its answer. The same turn id is sent again until the gateway answers it for good, because a turn
// that was answered gives the same reply for ever: a lost connection can neither lose nor double it.
import type { TurnReply } from '../../src/domain/turn.ts';
import type { Answer, Api, Problem } from '../shared/api.ts';
import { backoffMs } from '../shared/backoff.ts';
import type { Unanswered } from './words.ts';

export interface DeliveryPorts {
  api: Api;
  /** True once the answer arrived another way, as an event. */
  isAnswered: (turnId: string) => boolean;
  onDelay: (turnId: string) => void;
  /** Resolves after the time, or sooner when the network is back or the answer has come. */
  pause: (ms: number) => Promise<void>;
  random?: () => number;
}

export type Delivered =
  | { outcome: 'answered'; reply: TurnReply }
  | { outcome: 'heard' }
  | { outcome: 'refused'; problem: Problem };

/** Codes that say "not yet" of this very turn; all other refusals are final for its id. */
const NOT_YET: readonly Problem['code'][] = ['network', 'turn_in_progress', 'too_many_requests'];
/** A server that says it is unavailable is asked this often again before the player is told and may decide. */
const TRIES_WHEN_UNAVAILABLE = 3;

export async function deliver(sessionId: string, turn: Unanswered, ports: DeliveryPorts): Promise<Delivered> {
  const random = ports.random ?? Math.random;
  let unavailable = 0;
  for (let attempt = 0; ; attempt += 1) {
    if (ports.isAnswered(turn.turnId)) return { outcome: 'heard' };
    const answer: Answer<TurnReply> = await ports.api<TurnReply>(
      `/v1/sessions/${encodeURIComponent(sessionId)}/turns`,
      {
        method: 'POST',
        body: turn,
      },
    );
    if (answer.ok) return { outcome: 'answered', reply: answer.value };
    if (ports.isAnswered(turn.turnId)) return { outcome: 'heard' };
    const { problem } = answer;
    const gatewayDown = problem.code === 'unavailable' && problem.resources.length === 0;
    if (gatewayDown) unavailable += 1;
    const again = NOT_YET.includes(problem.code) || (gatewayDown && unavailable < TRIES_WHEN_UNAVAILABLE);
    if (!again) return { outcome: 'refused', problem };
    ports.onDelay(turn.turnId);
    await ports.pause(problem.retryAfterS === null ? backoffMs(attempt, random()) : problem.retryAfterS * 1000);
  }
}
