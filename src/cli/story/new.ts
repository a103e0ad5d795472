// `tta story new ID [--dir DIR]`: a small world that is whole, to be changed line by line.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../../domain/errors.ts';
import { loadWorld, starterFiles, worldsFolder } from '../../story/index.ts';

const OPTIONS = { dir: { type: 'string' } } as const;
const ID = /^[a-z][a-z0-9-]{0,39}$/;

export async function create(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [id = '', ...more] = positionals;
  if (!ID.test(id) || more.length > 0) {
    throw new AppError(
      'malformed',
      'Give the new world one id: lower-case letters, digits and -, such as night-garden.',
    );
  }
  const folder = resolve(values.dir ?? worldsFolder, id);
  claim(folder);
  for (const [name, text] of Object.entries(starterFiles(id))) writeFileSync(join(folder, name), text);
  const { title } = loadWorld(folder);
  const shown = relative('.', folder);
  console.log(`${title} is in ${shown}. Next:\n  npx tta story play ${shown} --reload\n  npx tta story lint ${shown}`);
  return 0;
}

/** Made by us or refused: what somebody has written is never written over. */
function claim(folder: string): void {
  mkdirSync(resolve(folder, '..'), { recursive: true });
  try {
    mkdirSync(folder);
  } catch (cause) {
    throw new AppError(
      'config_invalid',
      `${folder} cannot be made, or is there already. Choose another id, or --dir.`,
      {
        cause,
      },
    );
  }
}
