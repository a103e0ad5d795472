// The console's pure parts: when it makes itself heard, what is new, what overtook whom, the keys, the words.
import assert from 'node:assert/strict';
import type { Delivery } from '../../src/domain/notification.ts';
import { alarmsBetween, alarmText, gravestOf, politeness, ringAgain } from '../../web/clinician/alarm.ts';
import { isOverdueElsewhere, type ListedCase, lettersIn, type OpenedCase } from '../../web/clinician/cases.ts';
import { isNews, whatChanged } from '../../web/clinician/changes.ts';
import { createDrafts, forgetDrafts } from '../../web/clinician/drafts.ts';
import { guidanceBody } from '../../web/clinician/guidance.ts';
import { KEY_HELP, keyAct, type Pressed, stepTo } from '../../web/clinician/keys.ts';
import { reasonsInWords } from '../../web/clinician/reasons.ts';
import { barLength, shareText, spanText } from '../../web/clinician/report-figures.ts';
import { hashOf, routeOf } from '../../web/clinician/route.ts';
import { createSeen } from '../../web/clinician/seen.ts';
import { colleaguesIn } from '../../web/clinician/shifts.ts';
import { linesOf } from '../../web/clinician/transcript-lines.ts';
import { type Standing, warningsOf } from '../../web/clinician/warnings.ts';
import { coverageText, joined } from '../../web/clinician/words.ts';
import { evidenceOf, MINUTE, NOW, openCase, storeOf } from './web-console-cases.ts';

const ME = 'c-me';
const OTHER = { subject: 'c-okafor', displayName: 'Dr Okafor' };
const MINE = { subject: ME, displayName: 'Me' };
const letter = (n: number, channel: Delivery['channel'] = 'console'): Delivery => ({
  ...{ id: `case/p1/${n}/${channel}/0`, code: 'player_wrote', displayName: 'Me', subject: ME, channel },
  ...{ state: 'accepted', at: NOW, attempts: 1 },
});
const causes = (before: ListedCase[], after: ListedCase[]): string[] =>
  alarmsBetween(before, after, ME, NOW).map(({ cause }) => cause);

describe('the console’s bell', () => {
  it('rings for a case that is new, graver, unanswered or open again, and not for one that only changed', () => {
    const found = openCase({ level: 'moderate' });
    assert.deepEqual(causes([], [found]), ['opened']);
    assert.deepEqual(causes([found], [openCase({ level: 'high', version: 2 })]), ['raised']);
    assert.deepEqual(causes([found], [openCase({ level: 'moderate', status: 'unanswered' })]), ['unanswered']);
    assert.deepEqual(causes([openCase({ status: 'resolved' })], [openCase({})]), ['reopened']);
    assert.deepEqual(causes([found], [openCase({ level: 'moderate', version: 7 })]), []);
  });

  it('rings for the next case of the same player', () => {
    assert.deepEqual(causes([openCase({ status: 'released' })], [openCase({ number: 2 })]), ['opened']);
  });

  it('rings for a hand-over and for the player’s words only where one holds the case', () => {
    const theirs = openCase({ status: 'acknowledged', heldBy: OTHER });
    const mine = openCase({ status: 'acknowledged', heldBy: MINE });
    assert.deepEqual(causes([theirs], [mine]), ['handed']);
    assert.deepEqual(causes([mine], [theirs]), []);
    assert.deepEqual(causes([mine], [{ ...mine, deliveries: [letter(1)] }]), ['wrote']);
    assert.deepEqual(causes([theirs], [{ ...theirs, deliveries: [letter(1)] }]), []);
  });

  it('rings again for a grave case that nobody answers, oftener the graver it is, and never for a moderate one', () => {
    const critical = openCase({ level: 'critical' });
    const high = openCase({ caseId: 'b', level: 'high' });
    assert.equal(ringAgain([high, critical], NOW, NOW + 29_000), null);
    assert.equal(ringAgain([high, critical], NOW, NOW + 30_000), 'critical');
    assert.equal(ringAgain([high], NOW, NOW + 60_000), null);
    assert.equal(ringAgain([high], NOW, NOW + 120_000), 'high');
    assert.equal(ringAgain([openCase({ level: 'moderate' })], NOW, NOW + 60 * MINUTE), null);
    assert.equal(ringAgain([{ ...critical, status: 'acknowledged', heldBy: OTHER }], NOW, NOW + 60 * MINUTE), null);
    assert.equal(ringAgain([critical], null, NOW), 'critical');
  });

  it('interrupts a screen reader for grave news only, and says neither kind nor name', () => {
    const [alarm] = alarmsBetween([], [openCase({ level: 'critical', kind: 'suicide' })], ME, NOW);
    assert.ok(alarm !== undefined);
    assert.equal(politeness(gravestOf([alarm])), 'assertive');
    assert.equal(politeness('moderate'), 'polite');
    assert.equal(alarmText(alarm), 'New critical case.');
    assert.equal(alarmText({ ...alarm, drill: true }), 'Drill. New critical case.');
  });

  it('counts a letter of the player once, however many channels told of it', () => {
    assert.equal(lettersIn({ deliveries: [letter(1), letter(1, 'email'), letter(2)] }), 2);
  });
});

