// Help: what each dialogue says, in which order, and which words open the ways out.
import assert from 'node:assert/strict';
import type { HelpState } from '../../src/domain/session.ts';
import type { CrisisKind, Level, Verdict } from '../../src/domain/verdict.ts';
import { CLEAR_VERDICT, CRISIS_KINDS } from '../../src/domain/verdict.ts';
import type { HelpLine } from '../../src/people/index.ts';
import { createHelp } from '../../src/people/index.ts';
import { createSafety } from '../../src/safety/index.ts';
import { ownSafety } from '../support/authored.ts';

const safety = ownSafety();
const help = createHelp(safety);
const country = 'US';
const DAY = 24 * 60 * 60_000;

const open = (kind: CrisisKind, level: Level, more: { country?: string; reasons?: string[] } = {}): HelpLine =>
  help.open({ kind, level, country, at: 0, ...more });
const say = (state: HelpState, text: string, verdict: Verdict = CLEAR_VERDICT, at = 1): HelpLine =>
  help.next(state, { text, verdict, country, at });
const crisis = (category: CrisisKind, level: Level, ...reasons: string[]): Verdict => ({
  ...CLEAR_VERDICT,
  category,
  level,
  crisis: true,
  response: level === 'moderate' ? 'checkin' : 'hold',
  reasons,
});

function stateOf(line: HelpLine): HelpState {
  assert.ok(line.state !== null, `help has ended: ${line.text}`);
  return line.state;
}

