// Graph rows as the records of types.ts. The graph holds only what this room wrote, so JSON properties are trusted here.
import type { StoredVerdict } from '../domain/session.ts';
import type { Properties } from '../domain/world.ts';
import { RESERVED_PROPERTIES } from './compile.ts';
import type { StoredTurn } from './types.ts';

/** Properties of a Turn node, as far as a stored turn needs them. */
export interface TurnRow extends Omit<StoredTurn, 'verdict'> {
  /** JSON */
  verdict: string;
}

export function storedTurn(row: TurnRow): StoredTurn {
  const { turnId, turnSeq, at, generation, textHash, sealedText, sealedReply, kind, state } = row;
  const verdict: StoredVerdict = JSON.parse(row.verdict);
  return { turnId, turnSeq, at, generation, textHash, sealedText, sealedReply, kind, verdict, state };
}

/** An entity's own properties: what the graph keeps for itself, and the names given in `except`, left out. */
export function ownProperties(node: Properties, except: readonly string[] = []): Properties {
  const hidden: readonly string[] = [...RESERVED_PROPERTIES, ...except];
  return Object.fromEntries(Object.entries(node).filter(([name]) => !hidden.includes(name)));
}
