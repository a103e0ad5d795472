// Pseudonyms of players: the same for the same account for ever, and not to be turned back without the key.
import { createHmac } from 'node:crypto';
import { PSEUDONYM_LENGTH } from '../domain/session.ts';
import type { FileKeyStore } from './key-store.ts';
import type { Pseudonymise } from './types.ts';

/** Reads the key once; what it returns is synchronous. 64 bits: a collision among a million players has odds of 1 in 37 million. */
export async function createPseudonymise(store: Pick<FileKeyStore, 'pseudonymKey'>): Promise<Pseudonymise> {
  const key = await store.pseudonymKey();
  return (subject) => createHmac('sha256', key).update(subject).digest('hex').slice(0, PSEUDONYM_LENGTH);
}
