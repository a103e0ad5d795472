// The door of the frameworks: what may be offered inside the story, one file for each framework, read and checked at start.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { AppError } from '../../domain/errors.ts';
import type { Technique } from '../../domain/plan.ts';
import { typeset } from '../../domain/typography.ts';
import { frameworkFile } from './schema.ts';

const FRAMEWORKS = fileURLToPath(new URL('.', import.meta.url));

/** Every technique, typeset as it is told. AppError('config_invalid') naming file and field of what must be mended. */
export function loadFrameworks(folder: string = FRAMEWORKS): Technique[] {
  const techniques = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => readFramework(name, readFileSync(join(folder, name), 'utf8')));
  const ids = techniques.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) {
    throw new AppError(
      'config_invalid',
      `Two framework files hold the technique ${twice}. Give one of them another id.`,
    );
  }
  return techniques;
}

function readFramework(name: string, source: string): Technique[] {
  const document = parseDocument(source);
  const unreadable = document.errors[0];
  if (unreadable !== undefined) {
    const message = unreadable.message.split('\n')[0] ?? 'it is not YAML';
    throw new AppError('config_invalid', `Mend ${name}: ${message}`, { issues: [{ path: name, message }] });
  }
  const read = frameworkFile.safeParse(document.toJS());
  if (!read.success) {
    const issues = read.error.issues.map(({ path, message }) => ({
      path: `${name} ${path.map(String).join('.')}`,
      message,
    }));
    throw new AppError('config_invalid', `Mend ${issues[0]?.path}: ${issues[0]?.message}`, { issues });
  }
  const { framework, techniques } = read.data;
  return techniques.map((technique) => ({
    ...technique,
    framework,
    forms: technique.forms.map((form) => ({
      ...form,
      beat: typeset(form.beat),
      suggestion: typeset(form.suggestion),
      done: typeset(form.done),
    })),
  }));
}
