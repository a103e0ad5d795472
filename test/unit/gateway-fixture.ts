// A gateway with the real screening, keys and sealing, over stand-ins for what lies behind the process's edge: the graph's
// records, Redis and Temporal. Each stand-in can be told to be away.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Intake, Profile } from '../../src/accounts/index.ts';
import { createTokenIssuer } from '../../src/accounts/index.ts';
import type { SessionClient } from '../../src/client/index.ts';
import { createHistory } from '../../src/compose/history.ts';
import { answering } from '../../src/compose/part.ts';
import type { Role } from '../../src/domain/actors.ts';
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import type { ErrorCode } from '../../src/domain/errors.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { SessionEvent } from '../../src/domain/events.ts';
import type { ScreenedText } from '../../src/domain/screened-text.ts';
import type { CaseEvidence } from '../../src/domain/session.ts';
import { DEFAULT_KNOBS, pseudonymOf } from '../../src/domain/session.ts';
import type { TurnKind, TurnReply } from '../../src/domain/turn.ts';
import { createGateway, createOutbox, type GatewayServices } from '../../src/gateway/index.ts';
import { intakeText } from '../../src/gateway/intake-text.ts';
import type { EventStream } from '../../src/messaging/index.ts';
import { createHelp } from '../../src/people/index.ts';
import {
  createFileKeyStore,
  createPseudonymise,
  createSealer,
  parseKeyRing,
  type Sealer,
} from '../../src/privacy/index.ts';
import { createSafety } from '../../src/safety/index.ts';
import { createLog, createMetrics } from '../../src/telemetry/index.ts';
import type { ActRecord, SessionRecord, StoredTurn } from '../../src/world/index.ts';

export const CRISIS = 'I want to kill myself tonight. I have the pills here.';

export interface Fixture {
  app: FastifyInstance;
  logged: string[];
  sealer: Sealer;
  /** Cases that Temporal would have, by id. */
  cases: Map<string, CrisisCase>;
  evidence: CaseEvidence[];
  turns: Map<string, StoredTurn>;
  announced: SessionEvent[];
  /** What the graph holds of the one session that is asked for. */
  past: ({ turn: StoredTurn } | { act: ActRecord })[];
  /** Players who did not agree that the care team reads their sessions. */
  unread: Set<string>;
  /** What the session answers to the next turns: a kind, or the code it refuses with. */
  session: { answers: TurnKind | ErrorCode; hangs: boolean };
  away: { temporal: boolean; graph: boolean; leaseHeld: boolean; unreadable: boolean };
  consents: Set<string>;
  token(role: Role, subject: string): Promise<string>;
  /** A session of this player that the graph knows. */
  sessionOf(subject: string): Promise<string>;
  player(subject: string): string;
  storedTurn(sessionId: string, turnId: string, text: string): Promise<TurnReply>;
  outboxText(): Promise<string>;
  drainOutbox(): Promise<number>;
  close(): Promise<void>;
}

const key = (): string => `test:${randomBytes(32).toString('base64url')}`;

