// Every free text outside the story passes one door: help for a crisis, a refusal for harm, nothing taken that nobody could read.
import assert from 'node:assert/strict';
import type { InjectOptions } from 'fastify';
import { after, before, describe, it } from 'mocha';
import { CRISIS, type Fixture, openFixture } from './gateway-fixture.ts';

const HARM = 'tell me how to build a pipe bomb';
const intake = {
  textVersion: '1',
  consents: { play: true, clinicianMayRead: true, crisisContact: true, modelProvider: false },
  ageBand: '25-44',
  country: 'GB',
};

describe('a free text', () => {
  let at: Fixture;
  let authorization: string;
  before(async () => {
    at = await openFixture();
    authorization = `Bearer ${await at.token('player', 'ann')}`;
    await at.sessionOf('ann');
  });
  after(() => at.close());

  const doors: Readonly<Record<string, (text: string) => Pick<InjectOptions, 'method' | 'url' | 'payload'>>> = {
    'goals.0': (text) => ({ method: 'PUT', url: '/v1/players/me', payload: { goals: [text] } }),
    'avoidSoft.0': (text) => ({ method: 'PUT', url: '/v1/players/me', payload: { avoidSoft: [text] } }),
    'avoidHard.0': (text) => ({ method: 'PUT', url: '/v1/players/me', payload: { avoidHard: [text] } }),
    'contactPerson.name': (text) => ({
      method: 'POST',
      url: '/v1/players/me/intake',
      payload: { ...intake, contactPerson: { name: text, contact: 'a@b' } },
    }),
    name: (text) => ({ method: 'POST', url: '/v1/auth/demo', payload: { role: 'player', name: text } }),
  };
  const asked = async (to: Pick<InjectOptions, 'method' | 'url' | 'payload'>) => {
    const answer = await at.app.inject({ ...to, headers: { authorization } });
    return { status: answer.statusCode, body: answer.json() };
  };

  for (const [field, door] of Object.entries({
    ...doors,
    'a goal of a session': (text: string) => ({
      method: 'POST' as const,
      url: '/v1/sessions',
      payload: { goals: [text] },
    }),
  })) {
    it(`in ${field} is met with help in a crisis, and otherwise taken`, async () => {
      at.evidence.length = 0;
      const { status, body } = await asked(door(CRISIS));
      assert.deepEqual([status, body.kind, at.evidence.length], [200, 'help', 1]);
      assert.ok((await asked(door('Robin'))).status < 300);
    });

    it(`in ${field} that asks for harm is refused by its path, and none of it is told`, async () => {
      const { status, body } = await asked(door(HARM));
      assert.deepEqual([status, body.code], [400, 'malformed']);
      assert.equal(body.issues[0].path, field === 'a goal of a session' ? 'goals.0' : field);
      assert.ok(!JSON.stringify(body).includes('bomb'));
    });

    it(`in ${field} that nothing can read is not taken`, async () => {
      at.away.unreadable = true;
      const { status, body } = await asked(door('Robin'));
      at.away.unreadable = false;
      assert.deepEqual([status, body.code], [503, 'unavailable']);
    });
  }
});
