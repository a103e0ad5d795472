// The `tta` command: finds the subcommand, runs it, and turns a fault into one sentence.
import { AppError } from '../domain/errors.ts';
import { COMMANDS, type Command } from './commands.ts';

export async function main(args: readonly string[]): Promise<number> {
  const [first = 'help'] = args;
  if (['help', '--help', '-h'].includes(first)) {
    console.log(help());
    return 0;
  }
  const found = find(args);
  if (found === null) {
    console.error(`There is no command "${first}". Try: npx tta help`);
    return 2;
  }
  const { command, rest } = found;
  if (rest.some((word) => word === '--help' || word === '-h')) {
    console.log(`Usage: npx tta ${call(command)}\n\n${command.summary}`);
    return 0;
  }
  if (command.run === undefined) {
    console.error(`"${command.name}" is not in this version. Try: npx tta help`);
    return 2;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    console.error(explain(error, command));
    return 1;
  }
}

/** Names may be of two words, such as `config check`. */
function find(args: readonly string[]): { command: Command; rest: readonly string[] } | null {
  for (const command of COMMANDS) {
    const words = command.name.split(' ');
    if (words.every((word, i) => args[i] === word)) return { command, rest: args.slice(words.length) };
  }
  return null;
}

function explain(error: unknown, command: Command): unknown {
  if (error instanceof AppError) {
    // Some messages name their issues already.
    const more = error.issues.filter((issue) => !error.message.includes(issue.message));
    return [error.message, ...more.map((issue) => `  ${issue.path}: ${issue.message}`)].join('\n');
  }
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    return `${error.message}\nUsage: npx tta ${call(command)}`;
  }
  return error;
}

function help(): string {
  const lines = COMMANDS.map((command) => {
    return `  ${call(command)}\n      ${command.summary}${command.run === undefined ? ' (not in this version)' : ''}`;
  });
  return `Usage: npx tta COMMAND\n\n${lines.join('\n')}\n`;
}

function call(command: Command): string {
  return `${command.name} ${command.usage ?? ''}`.trim();
}
