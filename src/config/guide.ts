// Writes docs/configuration.md from the schema, so that the guide cannot say anything the loader does not do.
import { z } from 'zod';
import { configSchema } from '../domain/schemas/config.ts';

/** What a JSON schema says of one field, as far as the guide shows it. */
interface FieldSchema {
  type?: string;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  pattern?: string;
  format?: string;
  enum?: readonly string[];
  properties?: Record<string, FieldSchema>;
}

export function configurationGuide(): string {
  const root = z.toJSONSchema(configSchema, { io: 'input' }) as FieldSchema; // zod's own type leaves these fields open
  const sections = Object.entries(root.properties ?? {}).map(([name, section]) => {
    const rows = fieldsOf(section, name).map(
      ([path, field]) => `| \`${path}\` | ${allowed(field)} | ${shown(field.default)} | ${field.description ?? ''} |`,
    );
    return [
      `## ${name}`,
      '',
      section.description ?? '',
      '',
      '| setting | values | default | what it does |',
      '|---|---|---|---|',
      ...rows,
    ].join('\n');
  });
  return `${HEAD}\n\n${sections.join('\n\n')}\n`;
}

const HEAD = `# Configuration

\`tta_config.yaml\` beside this file's folder, or the file that \`TTA_CONFIG\` names. Every setting has a default, so an empty
file is complete. An unknown setting or a bad value is refused with its line and reason, and nothing of the file is used:
\`npx tta config check [FILE]\` says what the running system would say. Made by \`npm run docs\`; do not edit.`;

function fieldsOf(section: FieldSchema, path: string): [string, FieldSchema][] {
  return Object.entries(section.properties ?? {}).flatMap(([name, field]): [string, FieldSchema][] =>
    field.properties === undefined ? [[`${path}.${name}`, field]] : fieldsOf(described(field), `${path}.${name}`),
  );
}

/** Fields of a group within a section are told with the group's own words before theirs. */
function described(group: FieldSchema): FieldSchema {
  const entries = Object.entries(group.properties ?? {}).map(([name, field]): [string, FieldSchema] => [
    name,
    { ...field, description: `${group.description ?? ''} ${field.description ?? ''}`.trim() },
  ]);
  return { ...group, properties: Object.fromEntries(entries) };
}

/** Formats have patterns too, which say nothing to a reader: the only bare pattern is that of a country. */
const FORMATS: Readonly<Record<string, string>> = { email: 'a mail address', uri: 'an http(s) address' };

function allowed(field: FieldSchema): string {
  if (field.enum !== undefined) return field.enum.join(', ');
  if (field.type === 'boolean') return 'true, false';
  if (field.type === 'object') return 'instance: true or false';
  if (field.type === 'array') return 'a list';
  if (field.format !== undefined) return FORMATS[field.format] ?? field.format;
  if (field.pattern !== undefined) return 'two capital letters';
  if (field.type === 'string') return 'text';
  const low = field.exclusiveMinimum === undefined ? `${field.minimum}` : `above ${field.exclusiveMinimum}`;
  return `${low} to ${field.maximum}`;
}

function shown(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none';
  if (typeof value !== 'object' || value === null) return `\`${value}\``;
  return Object.entries(value)
    .map(([key, on]) => `\`${key}: ${on}\``)
    .join(', ');
}
