// A tale is screened as it grows, each sentence with all before it. What was read once is not read again where that is safe:
// here it is shown that it is, for texts cut anywhere.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSafety, splitSentences } from '../../src/safety/index.ts';
import { withoutSpeech } from '../../src/safety/speech.ts';
import { readProbes } from '../safety/probes.ts';

const safety = createSafety({
  onFault: (error) => {
    throw error;
  },
});
/** Of these any beginning holds the same speech as the whole, namely none, so that it can be screened by itself. */
const TEXTS = readProbes()
  .flatMap(({ role, text }) => (role === 'agent' ? [text] : []))
  .filter((text) => withoutSpeech(text) === text && !/["\u2018\u201c\u00ab]|(?<!\p{L})'/u.test(text));

/** What a screen answers that reads every beginning whole. */
function readWhole(sentences: readonly string[]): { passed: string[]; findings: readonly string[] } {
  const passed: string[] = [];
  let told = '';
  for (const sentence of sentences) {
    told += sentence;
    const { blocked, reasons } = safety.screenAgentText(told);
    if (blocked) return { passed, findings: reasons };
    passed.push(sentence);
  }
  return { passed, findings: [] };
}

function readGrowing(sentences: readonly string[]): ReturnType<typeof readWhole> {
  const screening = safety.screenNarrative(sentences);
  return { passed: [...screening.sentences], findings: screening.passed ? [] : screening.findings };
}

describe('the screen of a tale that grows', () => {
  it('stops at the sentence with which harmless ones become dangerous together', () => {
    for (const tale of [
      ['The lamp is lit. ', 'You should ', 'kill ', 'yourself.'],
      ['The lamp is lit. You should ki', 'll yourself.'],
      ['You are. K.i.l.l. ', 'yourself now.'],
      ['K\u0456ll ', 'yourself.'],
      ['\u0406 \u0430m ', 'hum\u0430n.'],
      ['Look. { ', '"here" }'],
    ]) {
      for (const sentence of tale) assert.ok(safety.screenNarrative([sentence]).passed, sentence);
      // The second time it is known what each sentence is by itself.
      for (let time = 0; time < 2; time += 1) {
        const screening = safety.screenNarrative(tale);
        assert.ok(!screening.passed, tale.join(''));
        assert.ok(screening.sentences.length > 0);
      }
    }
  });

  it('blocks what it blocked before, and the same sentence outside of speech that passed within', () => {
    const within = ['\u201cI am human. ', 'I always was,\u201d says the fox.'];
    const outside = ['\u201cI am human. ', 'I always was, says the fox.'];
    for (let time = 0; time < 2; time += 1) {
      assert.equal(safety.screenNarrative(within).passed, true);
      assert.equal(safety.screenNarrative(outside).passed, false);
    }
  });

  it('finds in any text, cut anywhere, what a reading of each beginning finds', function () {
    this.timeout(60_000);
    const joined = fc.tuple(
      fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 2 }),
      fc.constantFrom(' ', '\n\n'),
    );
    const cutAnywhere = fc.tuple(joined, fc.array(fc.nat(999), { maxLength: 5 })).map(([[texts, between], places]) => {
      const text = texts.join(between);
      const cuts = [
        0,
        ...places.map((place) => Math.floor((place / 1000) * text.length)).sort((a, b) => a - b),
        text.length,
      ];
      return cuts.slice(1).map((to, n) => text.slice(cuts[n], to));
    });
    const cutAtSentences = joined.map(([texts, between]) => splitSentences(texts.join(between)));
    fc.assert(
      fc.property(fc.oneof(cutAnywhere, cutAtSentences), (tale) => {
        assert.deepEqual(readGrowing(tale), readWhole(tale));
      }),
      { numRuns: 600 },
    );
  });
});
