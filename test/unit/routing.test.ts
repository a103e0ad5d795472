// Which kind of conversation a text is: what the rules were taught, what stands close to it and is something else, and how they
// do on phrasings that they were never taught. docs/story-routing.md tells the counts.
import assert from 'node:assert/strict';
import { createRulesInputProcessor } from '../../src/agents/ipa/index.ts';
import { ASIDES, PHRASES as NAMES } from '../../src/agents/ipa/lexicon/asides.ts';
import type { InteractionType, Understanding } from '../../src/domain/agents.ts';
import { techniquesMeant } from '../../src/domain/plan-offer.ts';
import { understandingSchema } from '../../src/domain/schemas/agents.ts';
import type { WorldView } from '../../src/domain/world.ts';
import { loadFrameworks } from '../../src/story/index.ts';
import { ownSafety } from '../support/authored.ts';
import { alone, kitchen, vocabulary } from './ipa-world.ts';
import { HELD_OUT, HELD_OUT_FRESH, HELD_OUT_LAST, HELD_OUT_LATER } from './routing-held-out.ts';
import { DISTRESS, GENTLER, NEAR_MISSES, PHRASES, SKIP } from './routing-phrases.ts';

const ipa = createRulesInputProcessor(() => vocabulary);
const read = (text: string, view: WorldView = kitchen): Understanding => ipa.read({ text, view });

/** Words to the game are understood whoever is near; the others are what they are because of who and what is. */
const viewsOf = (type: string): WorldView[] => (type === 'play' || type === 'talk' ? [kitchen] : [kitchen, alone]);

const misread = (type: string, texts: readonly string[]): string[] =>
  texts.filter((text) => viewsOf(type).some((view) => read(text, view).interaction !== type));

const entries = <T>(table: Readonly<Partial<Record<InteractionType, readonly T[]>>>): [string, readonly T[]][] =>
  Object.entries(table).map(([type, texts]) => [type, texts ?? []]);

describe('routing', () => {
  for (const [type, texts] of entries(PHRASES)) {
    it(`reads a hundred and more phrasings of ${type}`, () => {
      assert.ok(new Set(texts.map((text) => text.toLowerCase())).size >= 100);
      assert.deepEqual(misread(type, texts), []);
    });
  }

  it('reads a wish for something gentler, and one to leave something out, as just that', () => {
    for (const [intent, texts] of Object.entries({ gentler: GENTLER, skip: SKIP })) {
      assert.ok(texts.length >= 25);
      assert.deepEqual(
        texts.filter((text) => [kitchen, alone].some((view) => read(text, view).intent !== intent)),
        [],
      );
    }
  });

  it('takes words that only hold a cue for what they are', () => {
    const wrong = Object.entries(NEAR_MISSES).filter(([text, type]) => read(text).interaction !== type);
    assert.deepEqual(wrong, []);
  });

  it('never takes distress for a wish to stop or a question about the game, and screening reads it first', () => {
    const answered = DISTRESS.filter((text) =>
      [kitchen, alone].some((view) => !['play', 'talk'].includes(read(text, view).interaction)),
    );
    assert.deepEqual(answered, []);
    const safety = ownSafety();
    // Whatever the routing makes of it: the verdict comes before the input processor is asked.
    for (const text of ['i want to end it', 'i want to stop living', 'i am done with life', 'i cant go on'])
      assert.notEqual(safety.screenPlayerText(text).response, 'story', text);
  });

  it('is not so sure of the gist of a text as of a phrase that it knows', () => {
    const known = read('can we do a breathing exercise');
    const gist = read('we could meditate');
    assert.equal(gist.intent, 'technique');
    assert.ok(gist.confidence < known.confidence && gist.confidence >= 0.5);
  });

  it('keeps to its counts on phrasings that it was never taught', () => {
    const taught = new Set(entries(PHRASES).flatMap(([, texts]) => texts.map((text) => text.toLowerCase())));
    const right = (table: typeof HELD_OUT_LATER): number => {
      let count = 0;
      for (const [type, texts] of entries(table)) {
        assert.deepEqual(
          texts.filter((text) => taught.has(text.toLowerCase())),
          [],
        );
        count += texts.length - misread(type, texts).length;
      }
      return count;
    };
    for (const texts of Object.values(HELD_OUT)) assert.ok(texts.length >= 20);
    // As counted in docs/story-routing.md: fewer is a loss.
    const counts = [HELD_OUT, HELD_OUT_LATER, HELD_OUT_LAST, HELD_OUT_FRESH].map(right);
    for (const [i, least] of [155, 56, 32, 23].entries()) assert.ok((counts[i] ?? 0) >= least, counts.join(', '));
  });

  describe('what a text to the game is about', () => {
    const wishes: Readonly<Record<string, string | undefined>> = {
      'how do i save?': 'saving',
      'what happens when i close the page': 'saving',
      'who can read this': 'readers',
      'can my therapist see what i write': 'readers',
      'is there an end': 'ending',
      'how long is the story': 'length',
      'can i lose': 'losing',
      'how do i undo that': 'undoing',
      'can we start over': 'restarting',
      'how do i talk to people': 'talking',
      'how do i stop': 'stopping',
      'can i make the text bigger': 'page',
      'where is the help button': 'help',
      'is this therapy': 'therapy',
      'i want to talk to a real person': 'person',
      'close gently for today': 'closing',
      'can we do a breathing exercise': 'slow_breath',
      'show me a grounding technique': 'grounding',
      'can we look at it another way': 'reframing',
      'help me be kinder to myself': 'self_compassion',
      'what can i type': undefined,
      'are you real?': undefined,
      'help me calm down': undefined,
      'take the letter': undefined,
    };
    for (const [text, wish] of Object.entries(wishes)) {
      it(`"${text}" is about ${wish ?? 'nothing in particular'}`, () => {
        assert.equal(read(text).wish, wish);
        assert.deepEqual(understandingSchema.parse(read(text)), read(text));
      });
    }

    it('is, of a technique, always one that the plan knows', () => {
      const techniques = loadFrameworks();
      const wished = ASIDES.filter(({ intent }) => intent === 'technique').flatMap(({ wish }) => wish ?? []);
      assert.ok(wished.length >= 6);
      for (const wish of wished) assert.ok(techniquesMeant(techniques, wish).length > 0, wish);
    });

    it('has a table without a slot or a name that nothing stands for', () => {
      for (const { patterns } of ASIDES) {
        assert.doesNotMatch(patterns, /<|;\s*;|;\s*$/);
        for (const [, name] of patterns.matchAll(/\{(\w+)\}/g)) assert.ok((name ?? '') in NAMES, name);
      }
    });
  });
});
