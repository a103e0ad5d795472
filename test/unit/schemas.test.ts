import assert from 'node:assert/strict';
import fc from 'fast-check';
import { z } from 'zod';
import { AppError } from '../../src/domain/errors.ts';
import * as door from '../../src/domain/schemas/index.ts';
import { parse } from '../../src/domain/schemas/index.ts';
import { fieldAt, fieldsOf, pathsIn, spoilt, valuesOf } from '../support/schema-values.ts';

const schemas = Object.entries(door).flatMap(([name, value]): [string, z.ZodType][] =>
  value instanceof z.ZodType ? [[name.replace(/Schema$/, ''), value]] : [],
);

function pathsOfRefusal(schema: z.ZodType, value: unknown): string[] {
  try {
    parse(schema, value);
    return [];
  } catch (error) {
    assert.ok(error instanceof AppError && error.code === 'malformed');
    return error.issues.map((issue) => issue.path);
  }
}

describe('every schema', () => {
  it('is found here', () => {
    assert.ok(schemas.length >= 25, `only ${schemas.length} schemas`);
  });

  for (const [name, schema] of schemas) {
    it(`${name}: a value is the same after it was written and read`, () => {
      fc.assert(
        fc.property(valuesOf(schema), (value) => {
          assert.deepEqual(parse(schema, JSON.parse(JSON.stringify(value))), value);
        }),
        { numRuns: 40 },
      );
    });

    it(`${name}: a wrong value in any field is refused with that field's path`, () => {
      const known = fieldsOf(schema);
      const seen = new Set<string>();
      const samples = fc.sample(valuesOf(schema), { seed: 7, numRuns: 60 });
      for (const sample of samples) {
        for (const path of pathsIn(sample)) {
          const field = fieldAt(path, known);
          if (seen.has(field)) continue;
          assert.deepEqual(pathsOfRefusal(schema, spoilt(sample, path, 'wrong')), [path.join('.')], field);
          seen.add(field);
        }
      }
      assert.deepEqual([...seen].sort(), known);
    });

    it(`${name}: a field that is missing is either optional or named`, () => {
      const [sample] = fc.sample(valuesOf(schema), { seed: 11, numRuns: 1 });
      const { properties, required = [] } = z.toJSONSchema(schema);
      for (const path of pathsIn(sample).filter((one) => one.length === 1)) {
        // Where a value is one of several shapes, none of them has an optional field.
        const expected = properties === undefined || required.includes(path.join('.')) ? path : [];
        assert.deepEqual(pathsOfRefusal(schema, spoilt(sample, path, 'absent')), expected);
      }
    });

    it(`${name}: what is no object at all is refused as a whole`, () => {
      for (const value of [null, 'text', 7, [], undefined]) {
        const [first, ...more] = pathsOfRefusal(schema, value);
        assert.equal(first, '');
        assert.deepEqual(more, []);
      }
    });
  }
});

describe('a refusal', () => {
  it('repeats nothing of what was sent', () => {
    const sent = { turnId: 'I feel so low', text: ['I feel so low'], afterSeq: 'I feel so low' };
    try {
      parse(door.turnRequestSchema, sent);
      assert.fail('accepted');
    } catch (error) {
      assert.ok(error instanceof AppError);
      assert.deepEqual(error.issues.map((issue) => issue.path).sort(), ['afterSeq', 'text', 'turnId']);
      assert.equal(JSON.stringify([error.message, error.issues]).includes('low'), false);
    }
  });

  it('never comes for the length or the emptiness of a turn, which must be read first', () => {
    const turnId = '00000000-0000-4000-8000-000000000000';
    for (const text of ['', 'x'.repeat(100_000), '\u0000'])
      assert.equal(parse(door.turnRequestSchema, { turnId, text }).text, text);
  });
});
