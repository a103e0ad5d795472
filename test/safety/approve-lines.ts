// Writes the list of help sentences that may be shown when no screening rules can be read. Run after editing a help text:
// node --import tsx test/safety/approve-lines.ts
import { writeFileSync } from 'node:fs';
import { authoredSentences } from '../../src/people/index.ts';
import { approvalHash, createSafety } from '../../src/safety/index.ts';

const safety = createSafety();
const sentences = authoredSentences();
for (const sentence of sentences) safety.approve(sentence, 'authored help');
const hashes = sentences.map(approvalHash).sort();
writeFileSync(new URL('../../src/safety/approved-lines.json', import.meta.url), `${JSON.stringify(hashes, null, 2)}\n`);
process.stdout.write(`${hashes.length} sentences approved\n`);
