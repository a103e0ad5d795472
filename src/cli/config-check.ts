// `tta config check [FILE]`: what the running system would say of a configuration.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config/index.ts';

export async function configCheck(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const file = resolve(positionals[0] ?? process.env.TTA_CONFIG ?? 'tta_config.yaml');
  loadConfig(file);
  console.log(`${file} is sound.`);
  return 0;
}
