// Rules on the text of the sources that the import rules cannot see, since a type leaves no trace in an import graph.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/install.mjs';

const RULES = [
  {
    why: 'only safety/ may vouch for a text: pass it through the screening door instead of casting',
    folders: ['src', 'web', 'bench', 'examples'],
    except: /^src\/safety\//,
    pattern:
      /\bas\s+(unknown\s+as\s+)?(readonly\s+)?ScreenedText\b|<\s*(readonly\s+)?ScreenedText(\[\])?\s*>\s*[\w('"`]/g,
  },
  {
    why: 'a workflow may take only types of an activity: write `import type`',
    folders: ['src/workflows'],
    pattern: /^import\s+(?!type\b)[^;]*?from\s+'[./]*\/activities\/[^']*'/gm,
  },
  {
    why: 'the pages take nothing of the server but the words of domain/',
    folders: ['web'],
    pattern: /from\s+'[./]+\/src\/(?!domain\/)[^']*'/g,
  },
];

let found = 0;
for (const { why, folders, except, pattern } of RULES) {
  for (const file of folders.flatMap(sourcesUnder)) {
    if (except?.test(file)) continue;
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const match of text.matchAll(pattern)) {
      found += 1;
      console.log(`${file}:${text.slice(0, match.index).split('\n').length}: ${why}`);
    }
  }
}
process.exitCode = found === 0 ? 0 : 1;

function sourcesUnder(folder) {
  try {
    return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1))
      .filter((file) => !file.startsWith('web/dist'));
  } catch {
    return []; // the folder is not there
  }
}