describe('a help dialogue', () => {
  for (const kind of CRISIS_KINDS) {
    for (const level of ['moderate', 'high', 'critical'] as const) {
      it(`for ${kind} at ${level} says that it is software and who reads, and then asks`, () => {
        const line = open(kind, level);
        assert.match(line.text, /I am software, not a person\. No person is reading this now\./);
        assert.match(line.text, /\?/);
        assert.equal(line.sentences.join(''), line.text);
        assert.ok(line.resources.length > 1 && line.suggestions.length === 4);
        assert.equal(stateOf(line).response, level === 'moderate' ? 'checkin' : 'hold');
      });
    }
  }

  it('puts the emergency number and the poison centre before anything else after an overdose', () => {
    const reasons = ['medical.overdose'];
    assert.match(open('medical', 'critical', { country: 'GB', reasons }).text, /^Call 999 now\. .*poison centre: 111/);
    for (const level of ['moderate', 'high', 'critical'] as const)
      assert.match(open('medical', level, { reasons }).text, /^Call 911 .*poison centre: 1-800-222-1222/);
  });

  it('speaks of what the rules found: overdose, an emergency of the body, or what only the player hears or sees', () => {
    const first = (level: Level, ...reasons: string[]): string => stateOf(open('medical', level, { reasons })).step;
    assert.equal(first('high', 'medical.psychosis'), 'psychosis.question');
    assert.equal(first('high', 'medical.emergency'), 'emergency.question');
    assert.equal(first('critical', 'medical.emergency'), 'emergency.called');
    assert.equal(first('high', 'suicide.intent', 'medical.overdose.pills'), 'overdose.question');
    assert.equal(first('critical'), 'overdose.question');
    assert.equal(first('high'), 'emergency.question');
  });

  it('stays in the dialogue that was chosen, whatever rules later texts meet', () => {
    let line = open('medical', 'high', { reasons: ['medical.psychosis'] });
    for (const text of ['yes', 'no', '...']) {
      line = say(stateOf(line), text, { ...CLEAR_VERDICT, reasons: ['medical.emergency'] });
      assert.match(stateOf(line).step, /^psychosis\./);
    }
  });

  it('offers the way off the page in abuse and wherever abuse is named, and nowhere else', () => {
    assert.ok(open('abuse', 'moderate').quickExit);
    assert.match(open('abuse', 'high').text, /Leave quickly/);
    const line = open('suicide', 'critical');
    assert.ok(!line.quickExit);
    const named = say(stateOf(line), 'my father hits me', crisis('abuse', 'high'));
    assert.ok(named.quickExit && stateOf(named).kind === 'suicide');
    assert.ok(say(stateOf(named), 'no').quickExit, 'also later on');
    assert.ok(named.resources.some(({ contact }) => contact.includes('1-800-799-7233')));
  });

  it('answers words of danger as danger, even where they begin with a no', () => {
    const asked = stateOf(open('suicide', 'high'));
    assert.match(say(asked, 'no i want to die', crisis('suicide', 'high')).text, /Thank you for telling me the truth/);
    const means = stateOf(say(asked, 'yes'));
    assert.match(say(means, 'no but i have pills', crisis('suicide', 'high')).text, /put some distance/);
    assert.match(say(stateOf(say(means, 'no')), 'i will do it', crisis('suicide', 'high')).text, /call 911 now/);
  });

  it('takes a pressed button at its word', () => {
    const line = open('suicide', 'critical');
    assert.ok(line.suggestions.includes('I am about to'));
    assert.match(say(stateOf(line), 'I am about to', crisis('suicide', 'high')).text, /Please wait with it/);
  });

  it('rises to a hold on a graver verdict, with its opening, and counts the hold from there', () => {
    const line = say(
      stateOf(open('suicide', 'moderate')),
      'I took too many pills',
      safety.screenPlayerText('I took too many pills'),
      5,
    );
    assert.deepEqual(
      [line.state?.response, line.state?.kind, line.state?.level, line.state?.openedAt],
      ['hold', 'medical', 'critical', 5],
    );
    assert.match(line.text, /^Call 911 now/);
  });

  it('turns to another danger that is as grave, once', () => {
    const line = say(stateOf(open('eating', 'high')), 'i will kill myself', crisis('suicide', 'high'));
    assert.match(line.text, /What you wrote matters, and so do you/);
    const back = say(stateOf(line), 'i have eaten nothing for days', crisis('eating', 'high'));
    assert.equal(stateOf(back).kind, 'suicide');
  });

  it('starts the time of a hold anew when the danger is named again', () => {
    const held = stateOf(open('suicide', 'high'));
    assert.equal(stateOf(say(held, 'i still want to die', crisis('suicide', 'high'), 9)).openedAt, 9);
    assert.equal(stateOf(say(held, 'no', CLEAR_VERDICT, 9)).openedAt, 0);
  });

  it('says plainly that nobody has been told when nobody could be', () => {
    const line = help.open({ kind: 'suicide', level: 'high', country, at: 0, nobodyTold: true });
    assert.match(line.text, /Nobody has been told/);
  });

  it('says that it holds no list for an unknown country, and gives an international one', () => {
    const line = open('suicide', 'high', { country: 'XX' });
    assert.match(line.text, /do not hold a list for your country/);
    assert.ok(line.resources.some((r) => r.contact.includes('findahelpline.com')));
  });

  it('goes on from a state that an earlier release kept', () => {
    const old: HelpState = {
      response: 'hold',
      kind: 'medical',
      level: 'critical',
      step: 'medical.alone',
      shown: ['medical.opening.critical', 'medical.question', 'medical.alone'],
      openedAt: 0,
    };
    assert.match(say(old, 'yes').text, /Have you called/);
  });
});

