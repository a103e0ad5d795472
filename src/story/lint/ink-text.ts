// A world's ink as authors see it: where each knot and stitch stands, what it says, and which others it goes on to.
import { z } from 'zod';
import type { Sources } from '../sources.ts';
import type { AuthoredWorld } from '../types.ts';

export interface InkPart {
  /** `knot`, or `knot.stitch`. */
  path: string;
  file: string;
  line: number;
  /** What stands between two decisions, one piece each. */
  pieces: readonly { text: string; line: number }[];
  /** Parts that it goes on to, calls or threads. */
  leadsTo: ReadonlySet<string>;
  /** Stages that its words depend on. */
  asks: readonly { storyline: string; stage: number }[];
}

const compiled = z.object({ root: z.array(z.unknown()) });
const HEADER = /^\s*(={2,})\s*(?:function\s+)?([A-Za-z_]\w*)|^\s*=\s*([A-Za-z_]\w*)/;

/** Every knot and stitch; a knot with stitches holds what it says itself. */
export function inkParts(world: AuthoredWorld, sources: Sources): Map<string, InkPart> {
  const headers = headersOf(sources, world.ink.paths);
  const parts = new Map<string, InkPart>();
  const { root } = compiled.parse(JSON.parse(world.ink.json));
  for (const [knot, container] of namedIn(root)) {
    if (!world.ink.paths.has(knot)) continue;
    const own = partsOf(knot, container, world.ink.paths);
    for (const [path, { texts, targets }] of own) {
      const at = headers.get(path) ?? headers.get(knot) ?? { file: 'world.yaml', line: 1, lines: [] };
      parts.set(path, {
        path,
        file: at.file,
        line: at.line,
        pieces: texts.map((text) => ({
          text,
          line:
            at.line +
            Math.max(
              0,
              at.lines.findIndex((l) => l.includes(text)),
            ),
        })),
        asks: stagesIn(at.lines),
        leadsTo: new Set([...targets].flatMap((target) => resolve(target, knot, world.ink.paths))),
      });
    }
  }
  return parts;
}

interface Held {
  texts: string[];
  targets: Set<string>;
}

function partsOf(knot: string, container: unknown, paths: ReadonlySet<string>): Map<string, Held> {
  const found = new Map<string, Held>([[knot, { texts: [], targets: new Set() }]]);
  const walk = (node: unknown, path: string): void => {
    const held = found.get(path);
    if (held === undefined) return;
    if (typeof node === 'string') {
      const text = node.startsWith('^') ? node.slice(1).trim() : '';
      if (/\p{L}/u.test(text)) held.texts.push(text);
    } else if (Array.isArray(node)) {
      for (const child of node) walk(child, path);
    } else if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if (typeof value === 'string' && ['->', 'f()', '->t->', '^->', '*'].includes(key)) held.targets.add(value);
        const stitch = `${knot}.${key}`;
        if (path === knot && paths.has(stitch)) {
          found.set(stitch, { texts: [], targets: new Set() });
          walk(value, stitch);
        } else walk(value, path);
      }
    }
  };
  walk(container, knot);
  return found;
}

/** Ink writes a target as a path from the root, or upwards from where it stands. */
function resolve(target: string, knot: string, paths: ReadonlySet<string>): string[] {
  const words = target.split('.').filter((word) => word !== '' && word !== '^');
  if (target.startsWith('.')) return words.map((word) => `${knot}.${word}`).filter((path) => paths.has(path));
  const [first = '', second = ''] = words;
  return [`${first}.${second}`, first].filter((path) => paths.has(path)).slice(0, 1);
}

function namedIn(root: readonly unknown[]): [string, unknown][] {
  const last = root.at(-1);
  return typeof last === 'object' && last !== null ? Object.entries(last) : [];
}

/** `stage("lamp") > 3` speaks of stage 4, `== 3` of 3. */
function stagesIn(lines: readonly string[]): InkPart['asks'] {
  const asked = lines.join('\n').matchAll(/stage\(\s*"(\w+)"\s*\)\s*(==|>=|>)\s*(\d+)/g);
  return [...asked].map(([, storyline = '', how, stage]) => ({
    storyline,
    stage: Number(stage) + (how === '>' ? 1 : 0),
  }));
}

/** Where each part begins, with the lines that belong to it. */
function headersOf(sources: Sources, paths: ReadonlySet<string>) {
  const headers = new Map<string, { file: string; line: number; lines: string[] }>();
  for (const [file, source] of Object.entries(sources)) {
    if (!file.endsWith('.ink')) continue;
    let knot = '';
    let lines: string[] = [];
    source.split('\n').forEach((text, i) => {
      const found = HEADER.exec(text);
      if (found?.[2] !== undefined) knot = found[2];
      const path = found?.[2] ?? (found?.[3] === undefined ? undefined : `${knot}.${found[3]}`);
      if (path !== undefined && paths.has(path)) {
        lines = [];
        headers.set(path, { file, line: i + 1, lines });
      }
      lines.push(text);
    });
  }
  return headers;
}
