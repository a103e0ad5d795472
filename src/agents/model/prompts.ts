// Prompts are files with a version of their own, so that a change of wording is a change of the agent, seen in every record.
import { readFileSync } from 'node:fs';
import type { AgentType } from '../../domain/agents.ts';
import { AppError } from '../../domain/errors.ts';

export interface Prompt {
  /** Semantic version, of the file's head. */
  version: string;
  text: string;
}

/** AppError('config_invalid') for a file without its version. */
export function promptOf(agent: AgentType): Prompt {
  const file = `prompts/${agent}.md`;
  const source = readFileSync(new URL(file, import.meta.url), 'utf8');
  const found = /^---\nversion: (\d+\.\d+\.\d+)\n---\n([\s\S]+)$/.exec(source.replace(/\r\n/g, '\n'));
  const [, version, text] = found ?? [];
  if (version === undefined || text === undefined)
    throw new AppError('config_invalid', `${file}: begin it with a version between two lines of ---.`);
  return { version, text: text.trim() };
}
