// Plays a short session as a backend of your own would: through SessionClient, straight on Temporal.
//
//   npm start                                    in one terminal, and wait for "ready"
//   npx tsx examples/play-a-session.ts           in another
//
// It reads the same environment as the other processes (TEMPORAL_ADDRESS, TTA_STATE_DIR, TTA_DATA_KEYS); of a local run it finds
// the generated keys in the state directory. In production give a process the key store and TTA_DATA_KEYS only if it may
// read what players write. A backend that may not uses the gateway's HTTP instead (docs/http.md).

import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { keyRings } from '../src/cli/ground/keys.ts';
import { stateDir } from '../src/cli/ground/paths.ts';
import { createSessionClient } from '../src/client/index.ts';
import { sealedDataConverter } from '../src/compose/temporal.ts';
import { temporalConnection } from '../src/config/index.ts';
import { NO_TECHNIQUES } from '../src/domain/plan.ts';
import { DEFAULT_KNOBS } from '../src/domain/session.ts';
import { createFileKeyStore, createPayloadCodec, createPseudonymise, parseKeyRing } from '../src/privacy/index.ts';
import { loadStory } from '../src/story/index.ts';

const directory = stateDir(process.env);
const { TTA_DATA_KEYS } = keyRings(process.env, directory, false);
const keys = createFileKeyStore({ dir: join(directory, 'keys'), dataKeys: parseKeyRing(TTA_DATA_KEYS) });
const connection = await Connection.connect(
  temporalConnection(process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233', process.env),
);
const sessions = createSessionClient(
  new Client({
    connection,
    namespace: process.env.TEMPORAL_NAMESPACE ?? 'default',
    dataConverter: sealedDataConverter(createPayloadCodec(keys)),
  }),
);

// A session id says whose session it is without saying who that is; its key exists before anything is sealed with it.
const pseudonymise = await createPseudonymise(keys);
const sessionId = `${pseudonymise('example-player')}-${randomBytes(8).toString('hex')}`;
await keys.ensureSession(sessionId);

const [world] = loadStory().worlds();
if (world === undefined) throw new Error('This installation has no world to play.');
const opening = await sessions.start({
  sessionId,
  worldId: world.id,
  worldVersion: world.version,
  locale: 'en',
  country: 'US',
  goals: [],
  avoid: [],
  plan: NO_TECHNIQUES,
  modelConsent: false,
  knobs: DEFAULT_KNOBS,
});
console.log(`${opening.text}\n`);

let afterSeq = opening.seq;
for (const text of ['look around', 'where am I?', 'wait a moment']) {
  const outcome = await sessions.takeTurn(sessionId, { turnId: randomUUID(), text, afterSeq });
  if (!outcome.answered) throw new Error(`the session refused the turn: ${outcome.code}`);
  console.log(`> ${text}\n\n${outcome.reply.text}\n`);
  afterSeq = outcome.reply.seq;
}

const closing = await sessions.act(sessionId, 'end', {
  role: 'player',
  subject: 'example-player',
  displayName: 'Example',
});
console.log(closing.text);
await connection.close();
