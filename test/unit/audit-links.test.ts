import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from '../../src/telemetry/audit/entry.ts';
import { type Followed, follow, type Link } from '../../src/telemetry/audit/links.ts';

const headOf = async (previousHead: string, entry: string): Promise<string> =>
  createHmac('sha256', 'a key').update(`${previousHead}\n${entry}`).digest('hex');

async function chain(length: number, numbered = true): Promise<Link[]> {
  const links: Link[] = [];
  let previousHead = '';
  for (let i = 1; i <= length; i += 1) {
    const entry = JSON.stringify({ n: i, act: `act ${i}` });
    const head = await headOf(previousHead, entry);
    links.push({ previousHead, entry, head, place: numbered ? i : null, standing: 'agrees' });
    previousHead = head;
  }
  return links;
}

async function following(links: readonly Link[]): Promise<Followed> {
  async function* each() {
    yield* links;
  }
  return follow(each(), headOf);
}

const found = async (links: readonly Link[]) => (await following(links)).findings;
const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index];
  assert.ok(item !== undefined);
  return item;
};
const without = (links: readonly Link[], ...places: number[]) => links.filter((_, i) => !places.includes(i + 1));
const altered = (links: readonly Link[], place: number, change: Partial<Link>) =>
  links.map((link, i) => (i + 1 === place ? { ...link, ...change } : link));

describe('following an audit chain', () => {
  it('finds nothing in one that is as it was written, and says how it ends', async () => {
    const links = await chain(20);
    assert.deepEqual(await following(links), { findings: [], length: 20, ends: [at(links, 19).head] });
    assert.deepEqual(await following([]), { findings: [], length: 0, ends: [''] });
  });

  it('finds nothing wrong with entries that only arrive out of order', async () => {
    const links = await chain(60);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(links, { minLength: links.length }), async (shuffled) => {
        assert.deepEqual(await found(shuffled), []);
      }),
      { numRuns: 30 },
    );
  });

  it('finds each single entry that is taken out of the middle', async () => {
    const links = await chain(12);
    for (let place = 1; place < 12; place += 1) {
      assert.deepEqual(await found(without(links, place)), [{ what: 'removed', at: place }]);
    }
  });

  it('tells where the next of two gaps is, where entries tell their place', async () => {
    assert.deepEqual(await found(without(await chain(12), 3, 4, 5, 9)), [
      { what: 'removed', at: 3 },
      { what: 'removed', at: 9 },
    ]);
    assert.deepEqual(
      (await found(without(await chain(12, false), 3, 9))).map(({ at: place }) => place),
      [3, 9],
    );
  });

  it('finds a change of the entry, of its head and of the head before it', async () => {
    const links = await chain(8);
    for (let place = 1; place <= 8; place += 1) {
      const expected = [{ what: 'changed', at: place }];
      assert.deepEqual(await found(altered(links, place, { entry: '{"act":"another"}' })), expected);
      assert.deepEqual(await found(altered(links, place, { head: 'f'.repeat(64) })), expected);
      assert.deepEqual(await found(altered(links, place, { previousHead: 'e'.repeat(64) })), expected);
    }
  });

  it('finds a record whose fields no longer say what its entry says', async () => {
    assert.deepEqual(await found(altered(await chain(4), 2, { standing: 'altered' })), [{ what: 'changed', at: 2 }]);
  });

  it('finds two entries that changed places, however thoroughly', async () => {
    const links = await chain(8);
    const [one, other] = [at(links, 2), at(links, 5)];
    const expected = [
      { what: 'reordered', at: 3 },
      { what: 'reordered', at: 6 },
    ];
    const swapped = (swap: (from: Link, to: Link) => Partial<Link>) =>
      altered(altered(links, 3, swap(other, one)), 6, swap(one, other));
    assert.deepEqual(await found(swapped(({ entry }) => ({ entry }))), expected);
    assert.deepEqual(
      (await found(swapped(({ entry, head }) => ({ entry, head })))).map(({ what }) => what),
      ['reordered', 'reordered'],
    );
    assert.deepEqual(await found(swapped((from) => ({ ...from, standing: 'elsewhere' }))), expected);
  });

  it('finds a copy put beside an entry, and an entry made without the key', async () => {
    const links = await chain(5);
    assert.deepEqual(await found([...links, at(links, 4)]), [{ what: 'changed', at: 5 }]);
    const forged = { ...at(links, 4), previousHead: at(links, 4).head, head: '0'.repeat(64) };
    assert.deepEqual(await found([...links, forged]), [{ what: 'changed', at: 6 }]);
  });

  it('finds some change whatever is done to a chain, unless only its end is cut', async () => {
    const links = await chain(15);
    await fc.assert(
      fc.asyncProperty(fc.subarray(links, { minLength: 1 }), async (left) => {
        const whole = left.every((link, i) => link === links[i]);
        assert.equal((await found(left)).length === 0, whole);
      }),
      { numRuns: 100 },
    );
  });

  it('gives up on a chain that is wrong everywhere, and needs no memory for what it left out', async () => {
    const links = (await chain(5_000)).filter((_, i) => i % 2 === 0);
    const { findings } = await following(links);
    assert.ok(findings.length >= 100 && findings.length < 110);
  });
});

describe('the text of an audit entry', () => {
  it('is the same whatever the order in which its fields were given', () => {
    assert.equal(canonicalJson({ b: 1, a: { d: null, c: 'x' } }), canonicalJson({ a: { c: 'x', d: null }, b: 1 }));
    assert.equal(canonicalJson({ b: undefined, a: [2, 1] }), '{"a":[2,1]}');
  });
});
