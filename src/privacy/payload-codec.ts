// What Temporal stores is sealed before it leaves this process. Client, gateway and worker hand the same codec to their
// data converter. Its shape is Temporal's PayloadCodec, written out here because privacy knows nothing of Temporal.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '../domain/errors.ts';
import { isSessionId, sessionWorkflowId } from '../domain/session.ts';
import { openBytes, sealBytes } from './aead.ts';
import { packPayload, unpackPayload } from './payload-bytes.ts';
import type { KeyScope, KeyStore } from './types.ts';

export interface CodecPayload {
  metadata?: { [name: string]: Uint8Array } | null;
  data?: Uint8Array | null;
}

/** Where a payload belongs, as far as the caller knows. */
export interface CodecContext {
  namespace: string;
  workflowId?: string;
}

export interface PayloadCodec {
  encode(payloads: CodecPayload[], context?: CodecContext): Promise<CodecPayload[]>;
  /** AppError('key_missing') once the player was erased, AppError('internal') when a payload was altered or moved. */
  decode(payloads: CodecPayload[], context?: CodecContext): Promise<CodecPayload[]>;
}

const ENCODING = Buffer.from('binary/encrypted');
const VERSION = Buffer.from('1');
const PLAIN = 0;
const DEFLATED = 1;
/** Below this, deflate saves less than it costs. */
const DEFLATE_FROM_BYTES = 256;
/** Four times Temporal's limit of a payload: more is no payload of ours. */
const MAX_BYTES = 8 * 1024 * 1024;
/** A small window: half of deflate's time on a short text goes into preparing its memory. */
const DEFLATE = { level: 3, windowBits: 12, memLevel: 5 } as const;
const SESSION_PREFIX = sessionWorkflowId('');

export function createPayloadCodec(keys: Pick<KeyStore, 'dataKey'>): PayloadCodec {
  return {
    async encode(payloads, context) {
      if (payloads.length === 0) return payloads;
      const workflowId = context?.workflowId ?? '';
      const namespace = context?.namespace ?? '';
      const scope = scopeOf(workflowId);
      const key = await keys.dataKey(scope);
      // Written beside the data, so that tools that know no context, such as the Temporal UI, can be served as well.
      const metadata = {
        encoding: ENCODING,
        'cipher-version': VERSION,
        'key-scope': Buffer.from(kindOf(scope)),
        workflow: Buffer.from(workflowId),
        namespace: Buffer.from(namespace),
      };
      const bound = boundTo(kindOf(scope), workflowId, namespace);
      return payloads.map((payload) => ({ metadata: { ...metadata }, data: sealBytes(key, bound, shrink(payload)) }));
    },

    async decode(payloads, context) {
      const decoded: CodecPayload[] = [];
      for (const payload of payloads) decoded.push(await decodeOne(payload, context));
      return decoded;
    },
  };

  async function decodeOne(payload: CodecPayload, context: CodecContext | undefined): Promise<CodecPayload> {
    const { metadata, data } = payload;
    if (metadata?.encoding === undefined || !ENCODING.equals(metadata.encoding)) return payload;
    if (text(metadata, 'cipher-version') !== '1') throw altered();
    const workflowId = text(metadata, 'workflow');
    const scope = scopeOf(workflowId);
    const kind = kindOf(scope);
    if (kind !== text(metadata, 'key-scope')) throw altered();
    // A payload sealed for one session is refused in any other workflow. The organisation's are not compared: a scheduled
    // workflow runs under another id than the one its arguments were sealed for.
    if (kind === 'session' && context?.workflowId !== undefined && context.workflowId !== workflowId) throw altered();
    const bound = boundTo(kind, workflowId, text(metadata, 'namespace'));
    const opened = openBytes(await keys.dataKey(scope), bound, data ?? new Uint8Array());
    if (opened === undefined) throw altered();
    return grow(opened);
  }
}

/** A session's payloads are under its own key, so that they go with the player; all others are the organisation's. */
function scopeOf(workflowId: string): KeyScope {
  const sessionId = workflowId.startsWith(SESSION_PREFIX) ? workflowId.slice(SESSION_PREFIX.length) : '';
  return isSessionId(sessionId) ? { sessionId } : 'organisation';
}

function kindOf(scope: KeyScope): 'session' | 'organisation' {
  return scope === 'organisation' ? 'organisation' : 'session';
}

function boundTo(kind: string, workflowId: string, namespace: string): string {
  return `payload\n1\n${kind}\n${workflowId}\n${namespace}`;
}

function shrink(payload: CodecPayload): Uint8Array {
  const packed = packPayload(payload);
  if (packed.length > DEFLATE_FROM_BYTES) {
    const deflated = deflateRawSync(packed, DEFLATE);
    if (deflated.length < packed.length) return Buffer.concat([Buffer.of(DEFLATED), deflated]);
  }
  return Buffer.concat([Buffer.of(PLAIN), packed]);
}

function grow(opened: Buffer): CodecPayload {
  const body = opened.subarray(1);
  return unpackPayload(opened[0] === DEFLATED ? inflateRawSync(body, { maxOutputLength: MAX_BYTES }) : body);
}

function text(metadata: { [name: string]: Uint8Array }, name: string): string {
  return Buffer.from(metadata[name] ?? []).toString();
}

function altered(): AppError {
  return new AppError('internal', 'A stored payload was altered or belongs to another workflow. It was not opened.');
}
