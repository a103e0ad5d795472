// The page's memory of a story: whatever the network does to the events, the page shows each turn once, whole, in order.
import assert from 'node:assert/strict';
import { eventsOfTurn, type SessionEvent } from '../../src/domain/events.ts';
import type { ScreenedText } from '../../src/domain/screened-text.ts';
import { actSeq, replySeq, type TurnReply } from '../../src/domain/turn.ts';
import {
  EMPTY_STORY,
  personHere,
  type StoryAction,
  type StoryState,
  seenSeq,
  storyReducer,
  turnInFlight,
} from '../../web/player/state.ts';

// A test is at the edge of the page: what the gateway sends it has passed the door there.
const screened = (text: string): ScreenedText => text as ScreenedText;
const AT = '2026-01-01T00:00:00.000Z';

function reply(
  n: number,
  sentences = [`Turn ${n} begins. `, `Turn ${n} ends.`],
  kind: TurnReply['kind'] = 'story',
): TurnReply {
  return {
    turnId: `t${n}`,
    seq: replySeq(n),
    kind,
    text: screened(sentences.join('')),
    sentences: sentences.map(screened),
    suggestions: [],
    worldChanges: [],
    source: 'authored',
    timing: { totalMs: 1, modelMs: 0, screenMs: 0, firstTextMs: 1 },
  };
}

const eventsOf = (n: number, generation = 'a'): SessionEvent[] => eventsOfTurn({ reply: reply(n), at: 0, generation });
const hear = (state: StoryState, ...events: SessionEvent[]): StoryState =>
  events.reduce((now, event) => storyReducer(now, { type: 'event', event }), state);
const act = (state: StoryState, ...actions: StoryAction[]): StoryState => actions.reduce(storyReducer, state);
const opened = (): StoryState => act(EMPTY_STORY, { type: 'transcript', events: eventsOf(0), said: {} });
const texts = (state: StoryState): string[] =>
  state.entries.map((entry) => (entry.kind === 'turn' ? entry.sentences.join('') : entry.kind));
const text = (generation: string, index: number, chunk: string): SessionEvent => ({
  type: 'turn.text',
  at: AT,
  data: { turnId: 't1', generation, index, chunk },
});

