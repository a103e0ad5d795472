// `tta model install`: a small language model on this machine, for trying what the agents do with one.
import { installEngine, installSmallModel } from './ground/model.ts';
import { sayAs } from './ground/progress.ts';

export async function install(): Promise<number> {
  const say = sayAs('model');
  await installEngine(say);
  const file = await installSmallModel(say);
  console.log(`MODEL_URL=embedded:${file}`);
  console.log('Any other GGUF file can take its place; this one is small enough to try the path, not to write well.');
  console.log(
    'Nothing asks it until agents.ipa.model, agents.wba.model or agents.nga.model is true in tta_config.yaml.',
  );
  return 0;
}
