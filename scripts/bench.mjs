// `npm run bench`: installs the packages when they are missing or old, then runs bench/bench.ts in this same process.
import { endWithNpm } from './lib/ancestors.mjs';
import { ensureInstalled, runOrExplain } from './lib/install.mjs';

endWithNpm();
await runOrExplain(async () => {
  await ensureInstalled();
  const { register } = await import('tsx/esm/api');
  register();
  await import('../bench/bench.ts');
});
