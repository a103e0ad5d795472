// The next turn's context without asking for it: what a turn found, and what it then changed, is what the next one will find.
// Pure, and only as far as it knows: a place next to the player that was never read has to be read.
import type { EntityId, NeighbourView, TurnMemory, WorldChange, WorldView } from '../domain/world.ts';
import { PLAYER } from '../domain/world.ts';
import type { Recall } from '../world/types.ts';

/** Places that a session's turns have read, as they are now. */
export type Known = ReadonlyMap<EntityId, NeighbourView>;

/** A turn as the graph keeps it, apart from its changes to the world. */
export interface Kept {
  memory: TurnMemory;
  /** The audit chain's head after it. */
  auditHead: string;
  narratorState: string | null;
}

/** A session that has read more begins again with what is around it. */
const MOST_PLACES = 48;
/** Turns that a context remembers, the same as recall gives. */
const REMEMBERED_TURNS = 12;

export function knownIn(view: WorldView): Known {
  return new Map([view, ...view.neighbours].map((detail) => [detail.place.id, detailOf(detail)]));
}

/** What was read replaces what was known of the same places. */
export function knownWith(known: Known, view: WorldView): Known {
  const read = knownIn(view);
  const all = new Map([...known, ...read]);
  return all.size > MOST_PLACES ? read : all;
}

/**
 * The context after the changes. `recalled` is null where a place next to the player is not known, `known` where not even what
 * was known can be trusted any more, because a change concerns what is nowhere in it.
 */
export function carried(
  from: { view: WorldView; undone: number },
  known: Known,
  kept: Kept,
  applyToView: (view: WorldView, changes: readonly WorldChange[]) => WorldView,
): { known: Known | null; recalled: Recall | null } {
  const { view, undone } = from;
  const { changes } = kept.memory;
  const others = [...knownWith(known, view).values()].filter(({ place }) => place.id !== view.place.id);
  const all: WorldView = { ...view, neighbours: others };
  if (!covers(all, changes)) return { known: null, recalled: null };
  const after = visited(applyToView(all, changes));
  const standing = knownIn(after);
  const next = [...new Set(after.exits.map(({ to }) => to))].filter((id) => id !== after.place.id);
  const neighbours = next.flatMap((id) => standing.get(id) ?? []);
  if (neighbours.length < next.length) return { known: standing, recalled: null };
  const recalled: Recall = {
    view: {
      ...after,
      turnSeq: kept.memory.turnSeq,
      neighbours: neighbours.sort((a, b) => (a.place.id < b.place.id ? -1 : 1)),
      recent: [kept.memory, ...view.recent].slice(0, REMEMBERED_TURNS),
      narratorState: kept.narratorState,
    },
    auditHead: kept.auditHead,
    undone,
    existing: null,
    orphan: null,
  };
  return { known: standing, recalled };
}

/** A turn counts as a visit of the place where it ends. */
function visited(view: WorldView): WorldView {
  return { ...view, place: { ...view.place, visits: view.place.visits + 1 } };
}

function covers(view: WorldView, changes: readonly WorldChange[]): boolean {
  if (changes.length === 0) return true;
  const known = new Set([PLAYER, ...Object.keys(view.storylines)]);
  for (const { place, exits, things, characters } of [view, ...view.neighbours])
    for (const { id } of [place, ...exits, ...things, ...characters]) known.add(id);
  return changes.every((change) => known.has('who' in change ? change.who : change.entity));
}

/** Of a view only what is there, so that nothing else of it is kept. */
function detailOf({ place, exits, things, characters }: NeighbourView): NeighbourView {
  return { place, exits, things, characters };
}
