// Resources: each country's file is whole, known traps are avoided, and what nobody has verified is kept out of production.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../src/domain/errors.ts';
import { CRISIS_KINDS } from '../../src/domain/verdict.ts';
import {
  chooseResources,
  knownCountries,
  requireCheckedResources,
  resourcesFor,
  staleResources,
} from '../../src/people/index.ts';
import { loadResources, REQUIRED_KINDS } from '../../src/people/resources/index.ts';

const OWN = fileURLToPath(new URL('../../src/people/resources/', import.meta.url));
const TODAY = '2026-11-24';
const AGREED = ['US', 'GB', 'IE', 'CA', 'AU', 'ES', 'MX', 'DE', 'AT', 'CH', 'FR', 'BE'];

describe('resources by country', () => {
  it('are held for the twelve countries agreed, and for all others', () => {
    assert.deepEqual(knownCountries().sort(), [...AGREED].sort());
    assert.equal(resourcesFor('XX').country, 'ZZ');
  });

  for (const country of [...AGREED, 'ZZ']) {
    it(`hold for ${country} what everyone needs, with dates and an official source`, () => {
      const { resources, missing, emergency, poison } = resourcesFor(country);
      assert.ok(resources[0]?.kinds.includes('emergency'));
      for (const kind of REQUIRED_KINDS)
        assert.ok(missing[kind] !== undefined || resources.some(({ kinds }) => kinds.includes(kind)), kind);
      for (const kind of CRISIS_KINDS) assert.ok(chooseResources(country, [kind]).length >= 2, kind);
      assert.ok(emergency.length > 1 && poison.length > 1);
      for (const { name, source, checkedOn, recheckBy, verified, hours } of resources) {
        assert.match(source, /^https:\/\//, name);
        for (const day of [checkedOn, recheckBy])
          assert.equal(new Date(day).toISOString().slice(0, 10), day, `${name} has a day that does not exist`);
        assert.ok(recheckBy > checkedOn, name);
        // Nothing could be opened from here, so nothing may claim to have been.
        assert.equal(verified, 'unverified', name);
        assert.match(
          hours,
          /24 hours|open at all times|\([A-Z][a-z]+\/[A-Z][a-z]+\)/,
          `${name}: hours with their zone`,
        );
      }
      assert.equal(new Set(resources.map(({ name }) => name)).size, resources.length);
    });
  }

  it('give the number that stands in the sentences among the entries as well', () => {
    for (const country of AGREED) {
      const { emergency, poison, resources } = resourcesFor(country);
      const digits = (text: string): string => text.replace(/\D/g, '');
      const medical = resources.filter(({ kinds }) => kinds.includes('medical')).map(({ contact }) => digits(contact));
      assert.ok(medical.some((contact) => contact.includes(digits(poison).slice(0, 10))) || poison.startsWith('111'));
      for (const number of emergency.match(/\d+/g) ?? []) assert.ok(resources[0]?.contact.includes(number), country);
    }
  });

  it('are found in any letter case', () => {
    assert.equal(resourcesFor('gb').country, 'GB');
  });

  it('show the emergency number first, few at a time, and for whom and in which language a line is', () => {
    const shown = chooseResources('FR', ['young']);
    assert.match(shown[0]?.contact ?? '', /15/);
    assert.match(shown[1]?.hours ?? '', /For children and young people.* Speaks French$/);
    for (const country of AGREED) assert.ok(chooseResources(country, ['suicide', 'distress', 'abuse']).length === 4);
  });

  it('do not list a line that closed or an option that ended', () => {
    const everything = JSON.stringify(knownCountries().map(resourcesFor));
    assert.doesNotMatch(everything, /1-800-931-2237|National Eating Disorders Association|press 3|1-800-273-8255/i);
  });

  it('can be given to the page as plain JSON', () => {
    const held = resourcesFor('US');
    assert.deepEqual(JSON.parse(JSON.stringify(held)), held);
  });
});

describe('a resource file', () => {
  const broken: [string, (text: string) => string, RegExp][] = [
    ['a date that does not exist', (text) => text.replace('2027-02-23', '2027-02-30'), /recheckBy/],
    ['a recheck before the check', (text) => text.replace('2027-02-23', '2026-02-23'), /later than checkedOn/],
    ['a source without https', (text) => text.replace('https://988', 'http://988'), /source/],
    ['nothing for the young, unsaid', (text) => text.replaceAll('[young, ', '['), /missing\.young/],
    ['an unknown kind', (text) => text.replace('[medical]', '[toothache]'), /kinds/],
  ];
  for (const [what, change, message] of broken) {
    it(`with ${what} is refused by name and field`, () => {
      withCopy((directory) => {
        const file = join(directory, 'us.yaml');
        writeFileSync(file, change(readFileSync(file, 'utf8')));
        assert.throws(
          () => loadResources(directory),
          (error: unknown) =>
            error instanceof AppError &&
            error.code === 'config_invalid' &&
            /us\.yaml/.test(error.message) &&
            message.test(error.message),
        );
      });
    });
  }

  it('may say why something is missing', () => {
    withCopy((directory) => {
      const file = join(directory, 'us.yaml');
      const text = readFileSync(file, 'utf8').replaceAll('[young, ', '[');
      writeFileSync(file, `${text}missing:\n  young: no line for the young is known in this country\n`);
      assert.match(loadResources(directory).get('US')?.missing.young ?? '', /no line/);
    });
  });
});

describe('resources that nobody has checked', () => {
  after(() => {
    // Production leaves entries out for the whole process: what follows gets them all again.
    withCopy((directory) => {
      verify(directory, () => true);
      requireCheckedResources({ today: TODAY, env: 'production', country: 'US', directory });
    });
  });

  it('are reported as unverified, or as overdue from the day after their date', () => {
    assert.ok(staleResources(TODAY).length > 80);
    assert.ok(staleResources(TODAY).every((entry) => entry.reason === 'unverified'));
    assert.ok(staleResources('2027-02-23').every((entry) => entry.reason === 'unverified'));
    assert.ok(staleResources('2027-02-24').every((entry) => entry.reason === 'overdue'));
  });

  it('are only warned about in a local run', () => {
    const stale = requireCheckedResources({ today: TODAY, env: 'local', country: 'US' });
    assert.equal(stale.length, staleResources(TODAY).length);
    assert.ok(resourcesFor('US').resources.length > 5);
  });

  it('keep production from starting, which names each of them', () => {
    assert.throws(
      () => requireCheckedResources({ today: TODAY, env: 'production', country: 'US' }),
      (error: unknown) =>
        error instanceof AppError &&
        error.code === 'config_invalid' &&
        /US: Poison Help \(unverified\)/.test(error.message) &&
        /ZZ: Find a Helpline/.test(error.message) &&
        !/GB:/.test(error.message),
    );
    assert.ok(resourcesFor('US').resources.length > 5, 'a refused start changes nothing');
  });

  it('keep production from starting in a country that has no file', () => {
    assert.throws(
      () => requireCheckedResources({ today: TODAY, env: 'production', country: 'NZ' }),
      /no resource file for NZ/,
    );
  });

  it('of other countries are left out in production, and a country without what everyone needs altogether', () => {
    withCopy((directory) => {
      // In Ireland only the line on eating is unchecked; in France nothing is checked.
      verify(directory, (file, name) => ['us', 'zz'].includes(file) || (file === 'ie' && !name.includes('Bodywhys')));
      const stale = requireCheckedResources({ today: TODAY, env: 'production', country: 'us', directory });
      assert.ok(stale.some(({ country, name }) => country === 'IE' && name === 'Bodywhys'));
      assert.equal(resourcesFor('US').resources.length, 10);
      assert.equal(resourcesFor('IE').country, 'IE');
      assert.ok(!resourcesFor('IE').resources.some(({ name }) => name === 'Bodywhys'));
      assert.equal(resourcesFor('FR').country, 'ZZ');
      assert.deepEqual(knownCountries().sort(), ['IE', 'US']);
    });
  });

  it('become so again once their date has passed', () => {
    withCopy((directory) => {
      verify(directory, () => true);
      assert.deepEqual(requireCheckedResources({ today: TODAY, env: 'production', country: 'US', directory }), []);
      assert.throws(
        () => requireCheckedResources({ today: '2027-02-24', env: 'production', country: 'US', directory }),
        /overdue/,
      );
    });
  });
});

function withCopy(use: (directory: string) => void): void {
  const directory = mkdtempSync(join(tmpdir(), 'resources-'));
  try {
    for (const file of readdirSync(OWN)) if (file.endsWith('.yaml')) cpSync(join(OWN, file), join(directory, file));
    use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Marks entries as checked, as somebody who looked at their sources would. */
function verify(directory: string, isChecked: (file: string, name: string) => boolean): void {
  for (const file of readdirSync(directory)) {
    const entries = readFileSync(join(directory, file), 'utf8').split(/^(?= {2}- name: )/m);
    const checked = entries.map((entry) =>
      isChecked(file.replace('.yaml', ''), entry.split('\n')[0] ?? '')
        ? entry.replace('verified: unverified', 'verified: verified')
        : entry,
    );
    writeFileSync(join(directory, file), checked.join(''));
  }
}
