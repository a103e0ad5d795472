// A payload as one run of bytes, so that its metadata is sealed together with its data:
// count, then per entry (length, name, length, value), then the data. Lengths are 16 bit, big-endian.
import type { CodecPayload } from './payload-codec.ts';

export function packPayload(payload: CodecPayload): Buffer {
  const entries = Object.entries(payload.metadata ?? {});
  const parts: Uint8Array[] = [length16(entries.length)];
  for (const [name, value] of entries) {
    const nameBytes = Buffer.from(name);
    parts.push(length16(nameBytes.length), nameBytes, length16(value.length), value);
  }
  // The worker hands over an empty payload (a workflow that returns nothing) with a plain empty list in the place of bytes.
  if (payload.data && payload.data.length > 0) parts.push(payload.data);
  return Buffer.concat(parts);
}

export function unpackPayload(bytes: Buffer): { metadata: { [name: string]: Uint8Array }; data: Uint8Array } {
  let at = 0;
  const nextLength = (): number => {
    at += 2;
    return bytes.readUInt16BE(at - 2);
  };
  const next = (): Buffer => {
    const size = nextLength();
    at += size;
    return bytes.subarray(at - size, at);
  };
  const entries = Array.from({ length: nextLength() }, (): [string, Uint8Array] => [next().toString(), next()]);
  // Whatever an entry is called it becomes one: assigning to the name `__proto__` would not.
  return { metadata: Object.fromEntries(entries), data: bytes.subarray(at) };
}

function length16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