describe('the ways out', () => {
  const OUT = [
    'This was about the game',
    'Go on with the story',
    "it's just a game lol",
    'i was talking about my character',
    'no, it was about the game',
    "that's not me",
    'ok can we go on please',
    'back to the story',
  ];
  const STAY = [
    'it is not about the game',
    "I can't go on with this",
    'i want to continue hurting',
    'it is more than a game to me',
    'the problem is not me, it is him',
    'i cannot go back to the story now',
    'how do i carry on',
  ];

  it('end a check-in and never a hold', () => {
    for (const words of OUT) {
      assert.equal(say(stateOf(open('suicide', 'moderate')), words).state, null, words);
      assert.equal(stateOf(say(stateOf(open('suicide', 'high')), words)).response, 'hold');
    }
  });

  it('are not found in words that only sound like them', () => {
    for (const words of STAY) assert.notEqual(say(stateOf(open('suicide', 'moderate')), words).state, null, words);
  });

  it('end nothing when words of danger come with them', () => {
    const text = 'it was about the game but I want to die';
    const line = say(stateOf(open('suicide', 'moderate')), text, safety.screenPlayerText(text));
    assert.notEqual(line.state, null);
    assert.equal(line.aboutGame, false);
  });

  it('tell the case of a hold that it was about the game, and keep the open question open', () => {
    const held = stateOf(open('violence', 'high'));
    const line = say(held, 'This was about the game');
    assert.ok(line.aboutGame && /noted/.test(line.text));
    assert.equal(stateOf(line).step, held.step);
    assert.ok(!say(held, 'Go on with the story').aboutGame);
    assert.ok(say(stateOf(open('violence', 'moderate')), 'just a game').aboutGame);
  });
});

describe('anger, and what only sounds like it', () => {
  const held = stateOf(open('suicide', 'high'));
  const rude = /It is okay to be angry with me/;

  it('is answered as anger at the helper', () => {
    for (const words of ['you are a useless bot', 'shut up', 'fuck you', 'this is stupid'])
      assert.match(say(held, words).text, rude, words);
  });

  it('is not heard in contempt for oneself, or in fear of somebody else', () => {
    for (const words of ['i feel worthless', 'i am so stupid', 'he will not leave me alone'])
      assert.doesNotMatch(say(held, words).text, rude, words);
  });
});

describe('a hold that has lasted its time', () => {
  const held = stateOf(say(stateOf(open('suicide', 'high')), 'yes'));
  const line = help.recheck(held, { country, at: DAY });

  it('is asked about anew, as a check-in that the player may end', () => {
    assert.match(line.text, /Some time has passed.*No person is reading this now\.\n\nDo you think about killing/s);
    assert.deepEqual([stateOf(line).response, stateOf(line).openedAt], ['checkin', DAY]);
    assert.equal(say(stateOf(line), 'Go on with the story').state, null);
  });

  it('becomes a hold again on words as grave as before, without the same opening', () => {
    const again = say(stateOf(line), 'i want to kill myself', crisis('suicide', 'high'), DAY + 1);
    assert.deepEqual([stateOf(again).response, stateOf(again).openedAt], ['hold', DAY + 1]);
    assert.doesNotMatch(again.text, /What you wrote matters, and so do you/);
    assert.match(again.text, /the story stops here once more/);
  });

  it('can be asked about many times, in other words each time', () => {
    const seen = new Set<string>([line.text]);
    let state = stateOf(line);
    for (let n = 2; n < 5; n += 1) {
      const next = help.recheck({ ...state, response: 'hold', level: 'high' }, { country, at: n * DAY });
      assert.ok(!seen.has(next.text), next.text);
      seen.add(next.text);
      state = stateOf(next);
    }
  });
});

describe('the coverage sentence', () => {
  it('is that of the time at which help opens, and of the time at which it is asked anew', () => {
    const covered = createHelp(safety, {
      coverage: (at) => (at < 100 ? 'The team reads until 18:00.' : 'The team reads again from 8:00.'),
    });
    const first = covered.open({ kind: 'eating', level: 'high', country: 'GB', at: 0 });
    assert.match(first.text, /The team reads until 18:00\./);
    assert.match(covered.recheck(stateOf(first), { country: 'GB', at: 200 }).text, /The team reads again from 8:00\./);
  });

  it('gives way to the honest default where it does not pass the screen', () => {
    const boasting = createHelp(safety, { coverage: () => 'The police are on their way.' });
    assert.match(
      boasting.open({ kind: 'eating', level: 'high', country, at: 0 }).text,
      /No person is reading this now/,
    );
  });
});

