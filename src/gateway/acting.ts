// What the acts of people on sessions and cases have in common.
import { z } from 'zod';
import type { Actor } from '../domain/actors.ts';
import type { ActBy } from '../domain/session-protocol.ts';

export const actSchema = z.object({ expectedVersion: z.number().int().min(0).optional() });

export function actBy({ role, subject, displayName }: Actor, expectedVersion?: number | undefined): ActBy {
  return { role, subject, displayName, ...(expectedVersion !== undefined && { expectedVersion }) };
}
