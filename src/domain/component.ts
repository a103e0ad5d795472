// What every running part of the system is to whoever starts it: one life, in five words.

export interface ComponentHealth {
  ok: boolean;
  /** Why not, in words for an operator. Never text of a player. */
  detail?: string;
}

export interface Component {
  /** Unique within one process, such as `gateway` or `graph`. */
  name: string;
  /** Names of the components that must be ready before this one starts. */
  needs?: readonly string[];
  /** Names of others that it starts beside, yet must be stopped before. Those of `needs` are implied. */
  stopsBefore?: readonly string[];
  /** Begins; may return before the component can serve. Rejects when it never will. */
  start(): Promise<void>;
  /** Resolves once it serves. */
  ready(): Promise<void>;
  /** Takes no new work and finishes what it has. Called once, before anything it needs is stopped. */
  drain(): Promise<void>;
  /** Ends it and frees what it holds. May be called without `drain`, and for a component whose start failed. */
  stop(): Promise<void>;
  /** Answers at once, from what it knows. */
  health(): Promise<ComponentHealth>;
}
