// What of a plan a model is told: all of it in the house, none of anybody's own words outside it; and that a note stays unsaid.
import assert from 'node:assert/strict';
import { invitedIn, leaningIn, quoting, sparedIn } from '../../src/agents/model/steering.ts';
import type { Steering } from '../../src/domain/agents.ts';
import { createSafety } from '../../src/safety/index.ts';
import { ownSafety } from '../support/authored.ts';

const safety = ownSafety();
const spared = (written: string) => ({ written, known: safety.themesIn(written) });
const STEERING: Steering = {
  themes: ['worry'],
  depth: 'light',
  bodyFocus: false,
  avoid: { hard: [spared('my uncle Tom and his spiders')], soft: [spared('losing someone'), spared('pears')] },
  invited: { suggestion: 'Name three things I can see', intents: ['look'] },
  next: 'Before you go on, the room asks for a proper look.',
  note: 'Anna lost her sister Ruth in May. Be slow with her.',
};
const HOUSE = { inHouse: true };
const OUTSIDE = { inHouse: false };

describe('a plan in a question to a model', () => {
  it('is told whole to a model of this computer', () => {
    assert.deepEqual(leaningIn(STEERING, HOUSE), {
      depth: 'light',
      lean: ['worry'],
      never: ['my uncle Tom and his spiders', 'breath and bodily sensations'],
      ratherNot: ['losing someone', 'pears'],
      invited: 'Name three things I can see',
      next: 'Before you go on, the room asks for a proper look.',
      note: 'Anna lost her sister Ruth in May. Be slow with her.',
    });
  });

  it('tells nobody else a word that a person wrote: themes by our names, and no note', () => {
    const told = leaningIn(STEERING, OUTSIDE);
    assert.deepEqual([told.never, told.ratherNot], [['spiders', 'breath and bodily sensations'], ['grief']]);
    assert.doesNotMatch(JSON.stringify(told), /Tom|uncle|pears|Anna|Ruth|May/);
  });

  it('tells the input processor what the player was invited to, and the world builder what to leave out', () => {
    assert.deepEqual(invitedIn(STEERING), { invited: { to: 'Name three things I can see', counts: ['look'] } });
    assert.deepEqual(Object.keys(sparedIn(STEERING, HOUSE)), ['never', 'ratherNot']);
  });

  it('is never longer than a small model reads', () => {
    const hard = Array.from({ length: 60 }, (_, n) => ({ written: `${n} ${'long '.repeat(40)}`, known: [] }));
    const { never } = sparedIn({ ...STEERING, avoid: { hard, soft: [] } }, HOUSE);
    assert.ok(JSON.stringify(never).length < 1_200, JSON.stringify(never));
    assert.ok(Array.isArray(never) && never.includes('breath and bodily sensations'));
  });

  it('is not there where there is none', () => {
    for (const told of [invitedIn(undefined), sparedIn(undefined, HOUSE), leaningIn(undefined, HOUSE)])
      assert.deepEqual(told, {});
  });
});

describe('a note of the care team', () => {
  const PLAIN = ['You set the letter down. Bram looks up.', 'Bram', 'Keep every fact. Be slow.'];
  const gives = (note: string | null, sentence: string): boolean => quoting(note, PLAIN)(sentence);
  const { note } = STEERING;

  it('is given away by a name in it, wherever the name stands', () => {
    assert.ok(gives(note, 'Ruth waves from the quay.'));
    assert.ok(gives(note, 'You think of Ruth.'));
    assert.ok(gives(note, 'You see Anna.'), 'also a name that began a sentence of the note');
    assert.ok(gives('Her sister, Ruth, died.', 'A boat named \u201cRuth\u201d lies here.'));
  });

  it('is given away by some of its words in a row', () => {
    assert.ok(gives(note, 'Somebody lost her sister Rut once.') === false, 'three are no quotation');
    assert.ok(gives('She cannot sleep since the move.', 'He cannot sleep since the storm.'));
    assert.ok(!gives('She cannot sleep since the move.', 'He cannot sleep since then.'));
  });

  it('is not given away by people of the story, by words that begin a sentence, or where there is none', () => {
    assert.ok(!gives('Let Bram be kinder.', 'Bram is kind tonight.'));
    assert.ok(!gives(note, 'Be still for a while.'));
    assert.ok(!gives('Gentle, please.\nShe is tired.\n- Light And Slow', 'She sets the cup down, and it is light.'));
    assert.ok(!gives(null, 'Ruth waves.'));
  });
});

describe('a theme by its own name', () => {
  it('is found in what a person wrote, and only that leaves', () => {
    assert.deepEqual(safety.themesIn('my uncle Tom'), []);
    assert.deepEqual(safety.themesIn('please no Spiders!!'), ['spiders']);
    assert.ok(safety.themesIn('losing someone, or people dying').includes('death'));
    assert.deepEqual(createSafety({ directory: '/nowhere', onFault: () => undefined }).themesIn('spiders'), []);
  });
});
