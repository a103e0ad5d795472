// Worker and gateway as components: what is started, what is said of a fault, and which agents are kept to their time.
import assert from 'node:assert/strict';
import { timed } from '../../src/agents/timed.ts';
import { answering, part, patiently } from '../../src/compose/part.ts';
import { downIn } from '../../src/compose/process.ts';
import { createComponents, parseConfig } from '../../src/config/index.ts';
import type { NarrativeGenerator } from '../../src/domain/agents.ts';
import { AppError } from '../../src/domain/errors.ts';
import { rolesOf } from '../../src/workers/components.ts';

describe('the parts of a process', () => {
  it('are the roles that configuration leaves on and the environment asks for', () => {
    const all = parseConfig('', 'empty.yaml');
    const without = parseConfig('parts: { agents: false }', 'off.yaml');
    assert.deepEqual(rolesOf(undefined, all), ['sessions', 'agents', 'cases']);
    assert.deepEqual(rolesOf('cases, sessions', all), ['sessions', 'cases']);
    assert.deepEqual(rolesOf('', without), ['sessions', 'cases']);
    assert.throws(() => rolesOf('agents', without), /nothing to do/);
    assert.throws(() => rolesOf('sesions', all), /there is no role sesions/);
  });

  it('name the one that could not start, in a sentence', async () => {
    const all = createComponents([
      part('neo4j', { start: () => Promise.reject(new Error('no route to host\nat line 3')) }),
    ]);
    await assert.rejects(
      all.start(),
      (error: unknown) =>
        error instanceof AppError && error.message === 'The part neo4j could not start: no route to host',
    );
  });

  it('are waited for while their servers come up, and not for ever', async () => {
    let asked = 0;
    const coming = async () => {
      asked += 1;
      if (asked === 1) throw new Error('not yet');
      return 'here';
    };
    assert.equal(await patiently(coming), 'here');
    await assert.rejects(
      patiently(() => Promise.reject(new Error('never')), 0),
      /never/,
    );
  });

  it('that do not answer are named as down', async () => {
    const all = createComponents([
      part('redis', { health: answering(() => Promise.reject(new Error('gone'))) }),
      part('neo4j', { health: answering(async () => undefined) }),
    ]);
    assert.deepEqual(downIn(await all.health()), ['redis']);
  });
});

describe('an agent that waits for a model', () => {
  const slow = (answer: () => Promise<never>): NarrativeGenerator => ({
    id: { type: 'nga', instance: 'model' },
    version: '1.0.0',
    speed: 'slow',
    narrate: answer,
  });
  const request = {} as Parameters<NarrativeGenerator['narrate']>[0]; // never looked at by these agents

  it('is reported when most of its time is gone, and given up at its end', async () => {
    const told: string[] = [];
    const agent = timed<'nga'>(
      slow(() => new Promise(() => undefined)),
      {
        ms: { ipa: 1, wba: 1, nga: 20 },
        warnAt: 0.5,
        onSlow: ({ type, instance }) => told.push(`${type}/${instance}`),
      },
    );
    await assert.rejects(agent.narrate(request), /nga\/model did not answer within 20 ms/);
    assert.deepEqual(told, ['nga/model']);
    assert.equal(agent.speed, 'slow');
  });

  it('fails as itself when it fails in time', async () => {
    const agent = timed<'nga'>(
      slow(() => Promise.reject(new Error('no such model'))),
      { ms: { ipa: 1, wba: 1, nga: 60_000 }, warnAt: 0.5, onSlow: () => assert.fail('it was quick') },
    );
    await assert.rejects(agent.narrate(request), /no such model/);
  });
});
