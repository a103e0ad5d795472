// The operator and the players hear of a part that stays away, once, and when it is back.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { createPartWatch, type PartWatch } from '../../src/gateway/part-watch.ts';
import { createLog } from '../../src/telemetry/index.ts';

describe('a part of the system', () => {
  let ok: boolean;
  let now: number;
  let told: string[];
  let watch: PartWatch;

  beforeEach(() => {
    ok = true;
    now = 0;
    told = [];
    watch = createPartWatch({
      health: async () => ({ neo4j: { ok }, redis: { ok: true } }),
      alerts: { alert: async (code, about) => void told.push(`${code} ${about}`) },
      announce: (event) => void told.push(`${event.type} ${JSON.stringify(event.data)}`),
      log: createLog('test', { level: 'fatal' }),
      now: () => now,
    });
  });
  const lookAt = async (seconds: number): Promise<void> => {
    now = seconds * 1_000;
    await watch.look();
  };

  it('that restarts is not spoken of', async () => {
    ok = false;
    for (const at of [0, 5, 10]) await lookAt(at);
    ok = true;
    for (const at of [15, 20]) await lookAt(at);
    assert.deepEqual(told, []);
  });

  it('that stays away is told once to operator and players, and once more when it is back', async () => {
    ok = false;
    for (const at of [0, 5, 10, 15, 20, 60, 600]) await lookAt(at);
    assert.deepEqual(told, ['part_down neo4j', 'service.degraded {"parts":["neo4j"]}']);
    ok = true;
    for (const at of [605, 610]) await lookAt(at);
    assert.deepEqual(told.slice(2), ['part_restored neo4j', 'service.restored {"parts":["neo4j"]}']);
    ok = false;
    for (const at of [700, 720]) await lookAt(at);
    assert.equal(told.length, 6, 'the next outage is told again');
  });
});
