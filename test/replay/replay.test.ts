// Sessions live for days and code changes meanwhile: each recorded history has to play again with today's workflows. When one
// fails, running sessions would stop; guard the change with `patched` (docs/operations.md), or record anew if none run yet.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { after, before, describe, it } from 'mocha';
import { FAILURE_CONVERTER_PATH, sealedDataConverter } from '../../src/compose/temporal.ts';
import { createFileKeyStore, createPayloadCodec, parseKeyRing } from '../../src/privacy/index.ts';
import { workflowBundle } from '../../src/workers/bundle.ts';
import { quietRuntime } from '../support/clock.ts';
import { HISTORIES, TEST_KEYS, TEST_RING } from './keys.ts';

const WORKFLOWS = fileURLToPath(new URL('../../src/workflows/index.ts', import.meta.url));
const SKIPS_A_STEP = fileURLToPath(new URL('./skips-a-step.ts', import.meta.url));

interface Recorded {
  workflowId: string;
  /** As `historyToJSON` writes it. */
  history: { events: { eventType: string; [attributes: string]: unknown }[] };
}

describe('a recorded history', function () {
  this.timeout(120_000);
  const cache = mkdtempSync(join(tmpdir(), 'tta-replay-'));
  let today: { codePath: string };
  const dataConverter = sealedDataConverter(
    createPayloadCodec(createFileKeyStore({ dir: TEST_KEYS, dataKeys: parseKeyRing(TEST_RING) })),
  );

  before(async () => {
    quietRuntime();
    today = await workflowBundle(cache);
  });
  after(() => rmSync(cache, { recursive: true, force: true }));

  const replay = (bundle: { codePath: string } | { code: string }, { workflowId, history }: Recorded) =>
    Worker.runReplayHistory({ workflowBundle: bundle, dataConverter }, historyFromJSON(history), workflowId);

  const names = readdirSync(HISTORIES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5));

  for (const name of names) {
    it(`plays again with today's workflows: ${name.replaceAll('-', ' ')}`, () => replay(today, recorded(name)));
  }

  it('is there for every rule', () => {
    assert.ok(names.length >= 11, `recorded: ${names.join(', ')}`);
  });

  it('tells of a turn that skips a step', async () => {
    const changed = await bundleWorkflowCode({
      workflowsPath: WORKFLOWS,
      failureConverterPath: FAILURE_CONVERTER_PATH,
      webpackConfigHook: (config) => ({
        ...config,
        resolve: { ...config.resolve, alias: { ...config.resolve?.alias, './turn.ts': SKIPS_A_STEP } },
      }),
      logger: { trace() {}, debug() {}, info() {}, warn() {}, error: console.error, log() {} },
    });
    for (const name of ['session-plain-turns', 'session-crisis-and-release', 'session-end']) {
      await assert.rejects(replay(changed, recorded(name)), DeterminismViolationError, name);
    }
  });

  it('tells of a case that was never started', async () => {
    const { workflowId, history } = recorded('session-crisis-and-release');
    const events = history.events.map((event) =>
      event.eventType === 'EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED'
        ? {
            eventId: event.eventId,
            eventTime: event.eventTime,
            eventType: 'EVENT_TYPE_TIMER_STARTED',
            timerStartedEventAttributes: { timerId: '77', startToFireTimeout: '5s' },
          }
        : event,
    );
    await assert.rejects(replay(today, { workflowId, history: { events } }), DeterminismViolationError);
  });
});

function recorded(name: string): Recorded {
  return JSON.parse(readFileSync(join(HISTORIES, `${name}.json`), 'utf8'));
}
