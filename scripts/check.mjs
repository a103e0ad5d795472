// `npm run check`: everything that can be said of the code without running it, in one go; each complaint in full, then the tally.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { endWithNpm } from './lib/ancestors.mjs';
import { ensureInstalled, ROOT, runOrExplain } from './lib/install.mjs';

const CHECKS = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'lint and format', command: ['biome', 'check', '.'] },
  { name: 'import rules', command: ['depcruise', 'src', 'bench', 'test', 'examples', '-T', 'err'] },
  { name: 'text rules', command: ['node', 'scripts/text-rules.mjs'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'worlds', command: ['node', 'bin/tta.mjs', 'story', 'lint'] },
];

endWithNpm();
await runOrExplain(async () => {
  await ensureInstalled();
  // Side by side: each uses about one core, and together they take as long as the slowest.
  const results = await Promise.all(CHECKS.map(runCheck));
  for (const { output, failed } of results) if (failed) console.log(output.trimEnd());
  for (const { name, failed, seconds } of results)
    console.log(`${failed ? 'FAILED' : 'ok    '}  ${name} (${seconds} s)`);
  process.exitCode = results.some((result) => result.failed) ? 1 : 0;
});

function runCheck({ name, command: [tool = '', ...args] }) {
  const from = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const program = tool === 'node' ? process.execPath : join(ROOT, 'node_modules', '.bin', tool);
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => keep(error.message));
    child.on('close', (code) => {
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      resolve({ name, output: `--- ${name}\n${output}`, failed: code !== 0, seconds });
    });
  });
}