describe('help whose hours cannot be told', () => {
  it('opens all the same, and promises nobody', () => {
    const faults: unknown[] = [];
    const lost = createHelp(safety, {
      coverage: () => {
        throw new Error('no such zone');
      },
      onFault: (error) => faults.push(error),
    });
    assert.match(lost.open({ kind: 'abuse', level: 'high', country, at: 0 }).text, /No person is reading this now\./);
    assert.equal(faults.length, 1);
  });
});

describe('help without screening rules', () => {
  it('still answers, with lines approved when the product was built', () => {
    const faults: unknown[] = [];
    const closed = createHelp(createSafety({ directory: '/nonexistent' }), {
      coverage: () => 'Not an approved line.',
      onFault: (error) => faults.push(error),
    });
    for (const where of ['US', 'GB', 'XX', 'FR']) {
      assert.match(closed.notice('unreadable', where).text, /could not be read/);
      for (const kind of CRISIS_KINDS) {
        let line = closed.open({ kind, level: 'critical', country: where, at: 0 });
        assert.match(line.text, /No person is reading this now/);
        for (let n = 0; n < 12; n++)
          line = closed.next(stateOf(line), { text: 'no', verdict: CLEAR_VERDICT, country: where, at: 1 });
        assert.equal(line.suggestions.length, 1);
        closed.recheck(stateOf(line), { country: where, at: 2 });
      }
    }
    assert.deepEqual(faults, []);
  });

  it('falls back to a last line, and says so, when the door refuses one', () => {
    const faults: unknown[] = [];
    const picky = createHelp(
      {
        ...safety,
        approve(text, key) {
          if (text.includes('killing yourself')) throw new Error('refused');
          return safety.approve(text, key);
        },
      },
      { onFault: (error) => faults.push(error) },
    );
    const line = picky.open({ kind: 'suicide', level: 'high', country, at: 0 });
    assert.equal(line.text, 'I am here, and so are the numbers below.');
    assert.ok(line.resources.length > 1 && line.state !== null && faults.length > 0);
  });
});

describe('notices and support', () => {
  it('exist for every fault that a turn or a session can have', () => {
    for (const key of [
      'unreadable',
      'paused_unreadable',
      'late_read',
      'unavailable',
      'nobody_told',
      'unanswered',
      'person_asked',
      'person_asked_open',
      'person_asked_waits',
      'refusal',
      'language',
      'held',
      'too_long',
      'paused',
      'untold',
    ]) {
      assert.ok(help.notice(key, country).text.length > 20, key);
    }
    assert.throws(() => help.notice('nothing', country));
  });

  it('tell the truth about what was done', () => {
    assert.match(help.notice('paused_unreadable', country).text, /We have stopped the story here.*two messages/);
    assert.match(help.notice('unanswered', country).text, /Nobody from the team has answered yet/);
    assert.match(help.notice('late_read', country).text, /could not be read at first\. It has been read now/);
    assert.match(help.notice('nobody_told', country).text, /Nobody has been told/);
  });

  it('come with numbers where somebody may be in need', () => {
    for (const key of ['unreadable', 'paused_unreadable', 'late_read', 'unavailable', 'nobody_told', 'unanswered'])
      assert.ok(help.notice(key, country).resources.length >= 3, key);
  });

  it('step back kindly with a resource, for each kind and for plain distress', () => {
    for (const category of [null, ...CRISIS_KINDS]) {
      const { text, resources } = help.support({ category, country });
      assert.ok(text.length > 40 && resources.length > 0);
    }
    const { resources } = help.support({ category: null, country, reasons: ['distress.age'] });
    assert.match(resources[0]?.name ?? '', /Child/);
  });

  it('step back from abuse with the way off the page, and from nothing else', () => {
    for (const category of [null, ...CRISIS_KINDS]) {
      const { text, quickExit } = help.support({ category, country });
      assert.deepEqual([quickExit, text.includes('Leave quickly')], [category === 'abuse', category === 'abuse']);
    }
    assert.ok(help.support({ category: 'suicide', country, reasons: ['abuse.unease'] }).quickExit);
  });
});
