// Themes that a player asked to be spared: found in other words than the player's, and never so widely that no story is left.
import assert from 'node:assert/strict';
import { ownSafety } from '../support/authored.ts';

const safety = ownSafety();

function isSpared(theme: string, ...sentences: string[]): boolean {
  const screening = safety.screenNarrative(sentences, { avoid: [theme] });
  return !screening.passed && screening.findings.includes('avoid.theme');
}

describe('a theme to be avoided', () => {
  const SHOWN: readonly [theme: string, sentence: string][] = [
    ['spiders', 'A spider lets itself down from the beam.'],
    ['Spiders!!', 'Cobwebs hang from the lamp.'],
    ['my father', 'Her dad built the boat.'],
    ['my father', 'The fathers stand on the quay.'],
    ['drowning', 'He sank and did not come up.'],
    ['drowning', 'You nearly drowned here once.'],
    ['being trapped underground', 'The tunnel fell in behind you, and there is no way out.'],
    ['please no blood', 'Your knee is bleeding.'],
    ['people dying', 'The old keeper died in March.'],
    ['animals dying', 'The horse is dead.'],
    ['losing someone', 'They mourn the miller.'],
    ['fire', 'Flames climb the curtain.'],
    ['alcohol and drugs', 'The sailor pours you a rum.'],
    ['hospitals/needles', 'The nurse fills a syringe.'],
    ['heights', 'Far below, the sea moves.'],
    ['the dark', 'It is pitch black on the stairs.'],
    ['abandonment', 'They left you behind, all of them.'],
    ['violence', 'He punches the guard.'],
    ['loud noises', 'Thunder rolls over the roofs.'],
    ['shouting', 'The woman yells at the ferryman.'],
    ['my ex', 'Your ex walks past the window.'],
    ['wolves', 'A wolf looks at you.'],
    ['pears', 'You eat the pear.'],
    ['the colour yellow', 'A yellow coat of that colour hangs there.'],
  ];
  for (const [theme, sentence] of SHOWN) {
    it(`"${theme}" is found in: ${sentence}`, () => assert.equal(isSpared(theme, sentence), true));
  }

  const CALM: readonly [theme: string, sentence: string][] = [
    ['spiders', 'Mara lifts the lamp and looks at the sea.'],
    ['drowning', 'You walk along the quay.'],
    ['being trapped underground', 'The path leads through a tunnel of leaves.'],
    ['animals dying', 'The horse takes the apple.'],
    ['animals dying', 'The lamp dies, and it is quiet.'],
    ['fire', 'You fired the boy from his post, and he shrugged.'],
    ['my ex', 'An example of good rope lies here.'],
    ['rats', 'The pirates celebrate.'],
    ['heights', 'The bread has risen.'],
    ['war', 'You feel warm.'],
    ['the father of my friend shouting', 'The father mends his net.'],
  ];
  for (const [theme, sentence] of CALM) {
    it(`"${theme}" is not found in: ${sentence}`, () => assert.equal(isSpared(theme, sentence), false));
  }

  it('may be shown across two sentences that follow each other, and is found with the second', () => {
    const screening = safety.screenNarrative(['The horse lies in the straw. ', 'It is dead.'], {
      avoid: ['animals dying'],
    });
    assert.ok(!screening.passed);
    assert.deepEqual(screening.sentences, ['The horse lies in the straw. ']);
    assert.deepEqual(screening.findings, ['avoid.theme']);
  });

  it('of quiet words only is not looked for, so that a story is left', () => {
    for (const theme of ['', ' ', 'the', 'people', 'bad things', 'anything scary', 'no', '!!!', 'it', 'и', '😀']) {
      assert.equal(isSpared(theme, 'The people on the quay wait, and it is a good day.'), false, theme);
    }
  });

  it('stands beside the rules: both findings are told', () => {
    const screening = safety.screenNarrative(['You should kill yourself, says the spider.'], { avoid: ['spiders'] });
    assert.ok(!screening.passed);
    assert.deepEqual(screening.findings.toSorted(), ['agent.encourage-suicide', 'avoid.theme']);
  });

  it('is never told of in the finding, and what the finding means can be asked', () => {
    const screening = safety.screenNarrative(['A zebra stands there.'], { avoid: ['zebras'] });
    assert.ok(!screening.passed && !JSON.stringify(screening).includes('zebras'));
    const described = safety.describe('avoid.theme');
    assert.equal(described?.category, 'avoid');
    assert.ok((described?.alternative ?? '').length > 0);
  });

  it('costs little, however many and long the themes are', function () {
    this.timeout(10_000);
    const avoid = Array.from({ length: 500 }, (_, n) => `theme number ${n} with spiders and water `.repeat(40));
    const started = performance.now();
    safety.screenNarrative(
      Array.from({ length: 12 }, () => 'You walk on along the quay and look about. '),
      { avoid },
    );
    assert.ok(performance.now() - started < 2000);
  });
});
