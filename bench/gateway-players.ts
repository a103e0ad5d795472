// Players as the gateway sees them: a token, a session, turns over HTTP that follow what the story suggests.
import { randomUUID } from 'node:crypto';
import { createTokenIssuer } from '../src/accounts/index.ts';
import type { Environment } from '../src/config/index.ts';
import type { TurnReply } from '../src/domain/turn.ts';
import { parseKeyRing } from '../src/privacy/index.ts';

/** Taken when the story suggests nothing; each is understood everywhere. */
export const ANYWHERE = ['Look around', 'Listen', 'Wait a moment', 'What am I carrying?'];

export async function gatewayPlayers(api: string, env: Environment, count: number) {
  const issuer = createTokenIssuer({ tokenKeys: parseKeyRing(env.TTA_TOKEN_KEYS) });
  const players: (() => Promise<{ modelMs: number }>)[] = [];
  const sessionIds: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const token = await issuer.issue({ role: 'player', subject: `bench-${randomUUID()}`, demo: true });
    const { sessionId, opening } = await post<{ sessionId: string; opening: TurnReply }>(
      `${api}/v1/sessions`,
      token,
      {},
    );
    sessionIds.push(sessionId);
    let last = opening;
    let turn = 0;
    players.push(async () => {
      const choices = last.suggestions.length > 0 ? last.suggestions : ANYWHERE;
      const text = choices[turn % choices.length] ?? 'Look around';
      turn += 1;
      last = await post<TurnReply>(`${api}/v1/sessions/${sessionId}/turns`, token, { turnId: randomUUID(), text });
      if (last.kind !== 'story') throw new Error(`a turn was answered with ${last.kind}`);
      return { modelMs: last.timing.modelMs };
    });
  }
  return { players, sessionIds };
}

async function post<T>(url: string, token: string, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
  // The gateway's own answer, whose shape is its contract.
  return answer as T;
}
