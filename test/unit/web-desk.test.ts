// The console's queue and one opened case over a network that comes and goes, and beside a colleague who is quicker.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { Alarm } from '../../web/clinician/alarm.ts';
import { type CaseDoor, openCaseDoor } from '../../web/clinician/case-door.ts';
import type { ListedCase, OpenedCase } from '../../web/clinician/cases.ts';
import { type Desk, openDesk } from '../../web/clinician/desk.ts';
import { createSound } from '../../web/clinician/sound.ts';
import { createApi } from '../../web/shared/api.ts';
import type { Line } from '../../web/shared/live-socket.ts';
import { NOW, openCase, storeOf } from './web-console-cases.ts';

const OTHER = { subject: 'c-okafor', displayName: 'Dr Okafor' };
const problem = (status: number, code: string): Response =>
  new Response(JSON.stringify({ code, status, detail: code }), { status });
/** Everything that is answered without a timer has been answered. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('the queue of the console', () => {
  let desk: Desk | undefined;
  afterEach(() => desk?.stop());

  /** A desk whose list is `listed`, with its line in the test's hand. */
  function opened(listed: ListedCase[] | null, live = true) {
    const alarms: Alarm[] = [];
    const said: unknown[] = [];
    const lines: Line[] = [];
    const state = { listed };
    const made = openDesk({
      api: createApi(async () => {
        if (state.listed === null) throw new TypeError('network');
        return Response.json(state.listed);
      }),
      ...{ me: 'c-me', live, socketBase: 'ws://x', clock: () => NOW },
      onAlarms: (heard) => void alarms.push(...heard),
      connect: () => {
        const line: Line = {
          ...{ onopen: null, onmessage: null, onclose: null, close: () => undefined },
          send: (text) => void said.push(JSON.parse(text)),
        };
        lines.push(line);
        return line;
      },
    });
    desk = made;
    const tell = (type: string, data: unknown, at = new Date(NOW).toISOString()): void =>
      lines.at(-1)?.onmessage?.({ data: JSON.stringify({ type, at, data }) });
    return { desk: made, alarms, said, lines, state, tell };
  }
  const ids = (at: Desk): string[] => (at.current().cases ?? []).map(({ caseId }) => caseId).sort();

  it('shows what is there without ringing for it, and rings once for what comes after, by line and by list', async () => {
    const { desk, alarms, tell, state } = opened([openCase({ caseId: 'a' })]);
    await settled();
    assert.deepEqual(alarms, []);
    const next = openCase({ caseId: 'b' });
    tell('crisis.opened', next);
    state.listed = [openCase({ caseId: 'a' }), next];
    await desk.refresh();
    assert.deepEqual(
      alarms.map(({ caseId, cause }) => [caseId, cause]),
      [['b', 'opened']],
    );
    assert.deepEqual(ids(desk), ['a', 'b']);
  });

  it('does not let a list that is a moment behind bring back what is resolved, or undo what was heard', async () => {
    const { desk, alarms, tell } = opened([openCase({ caseId: 'a' }), openCase({ caseId: 'b' })]);
    await settled();
    tell('crisis.changed', openCase({ caseId: 'a', status: 'resolved', version: 4 }));
    tell('crisis.changed', openCase({ caseId: 'b', status: 'acknowledged', heldBy: OTHER, version: 3 }));
    await desk.refresh();
    assert.deepEqual(ids(desk), ['b']);
    assert.equal(desk.current().cases?.[0]?.heldBy?.displayName, 'Dr Okafor');
    assert.deepEqual(alarms, []);
    // The player's next case is another one.
    tell('crisis.opened', openCase({ caseId: 'a', number: 2 }));
    assert.deepEqual(ids(desk), ['a', 'b']);
  });

  it('keeps showing the list it has when it cannot be read, and says since when', async () => {
    const { desk, state } = opened([openCase({ caseId: 'a' })]);
    await settled();
    state.listed = null;
    await desk.refresh();
    assert.deepEqual(ids(desk), ['a']);
    assert.equal(desk.current().problem?.code, 'network');
    assert.equal(desk.current().readAt, NOW);
  });

  it('knows since when the line is down, and forgets who was here meanwhile', async () => {
    const { desk, lines, tell } = opened([]);
    lines[0]?.onopen?.();
    tell('presence', { people: [{ ...OTHER, caseId: 'a' }] });
    assert.equal(desk.current().people.length, 1);
    assert.equal(desk.current().lineSince, null);
    lines[0]?.onclose?.({ code: 1006 });
    assert.equal(desk.current().lineSince, NOW);
    assert.deepEqual(desk.current().people, []);
    desk.nudge();
    assert.equal(desk.current().line, 'connecting');
    assert.equal(desk.current().lineSince, NOW);
    lines.at(-1)?.onopen?.();
    assert.equal(desk.current().lineSince, null);
  });

  it('tells colleagues which case is on the screen, again after the line was down', () => {
    const { desk, lines, said } = opened([]);
    desk.look('a');
    assert.deepEqual(said, []);
    lines[0]?.onopen?.();
    desk.look(null);
    desk.look(null);
    assert.deepEqual(said, [
      { type: 'looking', caseId: 'a' },
      { type: 'looking', caseId: null },
    ]);
  });

  it('goes by the server’s clock where the device’s is wrong', () => {
    const { desk, tell } = opened([]);
    tell('ping', {}, new Date(NOW + 90_000).toISOString());
    assert.equal(desk.current().clockOffsetMs, 90_000);
    tell('ping', {}, new Date(NOW + 1_000).toISOString());
    assert.equal(desk.current().clockOffsetMs, 0);
  });

  it('has no line for a supervisor, and asks instead', async () => {
    const { desk, lines } = opened([openCase({ caseId: 'a' })], false);
    await settled();
    assert.equal(lines.length, 0);
    assert.equal(desk.current().line, 'none');
    assert.deepEqual(ids(desk), ['a']);
  });
});

