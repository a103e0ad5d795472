// Who acts. What each may do is in gateway/access.ts, as one table.

export const ROLES = ['player', 'clinician', 'supervisor', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export interface Actor {
  role: Role;
  /** Account id: for a player the id that pseudonyms are made from. Never in a workflow id, log or metric. */
  subject: string;
  displayName: string;
  /** A demonstration account of a local run: its intake counts as given, and demo clinicians care for demo players. */
  demo?: boolean;
}
