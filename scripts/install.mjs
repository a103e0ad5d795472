// Makes node_modules current, and does nothing else.
import { ensureInstalled, runOrExplain } from './lib/install.mjs';

await runOrExplain(ensureInstalled);