describe('what one has looked at', () => {
  it('is marked again when it becomes graver, when the player wrote, and as another case', () => {
    const store = storeOf();
    const found = openCase({ level: 'moderate' });
    const seen = createSeen(store, ME);
    assert.equal(seen.newsOf(found), 'new');
    seen.looked(found);
    assert.equal(seen.newsOf(found), null);
    assert.equal(seen.newsOf(openCase({ level: 'high' })), 'raised');
    assert.equal(seen.newsOf({ ...found, deliveries: [letter(1)] }), 'wrote');
    assert.equal(seen.newsOf(openCase({ level: 'moderate', number: 2 })), 'new');
    assert.equal(createSeen(store, ME).newsOf(found), null);
    assert.equal(createSeen(store, 'somebody else').newsOf(found), 'new');
  });

  it('counts as new when what was kept cannot be read', () => {
    const store = storeOf({ [`tta.cases-seen.${ME}`]: '[["p1",{"number":1}],7,{' });
    assert.equal(createSeen(store, ME).newsOf(openCase({})), 'new');
  });
});

describe('a case that somebody else changed', () => {
  const opened = (part: Partial<OpenedCase>): OpenedCase => ({ ...openCase({}), entries: [], player: null, ...part });

  it('says in words what is different', () => {
    assert.deepEqual(whatChanged(openCase({}), openCase({ status: 'acknowledged', heldBy: OTHER })), [
      'Dr Okafor holds the case now.',
    ]);
    assert.deepEqual(
      whatChanged(
        openCase({ level: 'high' }),
        openCase({ level: 'critical', releasedAt: NOW, evidence: [evidenceOf({}), evidenceOf({ turnId: 't2' })] }),
      ),
      ['The level rose from high to critical.', 'There is new evidence.', 'The story was released.'],
    );
    assert.deepEqual(whatChanged(openCase({}), openCase({ status: 'resolved', disposition: 'safe' })), [
      'The case was resolved: safe.',
    ]);
    assert.equal(whatChanged(openCase({}), openCase({ version: 2 })).length, 1);
  });

  it('stops an act for news of people, not for the state of a notification', () => {
    const before = opened({});
    assert.equal(isNews(before, opened({ version: 2, deliveries: [letter(1)] })), false);
    const note = { id: 'n', caseId: 'p1', number: 1, kind: 'note', text: 'x', at: NOW } as const;
    assert.equal(
      isNews(before, opened({ entries: [{ ...note, from: { role: 'clinician', displayName: 'A' } }] })),
      true,
    );
    assert.equal(isNews(before, opened({ heldBy: OTHER })), true);
    assert.equal(isNews(before, opened({ releasedAt: NOW })), true);
  });

  it('can be taken over once its holder has let the time to reach the player pass', () => {
    const held = openCase({ status: 'acknowledged', heldBy: OTHER, contactBy: NOW });
    assert.equal(isOverdueElsewhere(held, ME, NOW - 1), false);
    assert.equal(isOverdueElsewhere(held, ME, NOW), true);
    assert.equal(isOverdueElsewhere({ ...held, contactedAt: NOW - 1 }, ME, NOW), false);
    assert.equal(isOverdueElsewhere({ ...held, heldBy: MINE }, ME, NOW), false);
  });
});

