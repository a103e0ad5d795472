// Help: every path of every dialogue can be walked, nothing is said twice, and the ways out open only where they may.
import assert from 'node:assert/strict';
import type { HelpState } from '../../src/domain/session.ts';
import type { CrisisKind, Level, Verdict } from '../../src/domain/verdict.ts';
import { CLEAR_VERDICT, CRISIS_KINDS } from '../../src/domain/verdict.ts';
import type { HelpLine } from '../../src/people/index.ts';
import { createHelp } from '../../src/people/index.ts';
import { createSafety } from '../../src/safety/index.ts';

const safety = createSafety();
const help = createHelp(safety);
const say = (state: HelpState, text: string, verdict: Verdict = CLEAR_VERDICT): HelpLine =>
  help.next(state, { text, verdict, country: 'US', at: 1 });
const open = (kind: CrisisKind, level: Level, country = 'US'): HelpLine => help.open({ kind, level, country, at: 0 });

function stateOf(line: HelpLine): HelpState {
  assert.ok(line.state !== null);
  return line.state;
}

/** Flesch-Kincaid grade: the school year in which a text of these sentences, words and syllables can be read. */
function gradeOf(text: string): number {
  const sentences = text.split(/[.!?]+\s/).filter((s) => /\w/.test(s)).length;
  const words = text.match(/[a-z']+/gi) ?? [];
  const syllables = words.reduce(
    (sum, w) =>
      sum +
      Math.max(
        1,
        (
          w
            .toLowerCase()
            .replace(/e$/, '')
            .match(/[aeiouy]+/g) ?? []
        ).length,
      ),
    0,
  );
  return 0.39 * (words.length / Math.max(1, sentences)) + 11.8 * (syllables / Math.max(1, words.length)) - 15.59;
}

describe('a help dialogue', () => {
  for (const kind of CRISIS_KINDS) {
    for (const level of ['moderate', 'high', 'critical'] as const) {
      it(`for ${kind} at ${level} says that it is software and who reads, and repeats nothing on any path`, () => {
        for (const answer of ['yes', 'no', '...', 'you are a useless bot', 'it is hard to say']) {
          let line = open(kind, level);
          assert.match(line.text, /I am software/);
          assert.match(line.text, /No person is reading this now\./);
          assert.ok(line.resources.length > 0 && line.suggestions.length <= 4);
          const seen = new Set<string>([line.text]);
          for (let n = 0; n < 14; n++) {
            line = say(stateOf(line), answer);
            assert.ok(!seen.has(line.text), `said twice: ${line.text}`);
            assert.equal(line.sentences.join(''), line.text);
            seen.add(line.text);
          }
          assert.ok(gradeOf([...seen].join(' ')) < 7, `reads as grade ${gradeOf([...seen].join(' '))}`);
        }
      });
    }
  }

  it('puts the emergency number and the poison centre before anything else after an overdose', () => {
    const line = open('medical', 'critical', 'GB');
    assert.match(line.text, /^Call 999 now\..*poison centre: 111/);
    assert.match(open('medical', 'critical').text, /^Call 911 now\..*1-800-222-1222/);
  });

  it('mentions the quick exit in abuse, and never sends anyone to tell someone at home', () => {
    let line = open('abuse', 'high');
    let whole: string = line.text;
    for (let n = 0; n < 6; n++) {
      line = say(stateOf(line), 'yes');
      whole += line.text;
    }
    assert.match(whole, /Leave quickly/);
    assert.doesNotMatch(whole, /someone at home|your family|your parents/);
  });

  it('ends a check-in when the player says that it was about the game or goes on, and never a hold', () => {
    for (const words of [
      'This was about the game',
      'Go on with the story',
      "it's just a game lol",
      'i was talking about my character',
    ]) {
      assert.equal(say(stateOf(open('suicide', 'moderate')), words).state, null, words);
      const held = say(stateOf(open('suicide', 'high')), words);
      assert.equal(stateOf(held).response, 'hold');
    }
    assert.match(say(stateOf(open('suicide', 'high')), 'This was about the game').text, /noted/);
  });

  it('does not end on words of danger, whatever way out they name', () => {
    const danger = safety.screenPlayerText('it was about the game but I want to die');
    const line = say(stateOf(open('suicide', 'high')), 'it was about the game but I want to die', danger);
    assert.notEqual(line.state, null);
  });

  it('rises to a hold on a graver verdict and says the graver opening', () => {
    const graver = safety.screenPlayerText('I took too many pills');
    const line = say(stateOf(open('suicide', 'moderate')), 'I took too many pills', graver);
    assert.deepEqual([line.state?.response, line.state?.kind, line.state?.level], ['hold', 'medical', 'critical']);
    assert.match(line.text, /^Call 911 now/);
  });

  it('says plainly that nobody has been told when nobody could be', () => {
    assert.match(
      help.open({ kind: 'suicide', level: 'high', country: 'US', at: 0, nobodyTold: true }).text,
      /Nobody has been told/,
    );
  });

  it('says that it holds no list for an unknown country, and gives an international one', () => {
    const line = open('suicide', 'high', 'XX');
    assert.match(line.text, /do not hold a list for your country/);
    assert.ok(line.resources.some((r) => r.contact.includes('findahelpline.com')));
  });

  it('says whether a person is reading, in the words of the installation', () => {
    const covered = createHelp(safety, { coverage: 'The team reads from 8:00 to 18:00.' });
    assert.match(
      covered.open({ kind: 'eating', level: 'high', country: 'GB', at: 0 }).text,
      /The team reads from 8:00/,
    );
  });

  it('still answers when no screening rules can be read', () => {
    const closed = createHelp(createSafety({ directory: '/nonexistent' }), { coverage: 'Not an approved line.' });
    for (const country of ['US', 'GB', 'XX']) {
      assert.match(closed.notice('unreadable', country).text, /could not be read/);
      let line = closed.open({ kind: 'suicide', level: 'critical', country, at: 0 });
      assert.match(line.text, /No person is reading this now/);
      for (let n = 0; n < 8; n++)
        line = closed.next(stateOf(line), { text: 'no', verdict: CLEAR_VERDICT, country, at: 1 });
    }
  });
});

describe('notices and support', () => {
  it('exist for every fault that a turn can have', () => {
    for (const key of [
      'unreadable',
      'unavailable',
      'nobody_told',
      'refusal',
      'language',
      'held',
      'too_long',
      'paused',
    ]) {
      assert.ok(help.notice(key, 'US').text.length > 20, key);
    }
    assert.throws(() => help.notice('nothing', 'US'));
  });

  it('step back kindly with a resource, for each kind and for plain distress', () => {
    for (const category of [null, ...CRISIS_KINDS]) {
      const { text, resources } = help.support({ category, country: 'US' });
      assert.ok(text.length > 40 && resources.length > 0);
    }
  });
});
