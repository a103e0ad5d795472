// Loads the TypeScript of the `tta` command into this process, without a build and without a second process.
import { register } from 'tsx/esm/api';

export async function runTta(args) {
  register();
  const { main } = await import('../../src/cli/tta.ts');
  process.exitCode = await main(args);
}
