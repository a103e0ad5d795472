// Compiles a world's ink sources in memory. A fault in them stops the start, so that no player meets it.
import { Compiler, CompilerOptions, JsonFileHandler } from 'inkjs/full';
import { AppError } from '../domain/errors.ts';
import { type CompiledInk, createCompiled } from './compiled.ts';

/**
 * `files` by name, `main` includes the others. With `keep`, a folder, what an earlier process compiled from the same text is
 * taken from there. AppError('config_invalid') with ink's own messages, which name the line.
 */
export function compileInk(main: string, files: Readonly<Record<string, string>>, keep?: string): CompiledInk {
  if (keep === undefined) return compile(main, files);
  const compiled = createCompiled(keep, main, files);
  const known = compiled.read();
  if (known !== undefined) return known;
  const fresh = compile(main, files);
  compiled.keep(fresh);
  return fresh;
}

function compile(main: string, files: Readonly<Record<string, string>>): CompiledInk {
  const faults: string[] = [];
  const report = (message: string): void => {
    faults.push(message);
  };
  try {
    const options = new CompilerOptions(main, [], false, report, new JsonFileHandler({ ...files }));
    const story = new Compiler(files[main] ?? '', options).Compile();
    const json = faults.length === 0 ? story.ToJson() : undefined;
    if (typeof json !== 'string') throw new Error('ink did not compile');
    const paths = new Set<string>();
    for (const [knot, container] of story.mainContentContainer.namedContent) {
      paths.add(knot);
      // Named content is a container whenever it is a knot; only those have stitches.
      if (!('namedContent' in container) || !(container.namedContent instanceof Map)) continue;
      for (const stitch of container.namedContent.keys()) paths.add(`${knot}.${String(stitch)}`);
    }
    return { json, paths };
  } catch (cause) {
    const first = faults[0] ?? (cause instanceof Error ? cause.message : 'unknown fault');
    const issues = faults.map((message) => ({ path: main, message }));
    throw new AppError('config_invalid', `Mend the ink of the story: ${first}`, { issues, cause });
  }
}
