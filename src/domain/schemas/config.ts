// The shape of tta_config.yaml. Each field says what it is for: docs/configuration.md is made from these words.
// Every field has a default, so an empty file is a complete configuration.
import { z } from 'zod';

const seconds = (most: number) => z.number().positive().max(most);
const fraction = z.number().gt(0).max(1);
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

/** Three rising thresholds, in seconds. */
const threshold = (warn: number, high: number, critical: number, text: string) =>
  z
    .strictObject({
      warnS: seconds(600).default(warn).describe('Seconds from which a warning is raised.'),
      highS: seconds(600).default(high).describe('Seconds from which the warning is high.'),
      criticalS: seconds(600).default(critical).describe('Seconds from which it is critical.'),
    })
    .prefault({})
    .refine((t) => t.warnS <= t.highS && t.highS <= t.criticalS, 'must rise from warnS over highS to criticalS')
    .describe(text);

const usage = (warn: number, critical: number, text: string) =>
  z
    .strictObject({
      warn: fraction.default(warn).describe('Share in use from which a warning is raised.'),
      critical: fraction.default(critical).describe('Share in use from which it is critical.'),
    })
    .prefault({})
    .refine((u) => u.warn <= u.critical, 'warn must not be above critical')
    .describe(text);

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
      ipa: instances('Input processors by instance: `rules` understands by grammar.').default({ rules: true }),
      wba: instances('World builders by instance: `rules` simulates the world.').default({ rules: true }),
      nga: instances('Narrative generators by instance: `authored` tells from written story.').default({
        authored: true,
      }),
    },
    'Agents by type and instance, each on or off. The first that is on and can do a step does it.',
  ),
  timeouts: section(
    {
      ipaS: seconds(120).default(10).describe('Seconds the input processor may take.'),
      wbaS: seconds(120).default(15).describe('Seconds the world builder may take.'),
      ngaS: seconds(120).default(20).describe('Seconds the narrative generator may take.'),
      stepS: seconds(600)
        .default(60)
        .describe('Seconds one step of a workflow definition may take, unless it says otherwise.'),
      workflowS: seconds(3600).default(300).describe('Seconds one run of a workflow definition may take.'),
      warnAt: fraction.default(0.75).describe('Share of a timeout at which a warning is logged.'),
    },
    'How long work may take.',
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
      queueSize: z
        .int()
        .min(10)
        .max(1_000_000)
        .default(10_000)
        .describe('Messages a mailbox holds before the least urgent are refused.'),
    },
    'Upper bounds that keep a busy installation answering.',
  ),
  thresholds: section(
    {
      turn: threshold(1, 2, 5, 'Duration of a whole turn.'),
      agent: threshold(0.8, 1.5, 3, 'Duration of one agent step.'),
      workflow: threshold(2, 5, 10, 'Duration of a run of a workflow definition.'),
      screeningMs: z
        .number()
        .positive()
        .max(2000)
        .default(200)
        .describe('Milliseconds within which a text must be screened.'),
      cpu: usage(0.85, 0.95, 'Processor in use.'),
      memory: usage(0.85, 0.95, 'Memory in use.'),
      gpuLimit: fraction.default(0.8).describe('Share of a graphics card that agents may fill.'),
    },
    'When operators are told.',
  ),
  recovery: section(
    {
      failuresToFallBack: z
        .int()
        .min(1)
        .max(100)
        .default(5)
        .describe('Failures in a row after which an agent is left out.'),
      probeAfterS: seconds(3600).default(60).describe('Seconds after which an agent that was left out is tried again.'),
      heartbeatTtlS: seconds(3600)
        .default(30)
        .describe('Seconds without a heartbeat after which an agent counts as gone.'),
    },
    'What happens when an agent fails.',
  ),
});

export type Config = z.output<typeof configSchema>;
