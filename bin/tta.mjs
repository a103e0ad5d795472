#!/usr/bin/env node
// `npx tta …`
import { endWithNpm } from '../scripts/lib/ancestors.mjs';
import { runTta } from '../scripts/lib/tta.mjs';

endWithNpm();
await runTta(process.argv.slice(2));