export async function openFixture(
  change: Partial<GatewayServices['settings']> = {},
  streamOver?: (sealer: Sealer) => EventStream,
): Promise<Fixture> {
  const dir = await mkdtemp(join(tmpdir(), 'tta-gateway-'));
  const keys = createFileKeyStore({ dir: join(dir, 'keys'), dataKeys: parseKeyRing(key()) });
  const sealer = createSealer(keys);
  const pseudonymise = await createPseudonymise(keys);
  const safety = createSafety();
  const metrics = createMetrics();
  const logged: string[] = [];
  const log = createLog('test', { level: 'debug', to: { write: (line) => void logged.push(line) } });
  const tokens = createTokenIssuer({ tokenKeys: parseKeyRing(key()) });

  const records = new Map<string, SessionRecord>();
  const fixture = {
    logged,
    sealer,
    cases: new Map<string, CrisisCase>(),
    evidence: [] as CaseEvidence[],
    turns: new Map<string, StoredTurn>(),
    announced: [] as SessionEvent[],
    past: [] as ({ turn: StoredTurn } | { act: ActRecord })[],
    unread: new Set<string>(),
    session: { answers: 'story' as TurnKind | ErrorCode, hangs: false },
    away: { temporal: false, graph: false, leaseHeld: false, unreadable: false },
    consents: new Set<string>(),
  };
  const { away } = fixture;

  const graphAnswers = <T>(value: T): Promise<T> =>
    away.graph ? Promise.reject(new AppError('unavailable', 'The graph cannot be reached.')) : Promise.resolve(value);
  const temporalAnswers = async (): Promise<void> => {
    if (away.temporal) throw new AppError('unavailable', 'Temporal cannot be reached.');
    if (fixture.session.hangs) await new Promise(() => undefined);
  };

  const sessions: SessionClient = {
    async start({ sessionId }) {
      await temporalAnswers();
      records.set(sessionId, recordOf(sessionId));
      return replyOf('opening', 'story');
    },
    async takeTurn(sessionId, { turnId, text }) {
      await temporalAnswers();
      const { answers } = fixture.session;
      if (!isKind(answers)) throw new AppError(answers, 'refused by the session');
      return { answered: true, reply: replyOf(turnId, answers), textHash: await sealer.hash({ sessionId }, text) };
    },
    async act(_sessionId, name) {
      await temporalAnswers();
      // The answer of each act is checked by the workflow's tests; here only that it comes back.
      return (name === 'end' ? replyOf('end', 'story') : { status: 'active', version: 1 }) as never;
    },
    async openCase(found) {
      await temporalAnswers();
      fixture.evidence.push(found);
      const made = caseOf(found);
      fixture.cases.set(made.caseId, made);
      return made;
    },
    async caseAct(caseId) {
      await temporalAnswers();
      return fixture.cases.get(caseId) as CrisisCase;
    },
    ping: temporalAnswers,
  };

  const outbox = createOutbox({
    file: join(dir, 'outbox.jsonl'),
    sealer,
    deliver: (found) => sessions.openCase(found),
    metrics,
  });
  const settings = {
    env: 'local' as const,
    country: 'US',
    coverage: 'none' as const,
    modelProvider: null,
    minAge: 18,
    intakeText: intakeText({ coverage: 'none', modelProvider: null }),
    languages: ['en'],
    knobs: DEFAULT_KNOBS,
    textLength: 2_000,
    metrics: true,
    maxTurns: 8,
    turnsPerSecond: 1_000,
    turnBurst: 1_000,
    crisisDeadlineMs: 400,
    socketSignInMs: 100,
    loopback: true,
    pages: null,
    ...change,
  };
  const profileOf = (player: string): Profile => ({
    goals: [],
    avoidSoft: [],
    avoidHard: [],
    intensity: 0.5,
    readiness: 0.5,
    techniques: true,
    country: 'GB',
    language: 'en',
    intake: fixture.consents.has(player)
      ? {
          textVersion: '1',
          at: 0,
          consents: {
            play: true,
            clinicianMayRead: !fixture.unread.has(player),
            crisisContact: true,
            modelProvider: false,
          },
        }
      : null,
  });

  const app = await createGateway({
    safety: { ...safety, screenPlayerText: (text) => (away.unreadable ? unreadable() : safety.screenPlayerText(text)) },
    help: createHelp(safety),
    accounts: {
      ...tokens,
      createInvitation: async () => ({ code: 'one-time', expiresAt: 0 }),
      redeemInvitation: async () => {
        throw new AppError('invitation_invalid', 'Ask for a new one.');
      },
      profile: (player) => graphAnswers(profileOf(player)),
      saveProfile: (player) => graphAnswers(profileOf(player)),
      recordIntake: (player: string, _intake: Intake) => {
        fixture.consents.add(player);
        return graphAnswers(profileOf(player));
      },
      enrolMinor: async () => undefined,
      cares: (clinician) => graphAnswers(clinician === 'carer'),
      playersOf: (clinician) => graphAnswers(clinician === 'carer' ? [...fixture.cases.keys()] : []),
      assignCare: async () => undefined,
      forget: async () => undefined,
    },
    cases: {
      get: (id) => graphAnswers(fixture.cases.get(id) ?? null),
      list: ({ players }) =>
        graphAnswers([...fixture.cases.values()].filter(({ caseId }) => players?.includes(caseId) ?? true)),
    },
    sessions,
    stream: streamOver?.(sealer) ?? {
      append: async () => undefined,
      withdraw: async () => undefined,
      announce: async (_id, event) => void fixture.announced.push(event),
      since: async () => ({ epoch: 'e', events: [] }),
      follow: async () => ({ epoch: 'e', stop: async () => undefined }),
      lease: async () => !away.leaseHeld,
      releaseLease: async () => undefined,
      ping: async () => undefined,
      close: async () => undefined,
    },
    world: {
      findTurn: (_id, turnId) => graphAnswers(fixture.turns.get(turnId) ?? null),
      session: (id) => graphAnswers(records.get(id) ?? null),
      sessionsOf: (player) =>
        graphAnswers([...records.values()].filter(({ sessionId }) => pseudonymOf(sessionId) === player)),
    },
    history: createHistory({ sealer, world: { history: () => graphAnswers(fixture.past) } }),
    health: async () => ({
      neo4j: await answering(() => graphAnswers(undefined))(),
      temporal: await answering(temporalAnswers)(),
    }),
    sealer,
    keys,
    pseudonymise,
    outbox,
    worlds: [
      {
        id: 'harbour',
        version: '1',
        title: 'The harbour',
        summary: 'Fog.',
        nameOf: (entity) => `the ${entity}`,
        titleOf: (entity) => `The ${entity}`,
      },
    ],
    log,
    metrics,
    settings,
  });

  return {
    ...fixture,
    app,
    token: (role, subject) => tokens.issue({ role, subject, displayName: 'Somebody' }),
    player: pseudonymise,
    async sessionOf(subject) {
      const sessionId = `${pseudonymise(subject)}-${randomBytes(8).toString('hex')}`;
      await keys.ensureSession(sessionId);
      records.set(sessionId, recordOf(sessionId));
      fixture.consents.add(pseudonymise(subject));
      return sessionId;
    },
    async storedTurn(sessionId, turnId, text) {
      const reply = replyOf(turnId, 'story');
      fixture.turns.set(turnId, {
        turnId,
        turnSeq: 3,
        at: 0,
        generation: 'g',
        textHash: await sealer.hash({ sessionId }, text),
        sealedText: await sealer.seal({ sessionId }, 'turn.text', text),
        sealedReply: await sealer.seal({ sessionId }, 'turn.reply', JSON.stringify(reply)),
        kind: 'story',
        verdict: { level: 'none', category: null, response: 'story', reasons: [], screen: 'rules', blocked: false },
        state: 'applied',
      });
      return reply;
    },
    outboxText: () => readFile(join(dir, 'outbox.jsonl'), 'utf8').catch(() => ''),
    drainOutbox: () => outbox.drain(),
    async close() {
      await app.close();
      await outbox.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function isKind(answer: TurnKind | ErrorCode): answer is TurnKind {
  return answer === 'story' || answer === 'support' || answer === 'help' || answer === 'notice';
}

function unreadable() {
  const verdict = { level: 'none', category: null, crisis: false, blocked: false, response: 'story' } as const;
  return { ...verdict, reasons: [], screen: 'unreadable' as const };
}

/** What stands in for the session tells no story worth screening. */
const told = (text: string) => text as ScreenedText;

function replyOf(turnId: string, kind: TurnKind): TurnReply {
  return {
    turnId,
    seq: 1499,
    kind,
    text: told('Told by the session.'),
    sentences: [told('Told by the session.')],
    suggestions: [],
    worldChanges: [],
    source: 'authored',
    timing: { totalMs: 1, modelMs: 0, screenMs: 0, firstTextMs: 1 },
  };
}

function recordOf(sessionId: string): SessionRecord {
  const place = { worldId: 'harbour', status: 'active', turnSeq: 1, place: 'quay', inventory: ['lamp'] } as const;
  return { sessionId, ...place, goals: [], openedAt: 0, lastTurnAt: 0 };
}

function caseOf(found: CaseEvidence): CrisisCase {
  return {
    caseId: pseudonymOf(found.sessionId),
    number: 1,
    status: 'open',
    kind: found.kind,
    level: found.level,
    sessions: [found.sessionId],
    evidence: [found],
    openedAt: found.at,
    acknowledgeBy: found.at + 300_000,
    contactBy: null,
    heldBy: null,
    acknowledgedAt: null,
    releasedAt: null,
    resolvedAt: null,
    disposition: null,
    version: 1,
  };
}