describe('the page’s memory of a story', () => {
  it('shows an event that is delivered twice once', () => {
    const once = hear(opened(), ...eventsOf(1));
    const twice = hear(once, ...eventsOf(1));
    assert.deepEqual(twice, once);
    assert.deepEqual(texts(twice), ['Turn 0 begins. Turn 0 ends.', 'Turn 1 begins. Turn 1 ends.']);
  });

  it('shows a reply once when it comes as answer and as events, in either order', () => {
    const sent: StoryAction = { type: 'sent', turnId: 't1', text: 'look' };
    const answered: StoryAction = { type: 'answered', reply: reply(1) };
    const answerFirst = hear(act(opened(), sent, answered), ...eventsOf(1));
    const eventsFirst = act(hear(act(opened(), sent), ...eventsOf(1)), answered);
    for (const state of [answerFirst, eventsFirst]) {
      assert.deepEqual(texts(state), ['Turn 0 begins. Turn 0 ends.', 'Turn 1 begins. Turn 1 ends.']);
      assert.equal(turnInFlight(state), null);
    }
  });

  it('does not let an early answer skip events that the stream still owes', () => {
    const answered = act(opened(), { type: 'answered', reply: reply(1) });
    assert.equal(answered.streamSeq, replySeq(0));
    const message: SessionEvent = {
      seq: actSeq(0, 0),
      type: 'human.message',
      at: AT,
      data: { id: 'm1', displayName: 'Dana', role: 'clinician', text: 'Hello.' },
    };
    assert.deepEqual(texts(hear(answered, message, ...eventsOf(1))), [
      'Turn 0 begins. Turn 0 ends.',
      'person',
      'Turn 1 begins. Turn 1 ends.',
    ]);
  });

  it('sends back the highest seq it has seen, also one that came as an answer', () => {
    assert.equal(seenSeq(act(opened(), { type: 'answered', reply: reply(1) })), replySeq(1));
  });

  it('discards an abandoned telling, and what still arrives of it', () => {
    const reset: SessionEvent = {
      type: 'turn.reset',
      at: AT,
      data: { turnId: 't1', generation: 'a', reason: 'blocked' },
    };
    const discarded = hear(opened(), text('a', 0, 'Old. '), reset, text('a', 1, 'Older. '));
    assert.equal(texts(discarded)[1], '');
    assert.equal(texts(hear(discarded, text('b', 0, 'New. ')))[1], 'New. ');
  });

  it('discards what comes late of a telling that was taken back after another had begun', () => {
    const reset: SessionEvent = { type: 'turn.reset', at: AT, data: { turnId: 't1', generation: 'a', reason: 'lost' } };
    const state = hear(opened(), text('a', 0, 'Old. '), text('b', 0, 'New. '), reset, text('a', 1, 'Older. '));
    assert.equal(texts(state)[1], 'New. ');
  });

  it('replaces the sentences of another execution even when no reset was heard', () => {
    const state = hear(opened(), text('a', 0, 'Old one. '), text('a', 1, 'Old two. '), text('b', 0, 'New. '));
    assert.equal(texts(state)[1], 'New. ');
  });

  it('asks for the transcript when a turn is missing, and fills it in its place', () => {
    const gapped = hear(opened(), ...eventsOf(2));
    assert.equal(gapped.gapAfter, replySeq(0));
    const filled = act(gapped, { type: 'transcript', events: [...eventsOf(1), ...eventsOf(2)], said: { t1: 'wait' } });
    assert.equal(filled.gapAfter, null);
    assert.deepEqual(
      texts(filled),
      [0, 1, 2].map((n) => `Turn ${n} begins. Turn ${n} ends.`),
    );
    assert.equal(filled.entries[1]?.kind === 'turn' && filled.entries[1].said, 'wait');
  });

  it('replaces everything on resync with a snapshot, but keeps words that have no answer yet', () => {
    const waiting = act(hear(opened(), ...eventsOf(1)), { type: 'sent', turnId: 't2', text: 'go north' });
    const resync: SessionEvent = { type: 'resync', at: AT, data: { epoch: 'e2', snapshot: { events: eventsOf(0) } } };
    const state = hear(waiting, resync);
    assert.equal(state.epoch, 'e2');
    assert.equal(state.streamSeq, replySeq(0));
    assert.deepEqual(texts(state), ['Turn 0 begins. Turn 0 ends.', '']);
    assert.equal(turnInFlight(state)?.said, 'go north');
  });

  it('asks for the whole transcript on a resync it cannot read, and keeps showing what it has', () => {
    const state = hear(opened(), { type: 'resync', at: AT, data: { epoch: 'e2', snapshot: null } });
    assert.equal(state.wantsReload, true);
    assert.equal(state.streamSeq, 0);
    assert.equal(state.entries.length, 1);
  });

  it('learns the epoch of the stream, and drops turns of another life of the session', () => {
    // The gateway adds the epoch to the first ping of a connection.
    const ping: SessionEvent = JSON.parse(`{"type":"ping","at":"${AT}","data":{"epoch":"e1"}}`);
    const lived = hear(opened(), ping, ...eventsOf(1));
    assert.equal(lived.epoch, 'e1');
    const state = act(hear(lived, { type: 'resync', at: AT, data: { epoch: 'e2', snapshot: {} } }), {
      type: 'replaced',
      events: eventsOf(0),
      said: {},
    });
    assert.deepEqual(texts(state), ['Turn 0 begins. Turn 0 ends.']);
    assert.equal(state.streamSeq, replySeq(0));
  });

  it('keeps a turn that was heard while the transcript was on its way', () => {
    const state = act(hear(opened(), ...eventsOf(1)), { type: 'replaced', events: eventsOf(0), said: {} });
    assert.equal(texts(state).length, 2);
    assert.equal(state.streamSeq, replySeq(1));
  });

  it('keeps a help dialogue that the gateway gave by itself when the transcript is read again', () => {
    const help = { ...reply(0, ['Are you safe? '], 'help'), turnId: 'own' };
    const state = act(opened(), { type: 'answered', reply: help }, { type: 'replaced', events: eventsOf(0), said: {} });
    assert.deepEqual(texts(state), ['Turn 0 begins. Turn 0 ends.', 'Are you safe? ']);
  });

  it('takes a turn back that failed after sentences were shown, and says so', () => {
    const state = hear(act(opened(), { type: 'sent', turnId: 't1', text: 'look' }), text('a', 0, 'Half. '), {
      type: 'turn.failed',
      at: AT,
      data: { turnId: 't1', code: 'unavailable' },
    });
    assert.deepEqual(texts(state), ['Turn 0 begins. Turn 0 ends.', '']);
    assert.equal(state.entries[1]?.kind === 'turn' && state.entries[1].problem?.code, 'unavailable');
  });

  it('removes turns that were rolled back, not the words just being sent', () => {
    const state = hear(act(hear(opened(), ...eventsOf(1)), { type: 'sent', turnId: 't2', text: 'on' }), {
      seq: actSeq(1, 0),
      type: 'session.rolledback',
      at: AT,
      data: { toSeq: replySeq(0) },
    });
    assert.deepEqual(
      state.entries.map((entry) => entry.kind === 'turn' && entry.turnId),
      ['t0', 't2'],
    );
  });

  it('does not let an older status overrule a newer one', () => {
    const status = (n: number, value: 'paused' | 'active'): SessionEvent => ({
      seq: actSeq(0, n),
      type: 'session.status',
      at: AT,
      data: { status: value },
    });
    const state = act(hear(opened(), status(1, 'active')), {
      type: 'transcript',
      events: [status(0, 'paused')],
      said: {},
    });
    assert.equal(state.status, 'active');
  });

  describe('with a person of the care team', () => {
    const message = (id: string, n: number): SessionEvent => ({
      seq: actSeq(0, n),
      type: 'human.message',
      at: AT,
      data: { id, displayName: 'Dana', role: 'clinician', text: 'Hello.' },
    });
    const kinds = (state: StoryState): string[] => state.entries.map(({ kind }) => kind);

    it('shows a message once, also when it is told again under another seq', () => {
      assert.deepEqual(kinds(hear(opened(), message('m1', 0), message('m1', 1))), ['turn', 'person']);
      assert.deepEqual(kinds(hear(opened(), message('m1', 0), message('m2', 1))), ['turn', 'person', 'person']);
    });

    it('knows whom the player can write to, and nobody before somebody came', () => {
      assert.equal(personHere(opened()), null);
      const acknowledged: SessionEvent = {
        seq: actSeq(0, 0),
        type: 'help.acknowledged',
        at: AT,
        data: { displayName: 'Ada' },
      };
      assert.equal(personHere(hear(opened(), acknowledged)), 'Ada');
      assert.equal(personHere(hear(opened(), acknowledged, message('m1', 1))), 'Dana');
    });

    it('shows the own message once, also on the device that did not write it', () => {
      const own: SessionEvent = {
        seq: actSeq(0, 0),
        type: 'human.message',
        at: AT,
        data: { id: 'l1', displayName: 'Robin', role: 'player', text: 'Thank you.' },
      };
      assert.deepEqual(kinds(hear(opened(), own)), ['turn', 'letter']);
      const written = act(opened(), {
        type: 'letters',
        letters: [{ id: 'l1', order: actSeq(0, 1), text: 'Thank you.' }],
      });
      assert.deepEqual(kinds(hear(written, own)), ['turn', 'letter']);
    });

    it('keeps what passed between people when the transcript is read again', () => {
      const talked = act(hear(opened(), message('m1', 0)), {
        type: 'letters',
        letters: [{ id: 'l1', order: actSeq(0, 1), text: 'Thank you.' }],
      });
      assert.deepEqual(kinds(act(talked, { type: 'replaced', events: eventsOf(0), said: {} })), [
        'turn',
        'person',
        'letter',
      ]);
    });

    it('says that nobody has answered, with places to turn to', () => {
      const state = hear(opened(), {
        seq: actSeq(0, 0),
        type: 'help.unanswered',
        at: AT,
        data: { text: 'Nobody has answered yet.', resources: [{ name: 'S', contact: '116 123', hours: '' }] },
      });
      const last = state.entries.at(-1);
      assert.ok(last?.kind === 'unanswered' && last.resources.length === 1 && last.fresh);
    });

    it('remembers who paused the story, and forgets it when it goes on', () => {
      const status = (n: number, data: Extract<SessionEvent, { type: 'session.status' }>['data']): SessionEvent => ({
        seq: actSeq(0, n),
        type: 'session.status',
        at: AT,
        data,
      });
      const paused = hear(opened(), status(0, { status: 'paused', by: 'system' }));
      assert.equal(paused.pausedBy, 'system');
      assert.equal(hear(paused, status(1, { status: 'active' })).pausedBy, null);
    });
  });
});
