// Examines one world folder as its author would want it examined before anybody plays it. It knows no screening: whoever calls
// it screens the lines it gives.
import { AppError } from '../../domain/errors.ts';
import { checkedWorld } from '../load.ts';
import { fieldsOf } from '../parse.ts';
import { readSources, SHARED, type Sources, sourcesIn } from '../sources.ts';
import type { AuthoredWorld } from '../types.ts';
import type { AuthoredLine, Finding } from './finding.ts';
import { inOrder } from './finding.ts';
import { untoldParts } from './ink-rules.ts';
import { inkParts } from './ink-text.ts';
import { authoredLines, clinicalWords } from './lines.ts';
import { reachOf } from './reach.ts';
import { type Examined, WORLD_RULES } from './world-rules.ts';

export interface Linted {
  findings: readonly Finding[];
  /** What a player may read; of a world that cannot be loaded nothing. */
  lines: readonly AuthoredLine[];
}

/** AppError('config_invalid') only where there is no world at all. */
export function lintWorld(folder: string): Linted {
  const sources = readSources(folder);
  const yaml = sources['world.yaml'];
  if (yaml === undefined) throw new AppError('config_invalid', `Add world.yaml to the story folder ${folder}.`);
  let world: AuthoredWorld;
  try {
    world = checkedWorld(sources);
  } catch (error) {
    if (error instanceof AppError) return { findings: inOrder(invalid(error, sources)), lines: [] };
    throw error;
  }
  const examined: Examined = { world, reach: reachOf(world), parts: inkParts(world, sources), ...fieldsOf(yaml) };
  const own = Object.keys(sourcesIn(folder));
  const shared = sourcesIn(SHARED);
  const lines = authoredLines(examined).filter(({ file }) => own.includes(file));
  return {
    lines,
    findings: inOrder([
      ...WORLD_RULES.flatMap((rule) => rule(examined)),
      ...untoldParts(examined, commonCodes(shared), new Set(Object.keys(shared).filter((name) => !own.includes(name)))),
      ...clinicalWords(lines),
    ]),
  };
}

/** What may happen anywhere, by the names of the shared knots. */
function commonCodes(shared: Sources): Set<string> {
  const codes = Object.values(shared).flatMap((source) =>
    [...source.matchAll(/^=+\s*o_(\w+)/gm)].map((m) => m[1] ?? ''),
  );
  return new Set(codes.flatMap((code) => [code, code.replace(/_brief$/, '')]));
}

/** Of a world that cannot be loaded: each of the loader's complaints at the line that it names. */
function invalid(error: AppError, sources: Sources): Finding[] {
  const issues = error.issues.length > 0 ? error.issues : [{ path: '', message: error.message }];
  return issues.map(({ path, message }) => {
    const yaml = /^(\S+):(\d+) (.*)$/s.exec(message);
    const ink = /'([^']+)' line (\d+): (.*)/s.exec(message);
    const [, file, line, text] = yaml ?? ink ?? [];
    const unwritten = message === 'no such knot or stitch';
    return {
      severity: 'error',
      code: unwritten ? 'knot-missing' : ink === null ? 'invalid' : 'ink',
      file: file ?? 'world.yaml',
      line: Number(line ?? (unwritten ? lineNaming(path, sources) : 1)),
      message: unwritten ? `Write the ink ${path}: the world can come to tell it.` : (text ?? message),
    };
  });
}

function lineNaming(path: string, sources: Sources): number {
  const [entity = ''] = path.split('.');
  const lines = (sources['world.yaml'] ?? '').split('\n');
  return (
    1 +
    Math.max(
      0,
      lines.findIndex((line) => new RegExp(`\\b${entity}\\b`).test(line)),
    )
  );
}