describe('an opened case', () => {
  let door: CaseDoor | undefined;
  afterEach(() => door?.stop());
  const reading = (part: Partial<OpenedCase>): OpenedCase => ({ ...openCase({}), entries: [], player: null, ...part });

  /** A case whose readings and whose answers to acts are the next of each list; the last reading stays. */
  async function opened(readings: OpenedCase[], answers: (Response | null)[]) {
    const sent: { path: string; body: unknown }[] = [];
    door = openCaseDoor('p1', {
      api: createApi(async (url, init) => {
        if (init?.method !== 'POST') return Response.json(readings.length > 1 ? readings.shift() : readings[0]);
        sent.push({ path: String(url), body: JSON.parse(String(init.body)) });
        const answer = answers.shift();
        if (!answer) throw new TypeError('network');
        return answer;
      }),
      onRead: () => undefined,
    });
    await settled();
    return { door, sent };
  }

  it('is acted on with the version that was on the screen, and read again', async () => {
    const { door, sent } = await opened(
      [reading({ version: 3 }), reading({ version: 4, status: 'acknowledged' })],
      [Response.json({})],
    );
    assert.equal(await door.act('acknowledge', {}, 'Yours.'), true);
    assert.deepEqual(sent, [{ path: '/v1/crises/p1/acknowledge', body: { expectedVersion: 3 } }]);
    assert.equal(door.current().found?.status, 'acknowledged');
    assert.deepEqual(door.current().outcome, { kind: 'done', text: 'Yours.' });
  });

  it('says what a quicker colleague changed, and does not act over it', async () => {
    const { door, sent } = await opened(
      [reading({ version: 3 }), reading({ version: 5, status: 'acknowledged', heldBy: OTHER })],
      [problem(409, 'version_conflict')],
    );
    assert.equal(await door.act('acknowledge', {}, 'Yours.'), false);
    assert.equal(sent.length, 1);
    const { outcome } = door.current();
    assert.ok(outcome?.kind === 'overtaken');
    assert.deepEqual(outcome.changes, ['Dr Okafor holds the case now.']);
  });

  it('names who holds a case that is not one’s own', async () => {
    const held = reading({ version: 5, status: 'acknowledged', heldBy: OTHER });
    const { door } = await opened([reading({ version: 5 }), held], [problem(409, 'case_held')]);
    await door.act('release', {}, 'Released.');
    const { outcome } = door.current();
    assert.ok(outcome?.kind === 'overtaken');
    assert.match(outcome.text, /Dr Okafor holds this case/);
  });

  it('tries again by itself when only the state of a notification had changed', async () => {
    const { door, sent } = await opened(
      [reading({ version: 3 }), reading({ version: 4 }), reading({ version: 5 })],
      [problem(409, 'version_conflict'), Response.json({})],
    );
    assert.equal(await door.act('messages', { text: 'Hello.' }, 'Sent.'), true);
    assert.deepEqual(
      sent.map(({ body }) => body),
      [
        { expectedVersion: 3, text: 'Hello.' },
        { expectedVersion: 4, text: 'Hello.' },
      ],
    );
  });

  it('does not claim that an act failed when no answer came', async () => {
    const { door } = await opened([reading({})], [null]);
    assert.equal(await door.act('messages', { text: 'Hello.' }, 'Sent.'), false);
    const { outcome } = door.current();
    assert.ok(outcome?.kind === 'refused');
    assert.match(outcome.text, /may have arrived/);
  });
});

describe('the sound of the console', () => {
  /** As much of an audio context as the bell asks for before it rings. */
  class Context extends EventTarget {
    state = 'suspended';
    async resume(): Promise<void> {
      this.state = 'running';
      this.dispatchEvent(new Event('statechange'));
    }
  }
  // Only what the bell uses before it rings.
  const create = (): AudioContext => new Context() as unknown as AudioContext;

  it('is blocked until a click, stays off where it was turned off, and says when there is none', async () => {
    const store = storeOf();
    const sound = createSound(store, create);
    assert.equal(sound.current(), 'blocked');
    await sound.unlock();
    assert.equal(sound.current(), 'on');
    sound.turnOff();
    assert.equal(sound.current(), 'off');
    assert.equal(createSound(store, create).current(), 'off');
    assert.equal(createSound(storeOf(), () => null).current(), 'unsupported');
  });
});
