// `npm start`: installs the packages when they are missing or old, then becomes `tta dev` in this same process.
import { endWithNpm } from './lib/ancestors.mjs';
import { ensureInstalled, runOrExplain } from './lib/install.mjs';

endWithNpm();
await runOrExplain(async () => {
  await ensureInstalled();
  const { runTta } = await import('./lib/tta.mjs');
  await runTta(['dev', ...process.argv.slice(2)]);
});
