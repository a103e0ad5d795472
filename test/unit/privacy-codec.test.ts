import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { AppError } from '../../src/domain/errors.ts';
import { createFileKeyStore, createPayloadCodec, parseKeyRing } from '../../src/privacy/index.ts';

const PLAYER = '0123456789abcdef';
const SESSION = `${PLAYER}-00000000000000aa`;
const SIBLING = `${PLAYER}-00000000000000bb`;
const context = { namespace: 'default', workflowId: `session/${SESSION}` };
const codeOf = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;
const payload = (value: unknown) => ({
  metadata: { encoding: Buffer.from('json/plain') },
  data: Buffer.from(JSON.stringify(value)),
});

describe('the payload codec', () => {
  let dir: string;
  let keys: ReturnType<typeof createFileKeyStore>;
  let codec: ReturnType<typeof createPayloadCodec>;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'keys-'));
    keys = createFileKeyStore({ dir, dataKeys: parseKeyRing(`k1:${randomBytes(32).toString('base64url')}`) });
    codec = createPayloadCodec(keys);
    await keys.ensureSession(SESSION);
    await keys.ensureSession(SIBLING);
  });
  after(() => rm(dir, { recursive: true }));

  it('gives back any payload as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ maxLength: 20 }), fc.uint8Array({ maxLength: 40 })),
        fc.oneof(fc.uint8Array({ maxLength: 3000 }), fc.constant(Buffer.alloc(5000, 'story '))),
        fc.constantFrom(context, { namespace: 'x', workflowId: 'case/0123456789abcdef' }, undefined),
        async (metadata, data, where) => {
          const [decoded] = await codec.decode(await codec.encode([{ metadata, data }], where), where);
          assert.deepEqual(Buffer.from(decoded?.data ?? []), Buffer.from(data));
          assert.deepEqual(
            Object.entries(decoded?.metadata ?? {}).map(([name, value]) => [name, [...value]]),
            Object.entries(metadata).map(([name, value]) => [name, [...value]]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives back an entry of any name', async () => {
    const metadata = Object.fromEntries([['__proto__', Uint8Array.of(1, 2)]]);
    const [decoded] = await codec.decode(await codec.encode([{ metadata, data: Uint8Array.of(3) }], context), context);
    assert.deepEqual(Object.keys(decoded?.metadata ?? {}), ['__proto__']);
  });

  it('leaves nothing readable, and shrinks what is long and repetitive', async () => {
    const text = 'I walk down to the harbour. '.repeat(60);
    const [encoded] = await codec.encode([payload({ text })], context);
    assert.equal(Buffer.from(encoded?.data ?? []).includes('harbour'), false);
    assert.equal(Buffer.from(encoded?.metadata?.encoding ?? []).toString(), 'binary/encrypted');
    assert.ok((encoded?.data?.length ?? 0) < text.length / 2);
  });

  it('decodes without a context, as a tool that reads a history must', async () => {
    const [decoded] = await codec.decode(await codec.encode([payload('here')], context));
    assert.equal(Buffer.from(decoded?.data ?? []).toString(), '"here"');
  });

  it('passes payloads through that it did not encode', async () => {
    const clear = payload('from before');
    assert.deepEqual(await codec.decode([clear], context), [clear]);
    assert.deepEqual(await codec.decode([{}]), [{}]);
  });

  it('refuses a payload in another session than its own, and one whose place was rewritten', async () => {
    const [sealed] = await codec.encode([payload('mine')], context);
    assert.ok(sealed?.metadata);
    await assert.rejects(
      codec.decode([sealed], { namespace: 'default', workflowId: `session/${SIBLING}` }),
      codeOf('internal'),
    );
    const moved = { ...sealed, metadata: { ...sealed.metadata, workflow: Buffer.from(`session/${SIBLING}`) } };
    await assert.rejects(codec.decode([moved]), codeOf('internal'));
    const renamed = { ...sealed, metadata: { ...sealed.metadata, namespace: Buffer.from('other') } };
    await assert.rejects(codec.decode([renamed]), codeOf('internal'));
    const bent = { ...sealed, data: Buffer.from(sealed.data ?? []) };
    bent.data[20] = (bent.data[20] ?? 0) ^ 1;
    await assert.rejects(codec.decode([bent]), codeOf('internal'));
  });

  it('seals a session under the session’s key and everything else under the organisation’s', async () => {
    const gone = `aaaaaaaaaaaaaaaa-00000000000000cc`;
    const where = { namespace: 'default', workflowId: `session/${gone}` };
    await assert.rejects(codec.encode([payload(1)], where), codeOf('key_missing'));
    await keys.ensureSession(gone);
    const session = await codec.encode([payload(1)], where);
    const other = await codec.encode([payload(2)], { namespace: 'default', workflowId: 'case/aaaaaaaaaaaaaaaa' });
    await keys.shred('aaaaaaaaaaaaaaaa');
    await assert.rejects(codec.decode(session, where), codeOf('key_missing'));
    assert.equal((await codec.decode(other)).length, 1);
  });
});
