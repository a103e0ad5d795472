// Which sessions went by right: recorded before they are erased, under a keyed hash of their id, so that verification can
// tell an erased session from a dropped one and the record itself names nobody.
import type { Sealer } from '../../privacy/types.ts';
import type { Graph } from '../../world/types.ts';
import { fieldsOf, headMaker } from './entry.ts';
import type { AuditTrail } from './types.ts';

const CHAIN = 'erasure';

type Hashing = Pick<Sealer, 'hash'>;

const idOf = async (sealer: Hashing, sessionId: string): Promise<string> =>
  `erased/${await sealer.hash('organisation', `erased session\n${sessionId}`)}`;

/** Call it before the sessions' nodes are deleted; it may be repeated. Rejects with AppError('unavailable') when the trail
 *  cannot take it: then nothing may be erased yet. `at` is epoch ms. */
export async function recordErased(
  { trail, sealer }: { trail: AuditTrail; sealer: Hashing },
  sessionIds: readonly string[],
  at: number,
): Promise<void> {
  for (const sessionId of sessionIds) {
    await trail.append(CHAIN, await idOf(sealer, sessionId), { act: 'erasure.session', at });
  }
}

/** Those of the sessions whose erasure is on record. */
export async function erasedAmong(
  { graph, sealer }: { graph: Pick<Graph, 'run'>; sealer: Hashing },
  sessionIds: readonly string[],
): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set();
  const headOf = headMaker(sealer);
  const ids = new Map<string, string>();
  for (const sessionId of sessionIds) ids.set(await idOf(sealer, sessionId), sessionId);
  const rows = await graph.run<{ id: string; previousHead: string; entry: string; head: string }>(
    `UNWIND $given.ids AS id
     MATCH (r:AuditRecord {writer: $given.chain, id: id})
     RETURN id, r.previousHead AS previousHead, r.entry AS entry, r.head AS head`,
    { given: { chain: CHAIN, ids: [...ids.keys()] } },
  );
  const erased = new Set<string>();
  for (const { id, previousHead, entry, head } of rows) {
    // A record whose id was changed by hand would excuse a session that nobody erased.
    const sound = fieldsOf(entry).id === id && (await headOf(previousHead, entry)) === head;
    const sessionId = ids.get(id);
    if (sound && sessionId !== undefined) erased.add(sessionId);
  }
  return erased;
}
