// Prints how the screen does on a labelled set: recall per label and source, false alarms, and time per text.
// Run: TTA_SAFETY_DEV=<directory of .jsonl files> node --import tsx test/safety/measure.ts [--wrong]
import { AppError } from '../../src/domain/errors.ts';
import { createSafety } from '../../src/safety/index.ts';
import { measure, readLabelled } from './labelled.ts';

const directory = process.env.TTA_SAFETY_DEV;
if (directory === undefined) {
  process.stdout.write('Set TTA_SAFETY_DEV to the directory of the labelled texts (JSON lines).\n');
  process.exit(2);
}
const safety = createSafety({
  warm: true,
  onFault: (error) => {
    const issues = error instanceof AppError ? error.issues.map((i) => `${i.path}: ${i.message}`) : [String(error)];
    process.stderr.write(`${issues.join('\n')}\n`);
    process.exit(1);
  },
});
const result = measure(safety, readLabelled(directory));
for (const line of result.table) process.stdout.write(`${line}\n`);
if (process.argv.includes('--wrong')) for (const line of result.wrong) process.stdout.write(`${line}\n`);
