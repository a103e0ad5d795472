// The language model of an installation: made where agents ask it, named where people agree to it, and neither unless an agent
// that would ask is switched on.
import type { Config, Environment } from '../config/index.ts';
import type { ModelProvider } from '../models/index.ts';
import { providerFrom, providerName } from '../models/index.ts';

/** AppError('config_invalid' | 'part_missing') where a model is wanted and what names it is wrong. */
export async function modelOf(env: Environment, config: Config): Promise<ModelProvider | null> {
  return isWanted(config) ? providerFrom(env) : null;
}

/** Who would receive what players write, for the intake; null when nobody. */
export async function modelNameOf(env: Environment, config: Config): Promise<string | null> {
  return isWanted(config) ? providerName(env) : null;
}

function isWanted({ agents }: Config): boolean {
  return [agents.ipa, agents.wba, agents.nga].some((instances) => instances.model === true);
}
