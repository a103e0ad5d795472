// Records the histories that the replay test guards, one for each rule of a session or case, against a real Temporal, Redis and
// Neo4j. Run only when a change is meant to break running sessions, and say so in the changelog. Addresses come from the
// environment; use a namespace in which no other worker runs:
// TEMPORAL_NAMESPACE=replay node --import tsx test/replay/record.ts
import { randomUUID } from 'node:crypto';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { caseWorkflowId, pseudonymOf, sessionWorkflowId } from '../../src/domain/session.ts';
import { quietRuntime } from '../support/clock.ts';
import { openHouse } from '../support/house.ts';
import { answer, openModelEndpoint } from '../support/model-endpoint.ts';
import { openModelHouse } from '../support/model-house.ts';
import { until } from '../support/until.ts';
import { HISTORIES, TEST_KEYS, TEST_RING } from './keys.ts';

const DANGER = 'I want to kill myself tonight';
const player = { role: 'player', subject: 'p', displayName: 'the player' } as const;
const okafor = { role: 'clinician', subject: 'okafor', displayName: 'Dr. Okafor' } as const;
const ruiz = { role: 'clinician', subject: 'ruiz', displayName: 'Dr. Ruiz' } as const;
const PROFILE = { goals: [], intensity: 0.5, readiness: 0.5, avoidSoft: [], avoidHard: [], techniques: true };

quietRuntime();
const house = await openHouse({ env: { TTA_DATA_KEYS: TEST_RING } });
const stop = await house.work();
try {
  await Promise.all([rm(HISTORIES, { recursive: true, force: true }), rm(TEST_KEYS, { recursive: true, force: true })]);
  await mkdir(HISTORIES, { recursive: true });
  await recordAll();
  await stop();
  await turnSetAside();
  await cp(join(house.env.TTA_STATE_DIR, 'keys'), TEST_KEYS, { recursive: true });
} finally {
  await house.close();
}
process.exit(0);

async function recordAll(): Promise<void> {
  await plainTurns();
  await burst();
  await crisis();
  await pauseAndResume();
  await idle();
  await continuedAsNew();
  await ending();
  await cases();
  await peopleOnACase();
  await guidedAndUnread();
}

async function plainTurns(): Promise<void> {
  const { sessionId } = await house.begin();
  const turnId = randomUUID();
  for (const text of ['look around', 'drop the letter', 'go north']) await house.say(sessionId, text);
  await house.say(sessionId, 'look around', turnId);
  await house.take(sessionId, 'other words', turnId);
  await save('session-plain-turns', sessionWorkflowId(sessionId));
}

async function burst(): Promise<void> {
  const { sessionId } = await house.begin();
  await Promise.all(['look around', 'drop the letter', 'go north'].map((text) => house.say(sessionId, text)));
  await save('session-turns-at-once', sessionWorkflowId(sessionId));
}

async function crisis(): Promise<void> {
  const { sessionId } = await house.begin();
  const caseId = pseudonymOf(sessionId);
  await house.say(sessionId, DANGER);
  await house.say(sessionId, 'I have the pills in my hand and I am going to take them all now');
  await until('the evidence', async () => ((await house.caseOf(sessionId))?.evidence.length ?? 0) > 1);
  await house.sessions.caseAct(caseId, 'acknowledge', ruiz);
  await house.sessions.caseAct(caseId, 'release', ruiz);
  await until('the story goes on', async () => (await house.say(sessionId, 'look around')).kind === 'story');
  await save('session-crisis-and-release', sessionWorkflowId(sessionId));
  await save('case-acknowledged-and-released', caseWorkflowId(caseId));
}

async function pauseAndResume(): Promise<void> {
  const { sessionId } = await house.begin();
  await house.sessions.act(sessionId, 'pause', ruiz);
  await house.take(sessionId, 'look around');
  await house.sessions.act(sessionId, 'resume', player).catch(() => undefined);
  await house.client.workflow.getHandle(sessionWorkflowId(sessionId)).signal('resume', ruiz);
  await house.say(sessionId, 'look around');
  await save('session-pause-and-resume', sessionWorkflowId(sessionId));
}

async function idle(): Promise<void> {
  const { sessionId } = await house.begin({ knobs: { idleMs: 1_000 } });
  await house.say(sessionId, 'look around');
  const first = await runOf(sessionId);
  const fired = async () =>
    ((await house.client.workflow.getHandle(sessionWorkflowId(sessionId)).fetchHistory()).events ?? []).filter(
      (event) => event.timerFiredEventAttributes,
    ).length;
  await until('the session is idle', async () => (await fired()) > 1);
  await house.say(sessionId, 'look around');
  await until('the next run', async () => (await runOf(sessionId)) !== first);
  await save('session-idle-and-back', sessionWorkflowId(sessionId), first);
}

async function continuedAsNew(): Promise<void> {
  const { sessionId } = await house.begin({ knobs: { turnsPerRun: 2 } });
  const first = await runOf(sessionId);
  for (let i = 0; i < 3; i += 1) await house.say(sessionId, 'look around');
  await save('session-that-rolls-over', sessionWorkflowId(sessionId), first);
  await save('session-carried-over', sessionWorkflowId(sessionId));
}

async function ending(): Promise<void> {
  const { sessionId } = await house.begin();
  await house.say(sessionId, 'look around');
  await house.sessions.act(sessionId, 'end', player);
  await house.client.workflow.getHandle(sessionWorkflowId(sessionId)).result();
  await save('session-end', sessionWorkflowId(sessionId));
}

