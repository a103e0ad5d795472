// The order in which components live and die.
import assert from 'node:assert/strict';
import { createComponents } from '../../src/config/index.ts';
import type { Component } from '../../src/domain/component.ts';

function component(name: string, log: string[], more: Partial<Component> = {}): Component {
  const note = (what: string) => async () => {
    log.push(`${what} ${name}`);
  };
  return {
    name,
    start: note('start'),
    ready: note('ready'),
    drain: note('drain'),
    stop: note('stop'),
    health: async () => ({ ok: true }),
    ...more,
  };
}

describe('components', () => {
  it('start after what they need and stop before it', async () => {
    const log: string[] = [];
    const all = createComponents([
      component('gateway', log, { needs: ['graph', 'stream'] }),
      component('graph', log),
      component('stream', log, { needs: ['graph'] }),
    ]);
    await all.start();
    assert.deepEqual(
      log.filter((line) => line.startsWith('ready')),
      ['ready graph', 'ready stream', 'ready gateway'],
    );
    assert.ok(log.indexOf('ready stream') < log.indexOf('start gateway'));
    log.length = 0;
    assert.deepEqual(await all.stop(), []);
    assert.deepEqual(log, [
      'drain gateway',
      'stop gateway',
      'drain stream',
      'stop stream',
      'drain graph',
      'stop graph',
    ]);
  });

  it('may start beside what they are stopped before', async () => {
    const log: string[] = [];
    let open: (() => void) | undefined;
    const slow = component('graph', log, {
      ready: () =>
        new Promise((resolve) => {
          open = resolve;
        }),
    });
    const all = createComponents([component('gateway', log, { stopsBefore: ['graph'] }), slow]);
    const starting = all.start();
    await new Promise(setImmediate);
    assert.ok(log.includes('ready gateway'));
    open?.();
    await starting;
    await all.stop();
    assert.ok(log.indexOf('stop gateway') < log.indexOf('drain graph'));
  });

  it('are all stopped again when one of them cannot start', async () => {
    const log: string[] = [];
    const broken = component('graph', log, { start: () => Promise.reject(new Error('no disk')) });
    const all = createComponents([component('stream', log), broken]);
    await assert.rejects(all.start(), /no disk/);
    assert.ok(log.includes('stop stream'));
    assert.ok(log.includes('stop graph'));
  });

  it('are stopped although the drain of one of them fails or never ends', async () => {
    const log: string[] = [];
    const all = createComponents(
      [
        component('a', log, { drain: () => Promise.reject(new Error('stuck')) }),
        component('b', log, { drain: () => new Promise(() => undefined) }),
      ],
      { drainTimeoutMs: 5 },
    );
    await all.start();
    assert.equal((await all.stop()).length, 2);
    assert.ok(log.includes('stop a') && log.includes('stop b'));
  });

  it('that are switched off are neither started nor stopped', async () => {
    const log: string[] = [];
    const all = createComponents([component('graph', log), component('pages', log)], { off: new Set(['pages']) });
    await all.start();
    await all.stop();
    assert.deepEqual(log, ['start graph', 'ready graph', 'drain graph', 'stop graph']);
  });

  it('cannot need what is switched off, nor each other in a circle', () => {
    const needy = component('gateway', [], { needs: ['graph'] });
    assert.throws(
      () => createComponents([needy, component('graph', [])], { off: new Set(['graph']) }),
      /needs "graph"/,
    );
    assert.throws(() => createComponents([needy, component('graph', [], { needs: ['gateway'] })]), /circle/);
  });

  it('report health by name, a silent one as down', async () => {
    const silent = component('graph', [], { health: () => new Promise(() => undefined) });
    const all = createComponents([component('stream', []), silent], { healthTimeoutMs: 5 });
    await all.start();
    const health = await all.health();
    assert.deepEqual(health.stream, { ok: true });
    assert.equal(health.graph?.ok, false);
    await all.stop();
  });
});
