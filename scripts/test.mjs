// `npm test`: installs the packages when they are missing or old, then runs test/support/run.ts in this same process.
import { endWithNpm } from './lib/ancestors.mjs';
import { ensureInstalled, runOrExplain } from './lib/install.mjs';

endWithNpm();
await runOrExplain(async () => {
  await ensureInstalled();
  const { register } = await import('tsx/esm/api');
  register();
  const { runTests } = await import('../test/support/run.ts');
  process.exitCode = await runTests(process.argv.slice(2));
});