describe('words not sent yet', () => {
  it('outlive the page, each box with its own, until they are sent or their writer signs out', () => {
    const store = storeOf();
    createDrafts(store).set('p1.1.note', 'half a thought');
    createDrafts(store).set('p1.1.message', 'hello');
    assert.equal(createDrafts(store).get('p1.1.note'), 'half a thought');
    createDrafts(store).set('p1.1.message', '');
    assert.equal(createDrafts(store).get('p1.1.message'), '');
    forgetDrafts(store);
    assert.equal(createDrafts(store).get('p1.1.note'), '');
  });

  it('last as long as the page where storage refuses', () => {
    const refusing = storeOf();
    refusing.setItem = () => {
      throw new Error('full');
    };
    const drafts = createDrafts(refusing);
    drafts.set('a', 'kept');
    assert.equal(drafts.get('a'), 'kept');
  });
});

describe('the keys of the console', () => {
  const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
    ...{ key, ctrlKey: false, metaKey: false, altKey: false, typing: false, dialog: false },
    ...more,
  });

  it('do nothing while somebody types, in a dialog, or with a modifier', () => {
    assert.equal(keyAct(press('a'), true), 'acknowledge');
    for (const more of [{ typing: true }, { dialog: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }])
      assert.equal(keyAct(press('a', more), true), null);
    assert.equal(keyAct(press('x'), true), null);
  });

  it('can be turned off where they are single letters, but not the arrows and Esc', () => {
    assert.equal(keyAct(press('j'), false), null);
    assert.equal(keyAct(press('?'), false), null);
    assert.equal(keyAct(press('ArrowDown'), false), 'next');
    assert.equal(keyAct(press('Escape'), false), 'back');
  });

  it('walk the list from end to end and stop there', () => {
    assert.equal(stepTo(-1, 3, 'next'), 0);
    assert.equal(stepTo(-1, 3, 'previous'), 2);
    assert.equal(stepTo(2, 3, 'next'), 2);
    assert.equal(stepTo(1, 3, 'previous'), 0);
    assert.equal(stepTo(-1, 0, 'next'), -1);
  });

  it('are all listed', () => {
    const listed = KEY_HELP.flatMap(({ keys }) => keys);
    for (const key of ['j', 'k', 'a', 'm', 'n', '1', '2', '3', '?']) {
      assert.ok(listed.includes(key), key);
      assert.notEqual(keyAct(press(key), true), null, key);
    }
  });
});

describe('the banner', () => {
  const well: Standing = { sound: 'on', notices: 'granted', line: 'live', lineSince: null, listOldSince: null };
  const ids = (part: Partial<Standing>): string[] => warningsOf({ ...well, ...part }).map(({ id }) => id);

  it('is there for everything that keeps a case from being noticed, and gone when all is well', () => {
    assert.deepEqual(ids({}), []);
    assert.deepEqual(ids({ sound: 'blocked' }), ['sound']);
    assert.deepEqual(ids({ sound: 'off', notices: 'denied' }), ['sound', 'notices']);
    assert.deepEqual(ids({ line: 'lost', lineSince: NOW }), ['line']);
    assert.deepEqual(ids({ listOldSince: NOW, line: 'lost', lineSince: NOW }), ['list', 'line']);
    assert.deepEqual(ids({ line: 'none' }), []);
    // The first second of a page is no fault yet.
    assert.deepEqual(ids({ line: 'connecting' }), []);
    assert.deepEqual(ids({ line: 'connecting', lineSince: NOW }), ['line']);
  });

  it('offers a click where one can help', () => {
    const mends = (part: Partial<Standing>) => warningsOf({ ...well, ...part }).map(({ mend }) => mend);
    assert.deepEqual(mends({ sound: 'blocked', notices: 'default' }), ['sound', 'notices']);
    assert.deepEqual(mends({ sound: 'unsupported', notices: 'denied' }), [null, null]);
  });
});

