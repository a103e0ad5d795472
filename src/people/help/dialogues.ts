// Loads the authored help dialogues. Nothing here is generated; a file that is not valid stops the start, naming the field.
// One directory per language of texts; only languages with a measured screen are offered, and that is English.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import type { CrisisKind, Level } from '../../domain/verdict.ts';
import { CRISIS_KINDS } from '../../domain/verdict.ts';
import { RESOURCE_KINDS } from '../resources/index.ts';

export const OFFERED_LANGUAGES = ['en'] as const;

/** How an answer is understood: what each step has a reply to. */
const ANSWERS = ['yes', 'no', 'silence', 'rude', 'other'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What each course asks at least (DESIGN 6): a direct question, means, alone?, someone you trust, next step. */
export const ASKED = ['question', 'means', 'alone', 'trust', 'next'] as const;
export const SPOKEN_LEVELS = ['moderate', 'high', 'critical'] as const;
export type SpokenLevel = (typeof SPOKEN_LEVELS)[number];

const line = z.string().min(5);
const key = z.string().regex(/^[a-z]+$/);
/** Long enough that nobody hears the same line twice soon. */
const pool = z.array(line).min(4);
const few = z.array(line).min(3);
const header = {
  language: z.enum(OFFERED_LANGUAGES),
  /** A role, not a name. */
  author: line,
  date: z.iso.date(),
  /** `not reviewed by a clinician`, or who did, as a role with the date. */
  reviewedBy: line,
};

const button = z.string().min(2).max(40);
const step = z.strictObject({
  asks: z.enum([...ASKED, 'more']),
  ask: line,
  buttons: z.strictObject({ yes: button, no: button, other: button }),
  yes: line,
  no: line,
  silence: line,
  rude: line,
  other: line,
});
/** `common.` before the name of a step that all dialogues share. */
const stepNames = z.array(z.string().regex(/^(common\.)?[a-z]+$/));
const course = z.strictObject({ opening: line, steps: stepNames.min(ASKED.length) });

const dialogue = z.strictObject({
  ...header,
  kind: z.enum(CRISIS_KINDS),
  /** Where several dialogues serve one kind: the rules (ids, or their beginnings) whose hit chooses this one. */
  rules: z.array(z.string()).default([]),
  /** Levels at which this one speaks when no rule chooses; all where it says none. */
  otherwise: z.array(z.enum(SPOKEN_LEVELS)).optional(),
  resources: z.array(z.enum(RESOURCE_KINDS)).min(1),
  courses: z.strictObject({
    moderate: course,
    high: course,
    critical: course,
    /** A hold that lasted its time: asked anew. Its opening lines are shared by all. */
    later: z.strictObject({ steps: stepNames.min(2) }),
  }),
  steps: z.record(key, step),
  /** In place of the common ones, where those would be wrong, such as a glass of water after poison. */
  stay: z.array(line).min(8).optional(),
});

const common = z.strictObject({
  ...header,
  software: line,
  nobodyTold: line,
  unknownCountry: line,
  game: z.strictObject({ checkin: line, hold: pool }),
  goOn: z.strictObject({ checkin: line, hold: pool }),
  suggestions: z.strictObject({ game: button, goOn: button }),
  again: pool,
  later: pool,
  still: pool,
  steps: z.record(key, step),
  after: z.strictObject({ yes: few, no: few, silence: few, rude: few, other: few }),
  danger: pool,
  stay: z.array(line).min(8),
  lastResort: line,
  notices: z.record(z.string(), line),
  support: z.record(z.string(), line),
});

export type Common = z.infer<typeof common>;
export type Step = z.infer<typeof step> & { key: string };

export interface Dialogue {
  name: string;
  kind: CrisisKind;
  rules: readonly string[];
  otherwise: readonly SpokenLevel[];
  resources: z.infer<typeof dialogue>['resources'];
  openings: Readonly<Record<SpokenLevel, string>>;
  /** Steps in the order they are asked in, for each level and for the new talk after a long hold. */
  courses: Readonly<Record<SpokenLevel | 'later', readonly Step[]>>;
  stay: readonly string[];
}

export interface Dialogues {
  common: Common;
  all: readonly Dialogue[];
  /** `reasons`: ids of the rules that hit; they choose among dialogues of one kind. */
  find(kind: CrisisKind, level: Level, reasons?: readonly string[]): Dialogue;
  named(name: string): Dialogue | undefined;
}

const OWN_DIRECTORY = fileURLToPath(new URL('./dialogues', import.meta.url));

/** Throws AppError('config_invalid') naming file and field. */
export function loadDialogues(language: (typeof OFFERED_LANGUAGES)[number] = 'en', root = OWN_DIRECTORY): Dialogues {
  const directory = join(root, language);
  const shared = check(common, 'common.yaml', directory);
  const sharedSteps = keyed(shared.steps, 'common');
  const all = readdirSync(directory)
    .filter((file) => file.endsWith('.yaml') && file !== 'common.yaml')
    .sort()
    .map((file) => compose(file, check(dialogue, file, directory), shared, sharedSteps));

  const find = (kind: CrisisKind, level: Level, reasons: readonly string[] = []): Dialogue => {
    const serving = all.filter((d) => d.kind === kind);
    const found =
      serving.find(({ rules }) => rules.some((rule) => reasons.some((reason) => isOrUnder(reason, rule)))) ??
      serving.find(({ otherwise }) => otherwise.includes(spokenLevel(level)));
    if (found === undefined) throw new AppError('config_invalid', `There is no help dialogue for ${kind} at ${level}`);
    return found;
  };
  for (const kind of CRISIS_KINDS) for (const level of SPOKEN_LEVELS) find(kind, level);
  return { common: shared, all, find, named: (name) => all.find((d) => d.name === name) };
}

/** A case opened by hand can have any level; help below moderate speaks as moderate. */
export function spokenLevel(level: Level): SpokenLevel {
  return level === 'high' || level === 'critical' ? level : 'moderate';
}

function compose(
  file: string,
  raw: z.infer<typeof dialogue>,
  shared: Common,
  sharedSteps: ReadonlyMap<string, Step>,
): Dialogue {
  const name = file.replace('.yaml', '');
  const own = keyed(raw.steps, name);
  const ordered = (which: SpokenLevel | 'later'): Step[] =>
    raw.courses[which].steps.map((asked) => {
      const found = sharedSteps.get(asked) ?? own.get(`${name}.${asked}`);
      if (found === undefined) throw broken(`${file} courses.${which}`, `there is no step "${asked}"`);
      return found;
    });
  const courses = {
    moderate: ordered('moderate'),
    high: ordered('high'),
    critical: ordered('critical'),
    later: ordered('later'),
  };
  for (const level of SPOKEN_LEVELS) {
    const missing = ASKED.find((what) => !courses[level].some(({ asks }) => asks === what));
    if (missing !== undefined) throw broken(`${file} courses.${level}`, `nothing asks about "${missing}"`);
  }
  const { kind, rules, resources } = raw;
  const { moderate, high, critical } = raw.courses;
  return {
    name,
    kind,
    rules,
    resources,
    otherwise: raw.otherwise ?? (rules.length === 0 ? SPOKEN_LEVELS : []),
    openings: { moderate: moderate.opening, high: high.opening, critical: critical.opening },
    courses,
    stay: raw.stay ?? shared.stay,
  };
}

function keyed(steps: Readonly<Record<string, z.infer<typeof step>>>, owner: string): Map<string, Step> {
  return new Map(
    Object.entries(steps).map(([name, found]) => [`${owner}.${name}`, { ...found, key: `${owner}.${name}` }]),
  );
}

/** `medical.overdose` is chosen by the rule of that id and by all whose id begins with it and a dot. */
function isOrUnder(reason: string, rule: string): boolean {
  return reason === rule || reason.startsWith(`${rule}.`) || reason.startsWith(`${rule}-`);
}

function check<T>(schema: z.ZodType<T>, file: string, directory: string): T {
  const result = schema.safeParse(parse(readFileSync(join(directory, file), 'utf8')));
  if (result.success) return result.data;
  const issues = result.error.issues.map((i) => ({
    path: `${file} ${i.path.map(String).join('.')}`,
    message: i.message,
  }));
  throw broken(issues[0]?.path ?? file, issues[0]?.message ?? 'cannot be read', issues);
}

function broken(path: string, message: string, issues = [{ path, message }]): AppError {
  return new AppError('config_invalid', `The help texts are not valid: ${path}: ${message}`, { issues });
}
