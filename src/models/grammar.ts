// What a JSON Schema asks, in the words that node-llama-cpp makes a grammar of. It knows `oneOf` and not `anyOf`, and lets a
// model answer nothing but null where it does not know a word: every optional value would be null, whatever was asked.

export function grammarShape(shape: unknown): unknown {
  if (Array.isArray(shape)) return shape.map(grammarShape);
  if (typeof shape !== 'object' || shape === null) return shape;
  return Object.fromEntries(
    Object.entries(shape).map(([word, value]) => {
      // Names of fields, not words of the schema.
      if (word === 'properties' || word === '$defs') return [word, eachOf(value)];
      if (word === 'enum' || word === 'const' || word === 'required') return [word, value];
      return [word === 'anyOf' ? 'oneOf' : word, grammarShape(value)];
    }),
  );
}

function eachOf(fields: unknown): unknown {
  if (typeof fields !== 'object' || fields === null) return fields;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, grammarShape(value)]));
}
