// What one link of a chain is made of: the entry as text, always written the same way, and the head that seals it together
// with all before it. Sessions' entries (turn/commit.ts) are sealed by the same formula.
import type { Sealer } from '../../privacy/types.ts';
import type { AuditEvent, AuditWriter } from './types.ts';

export type HeadOf = (previousHead: string, entry: string) => Promise<string>;

/** Before the first entry of every chain. */
export const NO_HEAD = '';

/** Whoever cannot use the organisation's key can neither make a head nor change what is under one. */
export function headMaker(sealer: Pick<Sealer, 'hash'>): HeadOf {
  return (previousHead, entry) => sealer.hash('organisation', `${previousHead}\n${entry}`);
}

/** Writer, place and id are in the entry itself, so that a record cannot be moved to another chain or another place. */
export async function entryOf(
  sealer: Pick<Sealer, 'hash'>,
  place: { writer: AuditWriter; n: number; id: string },
  event: AuditEvent,
): Promise<string> {
  const { act, at, subject, role, about, facts } = event;
  const who = subject === undefined ? undefined : await sealer.hash('organisation', `subject\n${subject}`);
  return canonicalJson({ ...place, act, at, subject: who, role, about, facts });
}

/** Keys sorted, nothing undefined: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

/** The fields of a stored entry; none for a text that is no entry of ours. */
export function fieldsOf(entry: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(entry);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
