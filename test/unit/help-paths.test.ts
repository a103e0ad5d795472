// Every dialogue of help, walked: all answers at every question, and many paths at random with words of danger, ways out and
// long waits among them. A line is one paragraph as it is shown.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HelpState } from '../../src/domain/session.ts';
import { HOLD_REVIEW_MS } from '../../src/domain/session.ts';
import type { CrisisKind, Verdict } from '../../src/domain/verdict.ts';
import { CLEAR_VERDICT, CRISIS_KINDS } from '../../src/domain/verdict.ts';
import { NO_COVERAGE } from '../../src/people/help/authored.ts';
import { loadDialogues, SPOKEN_LEVELS } from '../../src/people/help/dialogues.ts';
import type { HelpLine } from '../../src/people/index.ts';
import { createHelp } from '../../src/people/index.ts';
import { ownSafety } from '../support/authored.ts';

const safety = ownSafety();
const known = new Map<string, ReturnType<typeof safety.approve>>();
/** Thousands of steps say the same lines: each is screened once. */
const approve = (text: string, key: string): ReturnType<typeof safety.approve> => {
  const found = known.get(text) ?? safety.approve(text, key);
  known.set(text, found);
  return found;
};
const faults: unknown[] = [];
const help = createHelp({ ...safety, approve }, { onFault: (error) => faults.push(error) });
const dialogues = loadDialogues();
const country = 'GB';

/** One way of saying each thing that a step has a reply to. */
const WORDS = {
  yes: 'yes',
  no: 'no',
  silence: '...',
  rude: 'you are a useless bot',
  other: 'it is hard to say',
} as const;
/** A pool this small may come round again only after all of it was said; no walk here is longer than the smallest allows. */
const STEPS = 14;

const starts = dialogues.all.flatMap(({ name, kind, rules }) =>
  SPOKEN_LEVELS.map((level) => ({ name, kind, level, reasons: rules.slice(0, 1) })),
);

function open({ kind, level, reasons }: (typeof starts)[number]): HelpLine {
  return help.open({ kind, level, reasons, country, at: 0 });
}

function linesOf({ text }: HelpLine): string[] {
  // Who reads at this moment is said whenever help opens anew: a fact of the hour, not a line of the dialogue.
  return text.split('\n\n').map((part) => part.replace(NO_COVERAGE, '').trim());
}

function assertSound(line: HelpLine, told: Set<string>): void {
  for (const said of linesOf(line)) {
    assert.ok(said.length > 0, 'an empty line');
    assert.ok(!told.has(said), `said twice: ${said}`);
    told.add(said);
  }
  assert.equal(line.sentences.join(''), line.text);
  assert.doesNotMatch(line.text, /[{}]|undefined/);
}

function assertGoesOn(line: HelpLine): HelpState {
  assert.ok(line.state !== null, `ended: ${line.text}`);
  assert.ok(line.suggestions.length >= 1 && line.suggestions.length <= 4);
  assert.ok(line.resources.length >= 2);
  return line.state;
}

const crisis = (category: CrisisKind, level: Verdict['level']): Verdict => ({
  ...CLEAR_VERDICT,
  category,
  level,
  crisis: true,
  response: level === 'moderate' ? 'checkin' : 'hold',
});

