// `npm run docs`: writes what is made from code into docs/.
import { writeFileSync } from 'node:fs';
import { configurationGuide } from '../src/config/index.ts';

writeFileSync(new URL('../docs/configuration.md', import.meta.url), configurationGuide());