async function cases(): Promise<void> {
  const unanswered = await house.begin();
  const caseId = pseudonymOf(unanswered.sessionId);
  // Evidence that waited in an outbox until after the deadline to acknowledge it.
  const at = Date.now() - 3_600_000;
  const words = { kind: 'suicide', level: 'critical', response: 'hold', reasons: [], origin: 'outbox' } as const;
  await house.sessions.openCase({ ...words, sessionId: unanswered.sessionId, turnId: randomUUID(), at });
  await until('unanswered', async () => (await house.caseOf(unanswered.sessionId))?.status === 'unanswered');
  await house.sessions.caseAct(caseId, 'acknowledge', ruiz);
  await save('case-unanswered', caseWorkflowId(caseId));

  const resolved = await house.begin();
  const closed = pseudonymOf(resolved.sessionId);
  await house.say(resolved.sessionId, DANGER);
  await until('the case', () => house.caseOf(resolved.sessionId));
  await house.sessions.caseAct(closed, 'resolve', { ...ruiz, disposition: 'safe' });
  await save('case-resolved', caseWorkflowId(closed));
}

/** Two people and a player: written to, answered, handed over, noted, closed and taken up again. */
async function peopleOnACase(): Promise<void> {
  const { sessionId } = await house.begin();
  const caseId = pseudonymOf(sessionId);
  await house.say(sessionId, DANGER);
  await until('the case', () => house.caseOf(sessionId));
  await house.sessions.caseAct(caseId, 'opened', ruiz);
  await house.sessions.caseAct(caseId, 'acknowledge', ruiz);
  await house.sessions.caseAct(caseId, 'acknowledge', okafor).catch(() => undefined);
  await house.sessions.caseAct(caseId, 'message', { ...ruiz, id: randomUUID(), text: 'I am here.' });
  await house.sessions.caseAct(caseId, 'message', { ...player, id: randomUUID(), text: 'thank you', sessionId });
  await house.sessions.caseAct(caseId, 'handover', { ...ruiz, to: { subject: 'okafor', displayName: 'Dr. Okafor' } });
  await house.sessions.caseAct(caseId, 'note', { ...okafor, id: randomUUID(), text: 'rang', contacted: true });
  await house.sessions.caseAct(caseId, 'resolve', { ...okafor, disposition: 'referred' });
  await house.sessions.caseAct(caseId, 'reopen', okafor);
  await save('case-people', caseWorkflowId(caseId));
  await save('session-written-to', sessionWorkflowId(sessionId));
}

async function guidedAndUnread(): Promise<void> {
  const { sessionId } = await house.begin({ avoid: ['spiders'] });
  await house.sessions.act(sessionId, 'guide', { ...ruiz, guidance: { kind: 'gentler' } });
  await house.say(sessionId, 'look around');
  await house.sessions.act(sessionId, 'profile', {
    avoid: ['the sea'],
    profile: { ...PROFILE, avoidSoft: ['the sea'] },
    modelConsent: false,
  });
  for (let i = 0; i < 2; i += 1) await house.sessions.act(sessionId, 'couldNotRead', { turnId: randomUUID() });
  await until('the pause', async () => !(await house.take(sessionId, 'look around')).answered);
  await save('session-guided-and-unread', sessionWorkflowId(sessionId));
}

/** Two turns that wait for a model: one is told by it, one makes room for somebody in danger. */
async function turnSetAside(): Promise<void> {
  const endpoint = await openModelEndpoint();
  const env = { TTA_DATA_KEYS: TEST_RING, TTA_STATE_DIR: house.env.TTA_STATE_DIR };
  const models = await openModelHouse(endpoint, { env });
  try {
    await models.work(['sessions', 'agents', 'cases']);
    const { sessionId } = await models.begin();
    endpoint.behave(() => answer('You look along the shore. The light is low. '));
    await models.say(sessionId, 'look around');
    endpoint.behave(() => ({ do: 'hang', text: '' }));
    const asked = endpoint.asked.length;
    const waiting = models.take(sessionId, 'drop the letter');
    await until('the question', async () => endpoint.asked.length > asked);
    await models.sessions.takeTurn(sessionId, { turnId: randomUUID(), text: DANGER, urgent: true });
    await waiting;
    await save('session-turn-set-aside', sessionWorkflowId(sessionId));
  } finally {
    await models.close();
    await endpoint.close();
  }
}

async function runOf(sessionId: string): Promise<string> {
  return (await house.client.workflow.getHandle(sessionWorkflowId(sessionId)).describe()).runId;
}

/** The history of the run, the latest by default, as it stands. */
async function save(name: string, workflowId: string, runId?: string): Promise<void> {
  const history = await house.client.workflow.getHandle(workflowId, runId).fetchHistory();
  const recorded = { workflowId, history: JSON.parse(historyToJSON(history)) };
  await writeFile(join(HISTORIES, `${name}.json`), `${JSON.stringify(recorded, anonymous, 1)}\n`);
  process.stdout.write(`${name}: ${history.events?.length} events\n`);
}

/** The machine and process it was recorded on are nobody's business. */
function anonymous(field: string, value: unknown): unknown {
  if (field === 'identity') return 'recorder';
  // A worker's own queue is named after its machine.
  if (field === 'name' && typeof value === 'string' && value.includes('@')) return 'sticky';
  return value;
}
