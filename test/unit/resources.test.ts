// Resources: each country's file is whole, known traps are avoided, and what nobody has verified is said to be so.
import assert from 'node:assert/strict';
import { CRISIS_KINDS } from '../../src/domain/verdict.ts';
import { chooseResources, knownCountries, resourcesFor, staleResources } from '../../src/people/index.ts';

describe('resources by country', () => {
  it('are held for the United States and the United Kingdom at least', () => {
    for (const country of ['US', 'GB']) assert.ok(knownCountries().includes(country));
  });

  it('hold, in each country, an emergency number and something for every kind of crisis', () => {
    for (const country of [...knownCountries(), 'ZZ']) {
      for (const kind of CRISIS_KINDS) assert.ok(chooseResources(country, [kind]).length >= 2, `${country} ${kind}`);
      assert.ok(resourcesFor(country).resources[0]?.kinds.includes('emergency'));
    }
  });

  it('fall back to the international entry for an unknown country, in any letter case', () => {
    assert.equal(resourcesFor('xx').country, 'ZZ');
    assert.equal(resourcesFor('gb').country, 'GB');
  });

  it('do not list a line that closed or an option that ended', () => {
    const everything = JSON.stringify([...knownCountries()].map(resourcesFor));
    assert.doesNotMatch(everything, /1-800-931-2237|National Eating Disorders Association|press 3/i);
  });

  it('are reported as unverified or overdue, so that production can refuse them', () => {
    assert.ok(staleResources('2026-11-24').every((entry) => entry.reason === 'unverified'));
    assert.ok(staleResources('2030-01-01').every((entry) => entry.reason === 'overdue'));
  });

  it('can be given to the page as plain JSON', () => {
    const held = resourcesFor('US');
    assert.deepEqual(JSON.parse(JSON.stringify(held)), held);
  });
});
