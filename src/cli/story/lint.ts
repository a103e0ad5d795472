// `tta story lint [WORLD…]`: what an author should mend before anybody plays, plot and ink by the story's own rules, words by
// the screening of the running system.
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { typeset } from '../../domain/typography.ts';
import type { Safety } from '../../safety/index.ts';
import { createSafety } from '../../safety/index.ts';
import type { AuthoredLine, Finding } from '../../story/index.ts';
import { bundledFolders, folderOf, inOrder, lintWorld } from '../../story/index.ts';

export async function lint(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const folders = positionals.length === 0 ? bundledFolders() : positionals.map(folderOf);
  const safety = createSafety({
    onFault: (error) => {
      throw error;
    },
  });
  const all = folders.map((folder) => {
    const { findings, lines } = lintWorld(folder);
    const found = inOrder([...findings, ...lines.flatMap((line) => screened(line, safety))]);
    for (const { file, line, severity, code, message } of found)
      console.log(`${relative('.', folder) || '.'}/${file}:${line} ${severity} ${code}: ${message}`);
    return found;
  });
  const count = (severity: Finding['severity']): number => all.flat().filter((one) => one.severity === severity).length;
  const errors = count('error');
  console.log(`${many(folders.length, 'world')}: ${many(errors, 'error')}, ${many(count('warning'), 'warning')}.`);
  return errors === 0 ? 0 : 1;
}

const many = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** A line that is blocked is never told: the player would get a plainer one, and the author would not know. */
function screened({ file, line, text, kind }: AuthoredLine, safety: Safety): Finding[] {
  const shown = typeset(text);
  const told = safety.screenAgentText(shown);
  const findings: Finding[] = [];
  if (told.blocked) {
    const [rule = ''] = told.reasons;
    const instead = safety.describe(rule)?.alternative;
    const advice = instead == null ? 'Say it in another way.' : `Instead: ${instead}`;
    findings.push({
      severity: 'error',
      code: 'screen-blocked',
      file,
      line,
      message: `The screen of narratives stops this (${rule}). ${advice}`,
    });
  }
  if (kind !== 'suggestion') return findings;
  const sent = safety.screenPlayerText(shown);
  if (sent.response !== 'story' || sent.blocked) {
    findings.push({
      severity: 'error',
      code: 'suggestion-alarms',
      file,
      line,
      message: `A player who taps this suggestion would be taken out of the story (${sent.reasons.join(', ')}). Word it in another way.`,
    });
  }
  return findings;
}
