// The two web pages, built when their sources changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../../../scripts/lib/lock.mjs';
import type { Component } from '../../domain/component.ts';
import { AppError } from '../../domain/errors.ts';
import type { Say } from './fetch.ts';
import { ROOT } from './paths.ts';
import { lastLine, run } from './run.ts';

const WEB = join(ROOT, 'web');
const DIST = join(WEB, 'dist');
const STAMP = join(DIST, '.built-from');

export function createPage(say: Say): Component {
  return {
    name: 'page',
    async start() {
      if (existsSync(WEB) && !isCurrent(sourceHash()))
        await withLock(join(ROOT, '.local', 'page.lock'), () => build(say));
    },
    async ready() {},
    async drain() {},
    async stop() {},
    async health() {
      return existsSync(join(DIST, 'index.html')) ? { ok: true } : { ok: false, detail: 'not built' };
    },
  };
}

async function build(say: Say): Promise<void> {
  const hash = sourceHash();
  if (isCurrent(hash)) return;
  say('building the player page and the clinician console');
  // Built aside and moved into place, so that a gateway that serves the old page never serves half of the new one.
  const fresh = join(WEB, `dist.part-${process.pid}`);
  const config = join(ROOT, 'vite.config.ts');
  const where = existsSync(config) ? ['--config', config] : [WEB];
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const built = await run(process.execPath, [vite, 'build', ...where, '--outDir', fresh, '--emptyOutDir'], {
    cwd: ROOT,
  });
  if (built.code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new AppError(
      'part_missing',
      `The page could not be built: ${lastLine(built.output)} (run \`npx vite build\` to see all of it).`,
    );
  }
  writeFileSync(join(fresh, '.built-from'), hash);
  rmSync(DIST, { recursive: true, force: true });
  renameSync(fresh, DIST);
}

function isCurrent(hash: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
}

/** Of every file the page may be made from: its own, and the words it shares with the server. */
function sourceHash(): string {
  const hash = createHash('sha256');
  const files = [
    ...filesUnder(WEB),
    ...filesUnder(join(ROOT, 'src', 'domain')),
    join(ROOT, 'package-lock.json'),
    join(ROOT, 'vite.config.ts'),
  ];
  for (const file of files) {
    if (existsSync(file)) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('dist') && entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}
