// The same players through the typed client instead of HTTP: what a backend in the same house pays, and what the yardstick,
// which is called the same way, can be compared with.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { createSessionClient } from '../src/client/index.ts';
import { sealedDataConverter } from '../src/compose/temporal.ts';
import type { Environment } from '../src/config/index.ts';
import { createFileKeyStore, createPayloadCodec, parseKeyRing } from '../src/privacy/index.ts';
import { ANYWHERE } from './gateway-players.ts';

export async function clientPlayers(env: Environment, sessionIds: readonly string[]) {
  const keys = createFileKeyStore({
    dir: join(env.TTA_STATE_DIR, 'keys'),
    dataKeys: parseKeyRing(env.TTA_DATA_KEYS),
  });
  const connection = await Connection.connect({ address: env.TEMPORAL_ADDRESS });
  const dataConverter = sealedDataConverter(createPayloadCodec(keys));
  const sessions = createSessionClient(new Client({ connection, namespace: env.TEMPORAL_NAMESPACE, dataConverter }));
  const players = sessionIds.map((sessionId) => {
    let suggestions: readonly string[] = ANYWHERE;
    let turn = 0;
    return async () => {
      const text = suggestions[turn % suggestions.length] ?? 'Look around';
      turn += 1;
      const outcome = await sessions.takeTurn(sessionId, { turnId: randomUUID(), text });
      if (!outcome.answered || outcome.reply.kind !== 'story') throw new Error('a turn was not answered with story');
      suggestions = outcome.reply.suggestions.length > 0 ? outcome.reply.suggestions : ANYWHERE;
      return { modelMs: outcome.reply.timing.modelMs };
    };
  });
  return { players, close: () => connection.close() };
}
