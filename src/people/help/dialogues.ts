// Loads the authored help dialogues. Nothing here is generated; a file that is not valid stops the start, naming the field.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import type { CrisisKind, Level } from '../../domain/verdict.ts';
import { CRISIS_KINDS } from '../../domain/verdict.ts';
import type { ResourceKind } from '../resources/index.ts';

const line = z.string().min(5);
const header = { author: line, date: z.string(), reviewedBy: line };

const common = z.strictObject({
  ...header,
  software: line,
  nobodyTold: line,
  resourcesLead: line,
  unknownCountry: line,
  game: z.strictObject({ checkin: line, hold: z.array(line).min(3) }),
  goOn: z.strictObject({ checkin: line, hold: z.array(line).min(3) }),
  noBetterWords: line,
  suggestions: z.strictObject({ game: line, goOn: line }),
  stay: z.array(line).min(8),
  notices: z.record(z.string(), line),
  support: z.record(z.string(), line),
});

/** How an answer is understood: what each step has a reply to. */
export const ANSWERS = ['yes', 'no', 'silence', 'rude', 'other'] as const;
export type Answer = (typeof ANSWERS)[number];

const dialogue = z.strictObject({
  ...header,
  kind: z.enum(CRISIS_KINDS),
  /** Levels this file is for; all where it says none. */
  levels: z.array(z.enum(['moderate', 'high', 'critical'])).default(['moderate', 'high', 'critical']),
  resources: z
    .array(z.enum(['suicide', 'selfharm', 'abuse', 'violence', 'medical', 'psychosis', 'eating', 'distress']))
    .min(1),
  opening: z.partialRecord(z.enum(['moderate', 'high', 'critical']), line),
  steps: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z]+$/),
        ask: line,
        suggestions: z.array(z.string().min(2).max(40)).length(3),
        yes: line,
        no: line,
        silence: line,
        rude: line,
        other: line,
      }),
    )
    .min(4),
});

export type Common = z.infer<typeof common>;
export type Dialogue = z.infer<typeof dialogue> & { name: string };
export type Step = Dialogue['steps'][number];

export interface Dialogues {
  common: Common;
  all: readonly Dialogue[];
  find(kind: CrisisKind, level: Level): Dialogue;
  named(name: string): Dialogue | undefined;
}

const OWN_DIRECTORY = fileURLToPath(new URL('./dialogues', import.meta.url));

export function loadDialogues(directory = OWN_DIRECTORY): Dialogues {
  const files = readdirSync(directory).filter((name) => name.endsWith('.yaml'));
  const shared = check(common, 'common.yaml', directory);
  const all = files
    .filter((file) => file !== 'common.yaml')
    .sort()
    .map((file): Dialogue => ({ ...check(dialogue, file, directory), name: file.replace('.yaml', '') }));
  for (const found of all) {
    const missing = found.levels.find((level) => found.opening[level] === undefined);
    if (missing !== undefined)
      throw new AppError('config_invalid', `The dialogue ${found.name} has no opening for ${missing}`);
  }
  const find = (kind: CrisisKind, level: Level): Dialogue => {
    // A case opened by hand can have any level; help below moderate speaks as moderate.
    const spoken = level === 'high' || level === 'critical' ? level : 'moderate';
    const found = all.find((d) => d.kind === kind && d.levels.includes(spoken)) ?? all.find((d) => d.kind === kind);
    if (found === undefined) throw new AppError('config_invalid', `There is no help dialogue for ${kind}`);
    return found;
  };
  for (const kind of CRISIS_KINDS) find(kind, 'high');
  return { common: shared, all, find, named: (name) => all.find((d) => d.name === name) };
}

export function openingOf(found: Dialogue, level: Level): string {
  const spoken = level === 'high' || level === 'critical' ? level : 'moderate';
  return found.opening[spoken] ?? Object.values(found.opening)[0] ?? '';
}

export function resourceKinds(found: Dialogue): readonly ResourceKind[] {
  return found.resources;
}

function check<T>(schema: z.ZodType<T>, file: string, directory: string): T {
  const result = schema.safeParse(parse(readFileSync(join(directory, file), 'utf8')));
  if (result.success) return result.data;
  const issues = result.error.issues.map((i) => ({
    path: `${file} ${i.path.map(String).join('.')}`,
    message: i.message,
  }));
  throw new AppError('config_invalid', `The help texts are not valid: ${issues[0]?.path}: ${issues[0]?.message}`, {
    issues,
  });
}
