// Pseudonyms of players: the same for the same account for ever, and not to be turned back without the key.
import { createHmac } from 'node:crypto';
import { PSEUDONYM_LENGTH } from '../domain/session.ts';
import type { FileKeyStore } from './key-store.ts';
import type { Pseudonymise } from './types.ts';

/** A turn asks for its player's pseudonym four times, and players play many turns; the oldest goes first. */
const REMEMBERED_MAX = 2_000;

/** Reads the key once; what it returns is synchronous. 64 bits: a collision among a million players has odds of 1 in 37 million. */
export async function createPseudonymise(store: Pick<FileKeyStore, 'pseudonymKey'>): Promise<Pseudonymise> {
  const key = await store.pseudonymKey();
  const known = new Map<string, string>();
  return (subject) => {
    const remembered = known.get(subject);
    if (remembered !== undefined) return remembered;
    const pseudonym = createHmac('sha256', key).update(subject).digest('hex').slice(0, PSEUDONYM_LENGTH);
    const [oldest] = known.keys();
    if (known.size >= REMEMBERED_MAX && oldest !== undefined) known.delete(oldest);
    known.set(subject, pseudonym);
    return pseudonym;
  };
}