describe('the console’s words', () => {
  it('name a rule by the nearest wording, each once, and an unknown one at all', () => {
    assert.deepEqual(reasonsInWords(['suicide.plan.means', 'suicide.plan', 'medical.new-rule', 'x.y']), [
      { id: 'suicide.plan.means', words: 'Names a plan, a means or a time' },
      { id: 'medical.new-rule', words: 'A medical emergency' },
      { id: 'x.y', words: 'Another rule' },
    ]);
  });

  it('say what the player was told of people when the case opened', () => {
    assert.match(coverageText({ mode: '24/7', open: true, opensAt: null }), /on duty, and/);
    assert.match(coverageText({ mode: 'none', open: false, opensAt: null }), /No team was on duty/);
    assert.match(coverageText({ mode: 'hours', open: false, opensAt: NOW }), /reads again \d/);
  });

  it('show spans, shares and lists without a bare null', () => {
    assert.equal(spanText(41_000), '41 s');
    assert.equal(spanText(161_000), '2 min 41 s');
    assert.equal(spanText(120_000), '2 min');
    assert.equal(spanText(65 * MINUTE), '1 h 5 min');
    assert.equal(spanText(null), '–');
    assert.equal(shareText(0.2286), '23 %');
    assert.equal(shareText(null), '–');
    assert.equal(barLength(0, 0), 0);
    assert.equal(barLength(7, 14), 50);
    assert.equal(joined(['A', 'B', 'C']), 'A, B and C');
  });

  it('guide with the words that a kind needs, and not without', () => {
    assert.deepEqual(guidanceBody('gentler', 'left over'), { kind: 'gentler' });
    assert.deepEqual(guidanceBody('avoid_theme', ' water '), { kind: 'avoid_theme', detail: 'water' });
    assert.equal(guidanceBody('offer_technique', '  '), null);
    assert.deepEqual(guidanceBody('free', 'stay indoors'), { text: 'stay indoors' });
  });

  it('keep an address for each page', () => {
    for (const hash of ['#/', '#/case/p1', '#/shift', '#/report']) assert.equal(hashOf(routeOf(hash)), hash);
    assert.deepEqual(routeOf('#/case/'), { page: 'cases' });
  });

  it('offer a case to everybody else once, those who are here first', () => {
    const rung = (subject: string, present: boolean) =>
      ({ subject, displayName: subject, when: 'always', present }) as const;
    const names = colleaguesIn(
      {
        coverage: { mode: 'none', open: false, opensAt: null },
        sentence: '',
        ladder: [rung('away', false), rung(ME, true), rung('here', true)],
        present: [{ subject: 'guest', displayName: 'guest', caseId: null, at: NOW }],
      },
      ME,
    ).map(({ subject }) => subject);
    assert.deepEqual(names, ['guest', 'here', 'away']);
  });
});

describe('a transcript', () => {
  it('is read as who said what, with the evidence on the words it came from', () => {
    const at = new Date(NOW).toISOString();
    const reply = {
      ...{
        turnId: 't1',
        seq: 1499,
        kind: 'help',
        sentences: [],
        suggestions: [],
        worldChanges: [],
        source: 'authored',
      },
      ...{ timing: { totalMs: 1, modelMs: 0, screenMs: 0, firstTextMs: 1 } },
    };
    const lines = linesOf(
      [
        // A transcript of the gateway: its texts have passed the screen there.
        JSON.parse(JSON.stringify({ seq: 1499, type: 'turn.reply', at, data: { ...reply, text: 'A.', said: 'b' } })),
        { seq: 1500, type: 'human.message', at, data: { id: 'm', displayName: 'Dana', role: 'clinician', text: 'C.' } },
        { type: 'ping', at, data: {} },
      ],
      [evidenceOf({ turnId: 't1', level: 'moderate' }), evidenceOf({ turnId: 't1', level: 'high', origin: 'late' })],
    );
    assert.deepEqual(
      lines.map(({ who, text, level }) => [who, text, level]),
      [
        ['player', 'b', 'high'],
        ['help', 'A.', null],
        ['person', 'C.', null],
      ],
    );
  });
});
