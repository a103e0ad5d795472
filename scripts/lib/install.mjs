// The packages of package-lock.json are there and current after this. Plain JavaScript: nothing is installed yet.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const LOCAL = join(ROOT, '.local');
const RECORD = join(ROOT, 'node_modules', '.package-lock.json');

/** Runs `npm ci` when node_modules was not made from this package-lock; otherwise returns at once. */
export async function ensureInstalled() {
  refuseOldNode();
  if (isCurrent()) return;
  await withLock(join(LOCAL, 'install.lock'), async () => {
    // Another copy of us, `npm test` beside `npm start`, may have installed while we waited.
    if (isCurrent()) return;
    console.log('packages: installing from package-lock.json, once');
    await npmCi();
  });
}

/** npm leaves in node_modules a record of what it installed; every package of the lock must be in it at that version. */
function isCurrent() {
  if (!existsSync(RECORD)) return false;
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const installed = packagesOf(RECORD);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    // Builds for other platforms are listed as optional and are rightly absent.
    return found === undefined ? entry.optional === true || entry.peer === true : found.version === entry.version;
  });
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

function npmCi() {
  // On the same leash as every other program we start: killing us ends the installation too.
  const leash = join(ROOT, 'scripts', 'lib', 'leash.sh');
  const npm = ['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=warn'];
  const child = spawn('sh', [leash, '', '5', ...npm], { cwd: ROOT, stdio: ['pipe', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new SetupError('packages: `npm ci` failed (see above); it needs the npm registry, or a filled npm cache.'),
        );
    });
  });
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!fits)
    throw new SetupError(`Node ${process.versions.node} is too old or odd: install Node 20.19+, 22.12+ or 24+.`);
}

/** A fault the reader can mend; shown as its sentence, without a stack trace. */
export class SetupError extends Error {}

/** Runs `main`; a fault ends the process with one sentence where the fault is the reader's to mend. */
export async function runOrExplain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(1);
  }
}
