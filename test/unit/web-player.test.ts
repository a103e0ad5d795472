// The player page's pure parts beside the story itself: when a rest is due, the words that steer, the journal, the shelf.
import assert from 'node:assert/strict';
import { createRulesInputProcessor } from '../../src/agents/ipa/index.ts';
import type { ScreenedText } from '../../src/domain/screened-text.ts';
import { replySeq, type TurnReply } from '../../src/domain/turn.ts';
import { type Entry, newTurn } from '../../web/player/entries.ts';
import { chaptersOf, learnedIn } from '../../web/player/journal-lines.ts';
import { AWAY_MS, REST_AFTER_MS, restIsDue, type Sitting, seen } from '../../web/player/rest.ts';
import { statusWord, timeOf, whenRead } from '../../web/player/shelf-words.ts';
import { STEERING, steeringRests } from '../../web/player/steering.ts';
import { kitchen, vocabulary } from './ipa-world.ts';

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 0, 1, 12);

/** Signs of play at these minutes. */
const sittingOf = (...minutes: number[]): Sitting | null =>
  minutes.reduce<Sitting | null>((sitting, minute) => seen(sitting, T0 + minute * MINUTE), null);
const every = (step: number, from: number, to: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
const dueAt = (sitting: Sitting | null, minute: number): boolean => restIsDue(sitting, T0 + minute * MINUTE);

describe('the offer of a rest', () => {
  it('comes after 45 minutes of play, not before', () => {
    assert.equal(REST_AFTER_MS, 45 * MINUTE);
    assert.equal(dueAt(sittingOf(...every(5, 0, 40)), 44), false);
    assert.equal(dueAt(sittingOf(...every(5, 0, 45)), 45), true);
    assert.equal(dueAt(null, 90), false);
  });

  it('counts from the return of somebody who was away for more than ten minutes', () => {
    assert.equal(AWAY_MS, 10 * MINUTE);
    assert.equal(dueAt(sittingOf(...every(5, 0, 30), ...every(5, 41, 81)), 85), false);
    assert.equal(dueAt(sittingOf(...every(5, 0, 30), ...every(5, 41, 86)), 86), true);
  });

  it('takes a pause of ten minutes or less for thinking', () => {
    assert.equal(dueAt(sittingOf(...every(10, 0, 40)), 46), true);
  });

  it('does not speak to an empty chair', () => {
    assert.equal(dueAt(sittingOf(...every(5, 0, 40)), 51), false);
  });

  it('comes once in a sitting, and again in the next', () => {
    const first = sittingOf(...every(5, 0, 45));
    assert.ok(first);
    const told: Sitting = { ...first, told: true };
    const later = every(5, 50, 120).reduce<Sitting>((now, minute) => seen(now, T0 + minute * MINUTE), told);
    assert.equal(dueAt(later, 120), false);
    const next = every(5, 140, 185).reduce<Sitting>((now, minute) => seen(now, T0 + minute * MINUTE), later);
    assert.equal(dueAt(next, 185), true);
  });

  it('begins anew when the clock was set back', () => {
    assert.equal(dueAt(sittingOf(0, 5, -100, -95), -60), false);
    assert.deepEqual(sittingOf(0, 5, -100), sittingOf(-100));
  });
});

describe('the words that steer the story', () => {
  const ipa = createRulesInputProcessor(() => vocabulary);

  it('are understood as what they say they do', async () => {
    const intents = await Promise.all(
      STEERING.map(async ({ words }) => (await ipa.understand({ text: words, view: kitchen })).intent),
    );
    assert.deepEqual(intents, ['hint', 'undo', 'again', 'gentler', 'skip']);
  });

  it('wait, with a reason, while a turn runs and while the story is paused, held or over', () => {
    assert.equal(steeringRests('active', false), null);
    const reasons = [
      steeringRests('active', true),
      ...(['paused', 'help', 'ended'] as const).map((status) => steeringRests(status, false)),
    ];
    assert.ok(reasons.every((rests) => rests !== null && rests.reason !== ''));
    assert.equal(new Set(reasons.map((rests) => rests?.reason)).size, 4);
    assert.deepEqual(
      reasons.map((rests) => rests?.lasts),
      [false, true, true, true],
    );
  });
});

describe('the journal', () => {
  // A test is at the edge of the page: what the gateway sends it has passed the door there.
  const screened = (text: string): ScreenedText => text as ScreenedText;

  function turn(n: number, said: string | null, text: string, more: Partial<TurnReply> = {}): Entry {
    const sentences = [screened(text)];
    const reply: TurnReply = {
      ...{ turnId: `t${n}`, seq: replySeq(n), kind: 'story', text: screened(text), sentences, suggestions: [] },
      ...{ worldChanges: [], source: 'authored', timing: { totalMs: 1, modelMs: 0, screenMs: 0, firstTextMs: 1 } },
      ...more,
    };
    return { ...newTurn(`t${n}`), order: reply.seq, said, sentences, reply };
  }

  it('tells the story by place, and a place that is come back to is a chapter of its own', () => {
    const chapters = chaptersOf([
      turn(0, null, 'The boat leaves.', { place: 'The quay' }),
      turn(1, 'look', 'Crates.', { place: 'The quay' }),
      turn(2, 'north', 'A lane.', { place: 'The lane' }),
      turn(3, 'hint', 'You could knock.'),
      turn(4, 'south', 'Back.', { place: 'The quay' }),
    ]);
    assert.deepEqual(
      chapters.map(({ place, lines }) => [place, lines.map(({ said }) => said)]),
      [
        ['The quay', [null, 'look']],
        ['The lane', ['north', 'hint']],
        ['The quay', ['south']],
      ],
    );
  });

  it('says what changed where something did, else how the telling began', () => {
    const [chapter] = chaptersOf([
      turn(1, 'take lamp', 'You take it.', { worldChanges: [{ kind: 'taken', what: 'the lamp' }] }),
      turn(2, 'wait', 'Rain.\n\nMore rain.'),
      turn(3, 'listen', `${'word '.repeat(40)}end.`),
      turn(4, `I ${'tell '.repeat(60)}`, 'Bram listens.'),
    ]);
    const [taken, waited, listened] = chapter?.lines.map(({ came }) => came) ?? [];
    assert.equal(chapter?.lines[3]?.said, `I ${'tell '.repeat(20)}tell…`);
    assert.equal(taken, 'You now carry the lamp');
    assert.equal(waited, 'Rain.');
    assert.match(listened ?? '', /^(word ){10,}word…$/);
    assert.ok((listened?.length ?? 0) <= 111);
  });

  it('forgets what was learned in a turn that was taken back', () => {
    const learned = { worldChanges: [{ kind: 'learned' as const, what: 'The lamp is dark.' }] };
    const undone = { worldChanges: [{ kind: 'undone' as const, what: 'The lamp is dark.' }] };
    const asked = turn(1, 'ask', 'It is dark.', learned);
    assert.deepEqual(learnedIn([asked]), ['The lamp is dark.']);
    assert.deepEqual(learnedIn([asked, turn(2, 'undo', 'So be it.', undone)]), []);
    assert.deepEqual(learnedIn([asked, turn(2, 'undo', 'So be it.', undone), turn(3, 'ask', 'Dark.', learned)]), [
      'The lamp is dark.',
    ]);
  });

  it('lays open nothing of what was said outside the story, and leaves out notices and words without an answer', () => {
    const [chapter] = chaptersOf([
      turn(1, 'something private', 'Are you safe?', { kind: 'help' }),
      turn(2, 'look', 'Not now.', { kind: 'notice' }),
      { ...newTurn('t3'), said: 'still on its way' },
    ]);
    assert.deepEqual(chapter?.lines, [
      { turnId: 't1', said: null, came: 'You stepped outside the story for a while.' },
    ]);
  });
});

describe('a card on the shelf', () => {
  it('says when it was read last, nearer days by name', () => {
    const now = new Date(2026, 2, 1, 9, 30).getTime();
    const at = (...parts: [number, number, number, number, number]): string =>
      whenRead(new Date(...parts).getTime(), now);
    assert.equal(at(2026, 2, 1, 0, 5), 'Today, 00:05');
    assert.equal(at(2026, 1, 28, 23, 59), 'Yesterday, 23:59');
    assert.equal(at(2026, 1, 27, 14, 5), '27 February, 14:05');
    assert.equal(at(2025, 11, 31, 14, 5), '31 December 2025, 14:05');
  });

  it('has a word only for what is out of the ordinary', () => {
    assert.deepEqual((['active', 'paused', 'help', 'ended'] as const).map(statusWord), [
      null,
      'Paused',
      'Waiting for you',
      null,
    ]);
    assert.equal(timeOf({ sessionId: 's', worldId: 'w', status: 'active' }), 0);
    assert.equal(timeOf({ sessionId: 's', worldId: 'w', status: 'active', lastTurnAt: 'never' }), 0);
  });
});
