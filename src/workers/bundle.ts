// The workflow bundle: built once per state of the sources and kept under .local, since building it takes seconds.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { FAILURE_CONVERTER_PATH } from '../compose/temporal.ts';

const SOURCES = fileURLToPath(new URL('..', import.meta.url));

/**
 * Path of a ready bundle in `cacheDir`. The SDK takes a stack trace of every promise that a workflow makes, for Temporal's Call
 * Stack view; that is a sixth of a turn's work in the worker, so without `callStacks` the traces are empty.
 */
export async function workflowBundle(cacheDir: string, { callStacks = false } = {}): Promise<{ codePath: string }> {
  const codePath = join(cacheDir, `workflows-${await fingerprint()}${callStacks ? '-stacks' : ''}.js`);
  try {
    await readFile(codePath);
    return { codePath };
  } catch {
    // Not built yet for these sources.
  }
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(SOURCES, 'workflows', 'index.ts'),
    failureConverterPath: FAILURE_CONVERTER_PATH,
    logger: { trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error, log() {} },
  });
  await mkdir(dirname(codePath), { recursive: true });
  // Written aside first: two processes may build at once, and neither may read half a file.
  const aside = `${codePath}.${process.pid}`;
  await writeFile(aside, callStacks ? code : `Error.stackTraceLimit = 0; ${code}`);
  await rename(aside, codePath);
  return { codePath };
}

/** Everything a bundle is made from: our workflow and domain sources, and the SDK's version. */
async function fingerprint(): Promise<string> {
  const sdk: { version: string } = createRequire(import.meta.url)('@temporalio/worker/package.json');
  const hash = createHash('sha256')
    .update(sdk.version)
    .update(await readFile(FAILURE_CONVERTER_PATH));
  for (const room of ['workflows', 'domain']) {
    for (const name of (await readdir(join(SOURCES, room))).filter((file) => file.endsWith('.ts')).sort()) {
      hash.update(name).update(await readFile(join(SOURCES, room, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
