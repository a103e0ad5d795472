// Bodies of HTTP requests that have no other home. The turn's is in turn.ts, a player's own in accounts.ts.
import { z } from 'zod';
import { DISPOSITIONS } from '../crisis-case.ts';
import { goalTexts, id, locale } from './basics.ts';

/** Body of `POST /v1/sessions`; `{}` starts the installation's own world in its own language. */
export const startSessionRequestSchema = z.object({
  worldId: id.exactOptional(),
  locale: locale.exactOptional(),
  goals: goalTexts.exactOptional(),
});
export type StartSessionRequest = z.output<typeof startSessionRequestSchema>;

/** Body of `POST /v1/crises/:id/resolve`. */
export const resolveRequestSchema = z.object({
  disposition: z.enum(DISPOSITIONS),
  note: z.string().max(4000).exactOptional(),
});
export type ResolveRequest = z.output<typeof resolveRequestSchema>;
