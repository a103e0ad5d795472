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
import { type Config, loadConfig } from '../../src/config/index.ts';
import type { Role } from '../../src/domain/actors.ts';
import { openedCase } from '../../src/domain/case-rules.ts';
import type { CaseEntry, CrisisCase } from '../../src/domain/crisis-case.ts';
import type { ErrorCode } from '../../src/domain/errors.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { SessionEvent } from '../../src/domain/events.ts';
import type { NoticeCode } from '../../src/domain/notification.ts';
import { NO_STEP } from '../../src/domain/plan-progress.ts';
import type { ScreenedText } from '../../src/domain/screened-text.ts';
import type { CaseEvidence } from '../../src/domain/session.ts';
import { DEFAULT_KNOBS, pseudonymOf, UNREADABLE_BEFORE_PAUSE } from '../../src/domain/session.ts';
import type { StartSession } from '../../src/domain/session-protocol.ts';
import type { TurnKind, TurnReply } from '../../src/domain/turn.ts';
import { createHeldTexts } from '../../src/gateway/held-texts.ts';
import { createGateway, createOutbox, type GatewayServices } from '../../src/gateway/index.ts';
import { intakeText } from '../../src/gateway/intake-text.ts';
import type { EventStream } from '../../src/messaging/index.ts';
import type { Presence } from '../../src/messaging/types.ts';
import { createCoverage } from '../../src/people/coverage/index.ts';
import type { Disclosure } from '../../src/people/types.ts';
import {
  createFileKeyStore,
  createPseudonymise,
  createSealer,
  parseKeyRing,
  type Sealer,
} from '../../src/privacy/index.ts';
import type { AuditEvent } from '../../src/telemetry/audit/types.ts';
import { createLog, createMetrics } from '../../src/telemetry/index.ts';
import type { ActRecord, SessionRecord, StoredTurn } from '../../src/world/index.ts';
import { ownHelp, ownSafety } from '../support/authored.ts';

export const CRISIS = 'I want to kill myself tonight. I have the pills here.';

export interface Fixture {
  app: FastifyInstance;
  logged: string[];
  sealer: Sealer;
  /** Cases that Temporal would have, by id. */
  cases: Map<string, CrisisCase>;
  evidence: CaseEvidence[];
  /** What was asked of sessions and of cases, in order. */
  acts: { about: string; name: string; arg: object }[];
  entries: CaseEntry[];
  disclosed: Disclosure[];
  audited: (AuditEvent & { id: string })[];
  alerted: { code: NoticeCode; about: string }[];
  present: Awaited<ReturnType<Presence['list']>>[number][];
  /** What sessions were begun with. */
  started: StartSession[];
  contactPerson: { name: string; contact: string };
  /** Players who did not agree that somebody is called in a crisis. */
  noContact: Set<string>;
  /** Players with no care team. */
  teamless: Set<string>;
  brokenGlass: Set<string>;
  revoked: Set<string>;
  clinicians: Set<string>;
  turns: Map<string, StoredTurn>;
  announced: SessionEvent[];
  /** What the graph holds of the one session that is asked for. */
  past: ({ turn: StoredTurn } | { act: ActRecord })[];
  /** Players who did not agree that the care team reads their sessions. */
  unread: Set<string>;
  /** What the session answers to the next turns: a kind, or the code it refuses with. */
  session: { answers: TurnKind | ErrorCode; hangs: boolean; unreadable: number };
  away: { temporal: boolean; graph: boolean; leaseHeld: boolean; unreadable: boolean; audit: boolean };
  consents: Set<string>;
  token(role: Role, subject: string): Promise<string>;
  /** A session of this player that the graph knows. */
  sessionOf(subject: string): Promise<string>;
  player(subject: string): string;
  storedTurn(sessionId: string, turnId: string, text: string): Promise<TurnReply>;
  outboxText(): Promise<string>;
  drainOutbox(): Promise<number>;
  heldText(): Promise<string>;
  readHeld(): Promise<number>;
  close(): Promise<void>;
}

const key = (): string => `test:${randomBytes(32).toString('base64url')}`;

