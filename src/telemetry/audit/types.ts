// The audit trail: what was decided, delivered, done and looked at. One HMAC chain per writer; no text, only keyed hashes.

/** `case/<pseudonym>`, `gateway/<instance>`, `config`, `worker/<instance>`; turns have `session/<id>`, written by their transaction. */
export type AuditWriter = string;

export interface AuditEvent {
  /** What was done, such as `case.acknowledge`, `access.transcript`, `access.break_glass`, `delivery.accepted`, `config.rules`. */
  act: string;
  /** Epoch ms. */
  at: number;
  /** Account id of who did it; kept as a keyed hash. Left out for the system itself. */
  subject?: string;
  role?: string;
  /** Case or session id. */
  about?: string;
  /** Codes, ids, counts. Never a text of a person. */
  facts?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditTrail {
  /** Appends to the writer's chain by compare-and-set on its head. `id` makes a repeat harmless. Rejects with
   *  AppError('unavailable') when the graph cannot take it: whoever grants access waits for it. */
  append(writer: AuditWriter, id: string, event: AuditEvent): Promise<void>;
}

export interface AuditFinding {
  writer: AuditWriter;
  what: 'changed' | 'removed' | 'reordered' | 'tail_cut' | 'writer_missing' | 'head_differs';
  /** Position in the chain, from 1, where it can be told. */
  at: number | null;
}