describe('every path of help', () => {
  for (const start of starts) {
    it(`of ${start.name} at ${start.level} asks all its questions in order, and answers every answer to each`, () => {
      const { courses } = dialogues.named(start.name) ?? assert.fail(start.name);
      let states: HelpState[] = [assertGoesOn(open(start))];
      for (const [n, step] of courses[start.level].entries()) {
        const replies = new Set<string>();
        const following: HelpState[] = [];
        for (const state of states) {
          assert.equal(state.step, step.key);
          const all = {
            ...WORDS,
            pressedYes: step.buttons.yes,
            pressedNo: step.buttons.no,
            pressedOther: step.buttons.other,
          };
          for (const text of Object.values(all)) {
            const line = help.next(state, { text, verdict: CLEAR_VERDICT, country, at: 1 });
            following.push(assertGoesOn(line));
            replies.add(line.text.split('\n\n')[0] ?? '');
          }
        }
        assert.equal(replies.size, 5, `the ${n + 1}. question replies to each answer in its own words`);
        // All lead to the same next question, so one of them stands for all.
        assert.equal(new Set(following.map(({ step: next }) => next)).size, 1);
        states = following.slice(0, 1);
      }
    });
  }

  it('is of all combinations of answers, three questions deep, without a repeat', () => {
    const walk = (line: HelpLine, told: ReadonlySet<string>, depth: number): void => {
      const so = new Set(told);
      assertSound(line, so);
      const state = assertGoesOn(line);
      if (depth === 0) return;
      for (const text of Object.values(WORDS))
        walk(help.next(state, { text, verdict: CLEAR_VERDICT, country, at: 1 }), so, depth - 1);
    };
    for (const start of starts) walk(open(start), new Set(), 3);
  });

  it('at random, with dangers named and long waits, repeats nothing and has no dead end', () => {
    const act = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(...Object.values(WORDS)).map((text) => ({ text, verdict: CLEAR_VERDICT })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom(...CRISIS_KINDS), fc.constantFrom(...SPOKEN_LEVELS))
          .map(([kind, level]) => ({ text: 'words of danger', verdict: crisis(kind, level) })),
      },
      { weight: 1, arbitrary: fc.constant('wait' as const) },
    );
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.array(act, { maxLength: STEPS }), (start, acts) => {
        let line = open(start);
        const told = new Set<string>();
        assertSound(line, told);
        let at = 0;
        let waits = 0;
        for (const one of acts) {
          const state = assertGoesOn(line);
          if (one === 'wait') {
            // As the session does: only a hold is asked about anew, after its time. After four times the words come round.
            if (state.response !== 'hold' || waits === 3) continue;
            waits += 1;
            at += HOLD_REVIEW_MS;
            line = help.recheck(state, { country, at });
            assert.deepEqual([line.state?.response, line.state?.openedAt], ['checkin', at]);
          } else {
            line = help.next(state, { ...one, country, at });
            if (state.response === 'hold') assert.equal(line.state?.response, 'hold', 'nothing said ends a hold');
            if (one.verdict.response === 'hold') assert.equal(line.state?.response, 'hold', 'grave words are a hold');
            if (one.verdict.category === 'abuse') assert.ok(line.quickExit);
          }
          assertSound(line, told);
        }
      }),
      { numRuns: 500, seed: 20261123 },
    );
    assert.deepEqual(faults, [], 'no line was refused by the door');
  });

  it('comes round, when everything was said, with what was said longest ago', () => {
    for (const start of starts) {
      let line = open(start);
      const stays: string[] = [];
      for (let n = 0; n < 60; n += 1) {
        line = help.next(assertGoesOn(line), { text: 'no', verdict: CLEAR_VERDICT, country, at: 1 });
        if (/stay\./.test(line.state?.step ?? '')) stays.push(line.state?.step ?? '');
      }
      const { stay } = dialogues.named(start.name) ?? assert.fail(start.name);
      for (const [n, key] of stays.entries()) assert.equal(key, stays[n % stay.length]);
    }
  });

  it('has a way out of a check-in at every point, and none out of a hold', () => {
    for (const start of starts) {
      let line = open(start);
      for (let n = 0; n < 10; n += 1) {
        const state = assertGoesOn(line);
        for (const text of ['This was about the game', 'Go on with the story']) {
          const out = help.next(state, { text, verdict: CLEAR_VERDICT, country, at: 1 });
          assert.equal(out.aboutGame, text === 'This was about the game');
          if (state.response === 'checkin') assert.equal(out.state, null);
          else assert.deepEqual([out.state?.response, out.state?.step], ['hold', state.step]);
        }
        line = help.next(state, { text: 'no', verdict: CLEAR_VERDICT, country, at: 1 });
      }
    }
  });
});
