// Values of a schema, made from the schema itself: so a field that is added is tested without anybody thinking of it.
import fc from 'fast-check';
import { z } from 'zod';

type Shape = z.core.JSONSchema.JSONSchema;

/** Any value the schema accepts, as it comes out of JSON. */
export function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return values(z.toJSONSchema(schema));
}

/** Paths of all fields, array places as `0` and free keys as `*`. */
export function fieldsOf(schema: z.ZodType): string[] {
  return [...new Set(fields(z.toJSONSchema(schema), ''))].sort();
}

/** The paths of all fields a value has, as in an error. */
export function pathsIn(value: unknown, before: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...before, key], ...pathsIn(inner, [...before, key])]);
}

/** A path as `fieldsOf` writes it. */
export function fieldAt(path: readonly string[], known: readonly string[]): string {
  const candidates = known.filter((field) => {
    const parts = field.split('.');
    return (
      parts.length === path.length &&
      parts.every((part, i) => part === path[i] || part === '*' || (part === '0' && /^\d+$/.test(path[i] ?? '')))
    );
  });
  return candidates[0] ?? `unknown: ${path.join('.')}`;
}

/** The value with the field at the path spoilt, or taken out. */
export function spoilt(value: unknown, path: readonly string[], how: 'wrong' | 'absent'): unknown {
  const copy: unknown = structuredClone(value);
  const [last = '', ...rest] = path.toReversed();
  // Paths come from `pathsIn`, so each step of one is an object or a list.
  const holder = rest.toReversed().reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy) as Record<
    string,
    unknown
  >;
  if (how === 'absent') delete holder[last];
  else holder[last] = unlike(holder[last]);
  return copy;
}

function unlike(value: unknown): unknown {
  if (Array.isArray(value)) return 'not a list';
  return typeof value === 'object' && value !== null ? 7 : [];
}

function values(shape: Shape): fc.Arbitrary<unknown> {
  const options = shape.anyOf ?? shape.oneOf;
  if (options !== undefined) return fc.oneof(...options.map((option) => values(shapeOf(option))));
  if (Array.isArray(shape.type)) return fc.oneof(...shape.type.map((type) => values({ ...shape, type })));
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  switch (shape.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: shape.minimum ?? -1_000_000, max: Math.min(shape.maximum ?? 2 ** 31 - 1, 2 ** 31 - 1) });
    case 'number':
      return fc
        .double({ min: shape.minimum ?? -1e9, max: shape.maximum ?? 1e9, noNaN: true })
        .map((number) => (number === 0 ? 0 : number)); // JSON has no negative zero
    case 'string':
      return shape.pattern !== undefined
        ? fc.stringMatching(new RegExp(shape.pattern))
        : fc.string({
            minLength: shape.minLength ?? 0,
            maxLength: Math.min(shape.maxLength ?? 40, 40),
            unit: 'grapheme',
          });
    case 'array':
      return fc.array(values(shapeOf(shape.items)), { minLength: shape.minItems ?? 0, maxLength: 2 });
    case 'object':
      if (shape.properties === undefined) {
        return fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), values(shapeOf(shape.additionalProperties)), {
          maxKeys: 2,
          noNullPrototype: true,
        });
      }
      return fc.record(
        Object.fromEntries(Object.entries(shape.properties).map(([key, inner]) => [key, values(shapeOf(inner))])),
        { requiredKeys: shape.required ?? [], noNullPrototype: true },
      );
    default:
      throw new Error(`no values for ${JSON.stringify(shape).slice(0, 80)}`);
  }
}

function fields(shape: Shape, before: string): string[] {
  const under = (key: string, inner: unknown): string[] => {
    const path = before === '' ? key : `${before}.${key}`;
    return [path, ...fields(shapeOf(inner), path)];
  };
  return [
    ...(shape.anyOf ?? shape.oneOf ?? []).flatMap((option) => fields(shapeOf(option), before)),
    ...Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => under(key, inner)),
    ...(shape.type === 'array' ? under('0', shape.items) : []),
    ...(shape.type === 'object' && shape.properties === undefined ? under('*', shape.additionalProperties) : []),
  ];
}

/** JSON Schema allows `true` and lists in places where ours never has them. */
function shapeOf(value: unknown): Shape {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not a plain shape');
  return value as Shape;
}
