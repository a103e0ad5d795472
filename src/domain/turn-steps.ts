// The steps of a turn in order. Where a step runs (in the fast local activity or as a heartbeating activity beside a model)
// is decided in one place, by `waitsForModel` in turn/run.ts, from what the chosen agent declares.

export const TURN_STEPS = [
  'screenInput', // the verdict on the player's words is known
  'recallContext', // what is here, held, known and remembered is known; an earlier run of this turn is found
  'understand', // IPA: the intent is known
  'changeWorld', // WBA: the changes are known and hold against the graph
  'narrate', // NGA: what happened is told
  'screenNarrative', // every sentence has passed the door
  'commit', // world, turn, audit and progress are in the graph in one transaction, and the reply is in the stream
] as const;

export type TurnStep = (typeof TURN_STEPS)[number];
