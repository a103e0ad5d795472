// The transcript: what was said and told, for those who may read it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createHistory } from '../../src/compose/history.ts';
import type { SessionEvent } from '../../src/domain/events.ts';
import { type Fixture, openFixture } from './gateway-fixture.ts';

describe('the transcript of a session', () => {
  let at: Fixture;
  let sessionId: string;
  before(async () => {
    at = await openFixture();
    sessionId = await at.sessionOf('reader');
    const turnId = randomUUID();
    await at.storedTurn(sessionId, turnId, 'ring the bell');
    const turn = at.turns.get(turnId);
    assert.ok(turn !== undefined);
    const paused: SessionEvent = {
      type: 'session.status',
      seq: 1500,
      at: '2026-11-23T00:00:00.000Z',
      data: { status: 'paused', by: 'player' },
    };
    at.past.push(
      { turn },
      {
        act: {
          sessionId,
          seq: 1500,
          status: 'paused',
          at: 0,
          sealedEvent: await at.sealer.seal({ sessionId }, 'act.event', JSON.stringify(paused)),
        },
      },
    );
  });
  after(async () => at.close());

  const read = async (role: 'player' | 'clinician', subject: string) =>
    at.app.inject({
      url: `/v1/sessions/${sessionId}/transcript`,
      headers: { authorization: `Bearer ${await at.token(role, subject)}` },
    });

  it("gives each reply with the player's words that it answers", async () => {
    const { events, next } = (await read('player', 'reader')).json();
    assert.deepEqual(
      events.map(({ type, data }: { type: string; data: { said?: string } }) => [type, data.said]),
      [
        ['turn.text', undefined],
        ['turn.reply', 'ring the bell'],
        ['session.status', undefined],
      ],
    );
    assert.equal(next, null);
  });

  it('leaves the words out of what a stream is rebuilt from', async () => {
    const history = createHistory({ sealer: at.sealer, world: { history: async () => at.past } });
    const events = await history.stream(sessionId, 0);
    assert.equal(events.length, 3);
    assert.ok(!JSON.stringify(events).includes('ring the bell'));
  });

  it('is for the care team only when the player has agreed that it reads along', async () => {
    assert.equal((await read('clinician', 'carer')).statusCode, 200);
    assert.equal((await read('clinician', 'stranger')).statusCode, 403);
    at.unread.add(at.player('reader'));
    const refused = await read('clinician', 'carer');
    assert.equal(refused.statusCode, 403);
    assert.match(refused.json().detail, /not agreed/);
    const seen = await at.app.inject({
      url: `/v1/sessions/${sessionId}`,
      headers: { authorization: `Bearer ${await at.token('clinician', 'carer')}` },
    });
    assert.equal(seen.statusCode, 200);
    assert.deepEqual(seen.json().inventory, []);
    assert.equal(seen.json().place, null);
    assert.equal((await read('player', 'reader')).statusCode, 200);
  });
});

describe('a demonstration account', () => {
  let at: Fixture;
  before(async () => {
    at = await openFixture();
  });
  after(async () => at.close());

  const enter = async (name?: string) =>
    (
      await at.app.inject({ method: 'POST', url: '/v1/auth/demo', payload: { role: 'player', ...(name && { name }) } })
    ).json();

  it('is the same for the same name, however it is typed, and a new one without a name', async () => {
    const first = await enter('Ana Belmont');
    assert.equal((await enter('  ana  belmont ')).subject, first.subject);
    assert.notEqual((await enter('Ana Bell')).subject, first.subject);
    assert.notEqual((await enter()).subject, (await enter()).subject);
  });

  it('is not made of a name that sounds like danger; help is the answer', async () => {
    const answer = await enter('I want to kill myself tonight');
    assert.equal(answer.kind, 'help');
    assert.equal(answer.subject, undefined);
  });
});