export async function openFixture(
  change: Partial<GatewayServices['settings']> = {},
  streamOver?: (sealer: Sealer) => EventStream,
  people: Config['people'] = loadConfig().people,
): Promise<Fixture> {
  const dir = await mkdtemp(join(tmpdir(), 'tta-gateway-'));
  const keys = createFileKeyStore({ dir: join(dir, 'keys'), dataKeys: parseKeyRing(key()) });
  const sealer = createSealer(keys);
  const pseudonymise = await createPseudonymise(keys);
  const safety = ownSafety();
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
    acts: [] as Fixture['acts'],
    entries: [] as CaseEntry[],
    disclosed: [] as Disclosure[],
    audited: [] as Fixture['audited'],
    alerted: [] as Fixture['alerted'],
    present: [] as Fixture['present'],
    started: [] as StartSession[],
    contactPerson: { name: 'Bea', contact: '+44 20 7946 0000' },
    noContact: new Set<string>(),
    teamless: new Set<string>(),
    brokenGlass: new Set<string>(),
    revoked: new Set<string>(),
    clinicians: new Set<string>(),
    turns: new Map<string, StoredTurn>(),
    announced: [] as SessionEvent[],
    past: [] as ({ turn: StoredTurn } | { act: ActRecord })[],
    unread: new Set<string>(),
    session: { answers: 'story' as TurnKind | ErrorCode, hangs: false, unreadable: 0 },
    away: { temporal: false, graph: false, leaseHeld: false, unreadable: false, audit: false },
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
    async start(start) {
      await temporalAnswers();
      fixture.started.push(start);
      const { sessionId } = start;
      records.set(sessionId, recordOf(sessionId));
      return replyOf('opening', 'story');
    },
    async takeTurn(sessionId, { turnId, text }) {
      await temporalAnswers();
      fixture.session.unreadable = 0;
      const { answers } = fixture.session;
      if (!isKind(answers)) throw new AppError(answers, 'refused by the session');
      return { answered: true, reply: replyOf(turnId, answers), textHash: await sealer.hash({ sessionId }, text) };
    },
    async act(sessionId, name, arg) {
      await temporalAnswers();
      fixture.acts.push({ about: sessionId, name, arg });
      if (name === 'couldNotRead') fixture.session.unreadable += 1;
      const status = fixture.session.unreadable >= UNREADABLE_BEFORE_PAUSE ? 'paused' : 'active';
      // The answer of each act is checked by the workflow's tests; here only that it comes back.
      return (name === 'end' ? replyOf('end', 'story') : { status, version: 1 }) as never;
    },
    async openCase(found) {
      await temporalAnswers();
      fixture.evidence.push(found);
      const made = openedCase(pseudonymOf(found.sessionId), found);
      fixture.cases.set(made.caseId, made);
      return made;
    },
    async caseAct(caseId, name, arg) {
      await temporalAnswers();
      const found = fixture.cases.get(caseId);
      if (found === undefined) throw new AppError('not_found', 'This case is closed, or there never was one.');
      fixture.acts.push({ about: caseId, name, arg });
      return found;
    },
    alert: temporalAnswers,
    ping: temporalAnswers,
  };

  const outbox = createOutbox({
    file: join(dir, 'outbox.jsonl'),
    sealer,
    deliver: (found) => sessions.openCase(found),
    metrics,
  });
  const readOrNot = (text: string) => (away.unreadable ? unreadable() : safety.screenPlayerText(text));
  const heldTexts = createHeldTexts({
    file: join(dir, 'held.txt'),
    safety: { screenPlayerText: readOrNot },
    sealer,
    keys,
    outbox,
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
    avoidSoft: ['storms'],
    avoidHard: ['spiders'],
    intensity: 0.5,
    readiness: 0.5,
    techniques: true,
    country: 'GB',
    language: 'en',
    contactPerson: fixture.contactPerson,
    intake: fixture.consents.has(player)
      ? {
          textVersion: '1',
          at: 0,
          consents: {
            play: true,
            clinicianMayRead: !fixture.unread.has(player),
            crisisContact: !fixture.noContact.has(player),
            modelProvider: false,
          },
        }
      : null,
  });

  const app = await createGateway({
    safety: { ...safety, screenPlayerText: readOrNot },
    help: ownHelp(),
    accounts: {
      ...tokens,
      async verify(token) {
        const actor = await tokens.verify(token);
        if (fixture.revoked.has(actor.subject)) throw new AppError('unauthenticated', 'Sign in again.');
        return actor;
      },
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
      isClinician: (subject) => graphAnswers(fixture.clinicians.has(subject)),
      forget: async () => undefined,
      teamOf: (player) => graphAnswers(fixture.teamless.has(player) ? 0 : 1),
      teamless: (players) => graphAnswers(players.filter((player) => fixture.teamless.has(player))),
      glassOf: (subject) =>
        graphAnswers(
          [...fixture.brokenGlass].flatMap((one) =>
            one.startsWith(`${subject}/`) ? [one.slice(subject.length + 1)] : [],
          ),
        ),
      revoke: async (subject) => void fixture.revoked.add(subject),
      async breakGlass({ subject, displayName }, player, reason) {
        fixture.brokenGlass.add(`${subject}/${player}`);
        return { id: 'glass', subject, displayName, player, reason, from: 0, until: 3_600_000 };
      },
      hasBrokenGlass: (subject, player) => graphAnswers(fixture.brokenGlass.has(`${subject}/${player}`)),
    },
    cases: {
      get: (id) => graphAnswers(fixture.cases.get(id) ?? null),
      list: ({ players, routedTo }) =>
        graphAnswers(
          [...fixture.cases.values()].filter(
            (found) =>
              (players === undefined && routedTo === undefined) ||
              players?.includes(found.caseId) ||
              (routedTo !== undefined && found.routedTo.includes(routedTo)),
          ),
        ),
      entries: (caseId) => graphAnswers(fixture.entries.filter((entry) => entry.caseId === caseId)),
    },
    coverage: createCoverage(people),
    disclosures: {
      add: async (one) => {
        await graphAnswers(undefined);
        if (!fixture.disclosed.some(({ id }) => id === one.id)) fixture.disclosed.push(one);
      },
      of: (player) => graphAnswers(fixture.disclosed.filter((one) => one.player === player)),
    },
    audit: {
      append: async (_writer, id, event) => {
        if (away.audit) throw new AppError('unavailable', 'The audit trail cannot be reached.');
        if (!fixture.audited.some((known) => known.id === id)) fixture.audited.push({ ...event, id });
      },
    },
    auditWriter: 'gateway/test',
    presence: {
      here: async (who) => {
        const others = fixture.present.filter(({ subject }) => subject !== who.subject);
        fixture.present.splice(0, fixture.present.length, ...others, { ...who, at: 0 });
      },
      gone: async (who) => {
        fixture.present.splice(0, fixture.present.length, ...fixture.present.filter(({ subject }) => subject !== who));
      },
      list: async () => [...fixture.present],
    },
    // Counted in people/cases; here only that it is asked for the right span.
    report: async (from, to) => ({ from, to }) as never,
    alerts: { alert: async (code, about) => void fixture.alerted.push({ code, about }) },
    sessions,
    stream: streamOver?.(sealer) ?? {
      append: async () => undefined,
      withdraw: async () => undefined,
      announce: async (_id, event) => void fixture.announced.push(event),
      since: async () => ({ epoch: 'e', events: [] }),
      follow: async () => ({ epoch: 'e', stop: async () => undefined }),
      lease: async (_id, _turnId, _ttlMs, begun) => {
        if (!away.leaseHeld && begun !== undefined) fixture.announced.push(begun);
        return !away.leaseHeld;
      },
      releaseLease: async () => undefined,
      ping: async () => undefined,
      close: async () => undefined,
    },
    techniques: [],
    world: {
      findingsOf: () => graphAnswers([]),
      practiceIn: () => graphAnswers([]),
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
    heldTexts,
    worlds: [
      {
        id: 'harbour',
        version: '1',
        title: 'The harbour',
        summary: 'Fog.',
        warnings: ['Fog'],
      },
    ],
    namesIn: () => ({
      title: 'The harbour',
      nameOf: (entity) => `the ${entity}`,
      titleOf: (entity) => `The ${entity}`,
    }),
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
        intent: 'look',
        plan: NO_STEP,
        state: 'applied',
      });
      return reply;
    },
    outboxText: () => readFile(join(dir, 'outbox.jsonl'), 'utf8').catch(() => ''),
    drainOutbox: () => outbox.drain(),
    heldText: () => readFile(join(dir, 'held.txt'), 'utf8').catch(() => ''),
    readHeld: () => heldTexts.drain(),
    async close() {
      await app.close();
      await outbox.stop();
      await heldTexts.stop();
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
  const place = { worldId: 'harbour', worldVersion: '1', place: 'quay', inventory: ['lamp'] } as const;
  return { sessionId, ...place, status: 'active', turnSeq: 1, goals: [], openedAt: 0, lastTurnAt: 0 };
}
