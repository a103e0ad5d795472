// A house whose agents ask a model at a test's own endpoint, as its configuration says.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { House } from './house.ts';
import { openHouse } from './house.ts';
import type { ModelEndpoint } from './model-endpoint.ts';

export const ALL_THREE =
  'agents: {ipa: {rules: true, model: true}, wba: {rules: true, model: true}, nga: {authored: true, model: true}}';

export async function openModelHouse(
  endpoint: ModelEndpoint,
  options: { config?: string; temporal?: string; env?: Record<string, string> } = {},
): Promise<House> {
  const { config = ALL_THREE, temporal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'tta-model-'));
  const file = join(folder, 'tta_config.yaml');
  await writeFile(file, config);
  const house = await openHouse({
    env: { TTA_CONFIG: file, MODEL_URL: endpoint.url, MODEL_NAME: 'story-model', ...options.env },
    ...(temporal === undefined ? {} : { temporal }),
  });
  return {
    ...house,
    async close() {
      await house.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
