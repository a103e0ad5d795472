// A schema means the same to a model in this process as it means everywhere else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { grammarShape } from '../../src/models/grammar.ts';
import { LLAMA_PACKAGE } from '../../src/models/index.ts';

describe('a grammar for a model in process', () => {
  it('takes one of several at any depth', () => {
    const either = { anyOf: [{ type: 'string' }, { type: 'null' }] };
    const one = { oneOf: [{ type: 'string' }, { type: 'null' }] };
    assert.deepEqual(grammarShape({ type: 'array', items: { type: 'object', properties: { to: either } } }), {
      type: 'array',
      items: { type: 'object', properties: { to: one } },
    });
    assert.deepEqual(grammarShape({ anyOf: [either, { const: 1 }] }), { oneOf: [one, { const: 1 }] });
  });

  it('leaves names and values alone that look like words of a schema', () => {
    const shape = { type: 'object', properties: { anyOf: { enum: ['anyOf', 'oneOf'] } }, required: ['anyOf'] };
    assert.deepEqual(grammarShape(shape), shape);
  });

  it('is made by the very version that is fetched', () => {
    const read = (file: string): unknown =>
      JSON.parse(readFileSync(new URL(`../../deploy/embedded-model/${file}`, import.meta.url), 'utf8'));
    const { name, version } = LLAMA_PACKAGE;
    assert.deepEqual(read('package.json'), {
      name: 'tta-embedded-model',
      private: true,
      dependencies: { [name]: version },
    });
    assert.match(
      JSON.stringify(read('package-lock.json')),
      new RegExp(`"node_modules/${name}":{"version":"${version}"`),
    );
  });
});
