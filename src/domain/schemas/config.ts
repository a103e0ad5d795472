// The shape of tta_config.yaml. Each field says what it is for: docs/configuration.md is made from these words.
// Every field has a default, so an empty file is a complete configuration.
import { z } from 'zod';

/** A whole turn has 25 s (workflows/turn.ts), of which a step gets what is left: an agent that is given more never has it. */
const agentSeconds = z.number().positive().max(24);
const flag = (on: boolean, text: string) => z.boolean().default(on).describe(text);
/** A part of the file with its own defaults; unknown keys in it are refused. */
const section = <Shape extends z.ZodRawShape>(shape: Shape, text: string) =>
  z
    .strictObject(shape)
    // Every field of a section has a default, so nothing at all is a complete input: the types cannot say that of any shape.
    .prefault({} as z.input<z.ZodObject<Shape, z.core.$strict>>)
    .describe(text);

const instances = (text: string) =>
  z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name of small letters, digits and hyphens'), z.boolean())
    .describe(text);

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const span = z.strictObject({
  from: z.string().regex(CLOCK, 'a time such as 08:00'),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time such as 18:00, or 24:00'),
});
const day = z.array(span).default([]);
const addresses = {
  email: z.email().optional().describe('Mail address; needs SMTP_URL.'),
  webhook: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address that takes notifications; needs WEBHOOK_SECRET.'),
};

export const configSchema = z.strictObject({
  parts: section(
    {
      sessions: flag(true, 'Run sessions and their fast turns in the worker.'),
      agents: flag(true, 'Run agent steps that wait for a model in the worker.'),
      cases: flag(true, 'Run crisis cases in the worker. Somewhere in an installation they must run.'),
      pages: flag(true, 'Serve the player page and the clinician console from the gateway.'),
      metrics: flag(true, 'Serve /metrics from the gateway.'),
    },
    'Parts of the running system that can be switched off in a process.',
  ),
  agents: section(
    {
      ipa: instances(
        'Input processors by instance: `rules` understands by grammar, `model` asks a model where rules are unsure.',
      ).default({ rules: true }),
      wba: instances(
        'World builders by instance: `rules` simulates the world, `model` asks a model where no rule has an answer.',
      ).default({ rules: true }),
      nga: instances(
        'Narrative generators by instance: `authored` tells from written story, `model` has a model retell it.',
      ).default({ authored: true }),
    },
    'Agents by type and instance, each on or off. `model` needs MODEL_URL and goes before the others; it falls back to them.',
  ),
  timeouts: section(
    {
      ipaS: agentSeconds.default(10).describe('Seconds an input processor that asks a model may take.'),
      wbaS: agentSeconds.default(15).describe('Seconds a world builder that asks a model may take.'),
      ngaS: agentSeconds.default(20).describe('Seconds a narrative generator that asks a model may take.'),
      warnAt: z.number().gt(0).max(1).default(0.75).describe('Share of a timeout at which a warning is logged.'),
    },
    'How long agents may take. Rules and authored story answer in milliseconds and are not timed.',
  ),
  session: section(
    {
      idleMinutes: z
        .number()
        .positive()
        .max(1440)
        .default(30)
        .describe('Minutes of silence after which the next turn opens with a recap.'),
      turnsPerRun: z
        .int()
        .min(1)
        .max(1000)
        .default(200)
        .describe('Turns in one workflow run before it continues as a new one; more makes histories long.'),
      callStacks: flag(
        false,
        'Fill the Call Stack view of the Temporal UI. For looking into a workflow that waits; each turn costs more.',
      ),
    },
    'How a session is kept.',
  ),
  players: section(
    {
      defaultCountry: z
        .string()
        .regex(/^[A-Z]{2}$/, 'an ISO 3166 country code of two capital letters, such as US')
        .default('US')
        .describe('Country whose help resources are shown to players who named none. TTA_COUNTRY goes before it.'),
      minAge: z
        .int()
        .min(13)
        .max(99)
        .default(18)
        .describe('Players below this age come in only when a clinic enrols them with guardian consent.'),
    },
    'Who plays here.',
  ),
  people: section(
    {
      coverage: z
        .enum(['none', 'hours', '24/7'])
        .default('none')
        .describe(
          'When people answer cases. It is told to players as it stands here, so promise no more than is kept.',
        ),
      zone: z
        .string()
        .refine(isZone, 'an IANA time zone such as Europe/London')
        .default('UTC')
        .describe('Time zone of the hours and holidays.'),
      hours: section(
        { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
        'Opening hours by weekday: spans such as {from: "08:00", to: "18:00"}. For `hours` only.',
      ),
      holidays: z.array(z.iso.date()).default([]).describe('Days without opening hours, such as 2026-12-25.'),
      ladder: z
        .array(
          z.strictObject({
            subject: z.string().min(1).max(200).describe('Account id.'),
            displayName: z.string().min(1).max(100),
            when: z.enum(['always', 'hours']).default('always'),
            ...addresses,
          }),
        )
        .default([])
        .describe('The on-call ladder: who is paged first, and who next when nobody acknowledged in time.'),
      operator: section(addresses, 'Where alerts of the system go. WEBHOOK_URL stands in when neither is given.'),
    },
    'Who answers when somebody is in danger.',
  ),
  limits: section(
    {
      textLength: z
        .int()
        .min(100)
        .max(2000)
        .default(2000)
        .describe('Longest text of a turn in characters. Longer text is still screened, then refused.'),
      turnsAtOncePerCore: z
        .int()
        .min(1)
        .max(256)
        .default(16)
        .describe('Fast turns at once for each processor core; beyond it players are asked to wait a moment.'),
      turnsPerSecond: z
        .number()
        .positive()
        .max(1000)
        .default(50)
        .describe('Turns a second that one player may keep up. A guard against floods, not a limit on play.'),
      cachedSessions: z
        .int()
        .min(10)
        .max(100_000)
        .default(1000)
        .describe(
          'Sessions a worker keeps in memory, 0.2 to 0.5 MB each; fewer than the live ones cost four times the work.',
        ),
    },
    'Upper bounds that keep a busy installation answering.',
  ),
});

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export type Config = z.output<typeof configSchema>;
