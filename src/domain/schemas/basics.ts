// The small shapes that the other schemas are made of.
import { z } from 'zod';
import { ROLES, type Role } from '../actors.ts';
import { AGENT_TYPES, type AgentId } from '../agents.ts';
import { CRISIS_KINDS, type CrisisKind, LEVELS, type Level } from '../verdict.ts';
import { schemaOf } from './parse.ts';

export const id = z.string().min(1).max(200);
export const epochMs = z.int().min(0);
export const count = z.int().min(0);
export const durationMs = z.number().min(0);
export const share = z.number().min(0).max(1);
export const sessionId = z.string().regex(/^[0-9a-f]{16}-[0-9a-f]{16}$/);
export const pseudonym = z.string().regex(/^[0-9a-f]{16}$/);
/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/);
/** BCP 47, as far as languages and regions go. */
export const locale = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/);

export const role = schemaOf<Role>()(z.enum(ROLES));
export const crisisKind = schemaOf<CrisisKind>()(z.enum(CRISIS_KINDS));
export const level = schemaOf<Level>()(z.enum(LEVELS));
export const agentType = z.enum(AGENT_TYPES);
export const agentId = schemaOf<AgentId>()(z.object({ type: agentType, instance: id }));

/** Goals as a player words them: DESIGN 6 bounds what is screened and kept. */
export const goalTexts = z.array(z.string().min(1).max(200)).max(5);
