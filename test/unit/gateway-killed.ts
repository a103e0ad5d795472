// A process that holds a text and is killed: `node --import=tsx gateway-killed.ts DIR RING keep|tell`. It says on standard output
// how far it has come, and then does nothing more.
import { join } from 'node:path';
import { createHeldTexts } from '../../src/gateway/held-texts.ts';
import { createOutbox } from '../../src/gateway/outbox.ts';
import { createFileKeyStore, createSealer, parseKeyRing } from '../../src/privacy/index.ts';

const [dir = '', ring = '', how = ''] = process.argv.slice(2);
const keys = createFileKeyStore({ dir: join(dir, 'keys'), dataKeys: parseKeyRing(ring) });
const sealer = createSealer(keys);
const outbox = createOutbox({ file: join(dir, 'outbox.txt'), sealer, deliver: async () => undefined });
const stay = (): Promise<never> => new Promise(() => setInterval(() => undefined, 1_000));
const held = createHeldTexts({
  file: join(dir, 'held.txt'),
  sealer,
  keys,
  safety: {
    screenPlayerText: () => ({
      ...{ level: 'critical', category: 'suicide', crisis: true, blocked: false, response: 'hold' },
      ...{ reasons: ['suicide.intent'], screen: 'rules' },
    }),
  },
  outbox: {
    async put(evidence) {
      await outbox.put(evidence);
      console.log('on disk');
      await stay();
    },
  },
});
const sessionId = `${'a'.repeat(16)}-${'b'.repeat(16)}`;
if (how === 'keep') {
  await held.keep({ sessionId, turnId: 'turn-1', text: 'a farewell nobody could read', at: 1_000 });
  console.log('on disk');
  await stay();
}
await held.drain();
