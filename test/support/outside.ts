// The system as an engineer outside sees it: HTTP by fetch, events by WebSocket, nothing of ours in between.
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { after, before } from 'mocha';
import { WebSocket } from 'ws';
import type { Role } from '../../src/domain/actors.ts';
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import type { FieldIssue } from '../../src/domain/errors.ts';
import type { SessionEvent, TranscriptEvent } from '../../src/domain/events.ts';
import type { HelpResource, TurnReply } from '../../src/domain/turn.ts';
import { type System, startSystem } from './system.ts';
import { until } from './until.ts';

export const CRISIS = 'I want to kill myself tonight. I have the pills here.';

export interface Problem {
  code: string;
  detail: string;
  issues: FieldIssue[];
  retryable: boolean;
  help: { text: string; resources: HelpResource[] };
}

/** What came back: a wrong status shows in `status`, so the body's type is the one that was hoped for. */
export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T & Partial<Problem>;
}

export interface SessionView {
  sessionId: string;
  status: string;
  turnCount: number;
  place: string;
  inventory: string[];
  goals: { text: string }[];
  help?: { caseId: string; response: string; status: string } | null;
}

export interface Page {
  events: TranscriptEvent[];
  next: number | null;
}

export interface Line {
  socket: WebSocket;
  heard: SessionEvent[];
  /** The first event, heard already or to come, for which `wanted` holds. */
  until(what: string, wanted: (event: SessionEvent) => boolean): Promise<SessionEvent>;
  seqs(): number[];
  closed: Promise<number>;
  close(): void;
}

export interface Person {
  subject: string;
  token: string;
  /** Sends a string or bytes as they are and anything else as JSON. */
  call<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  listen(path: string): Line;
}

export interface Player extends Person {
  sessionId: string;
  opening: TurnReply;
  /** Sends a turn with an id of its own. */
  say(text: string, more?: { turnId?: string; afterSeq?: number }): Promise<Answer<TurnReply>>;
  state(): Promise<SessionView>;
  act<T = { status: string; version: number }>(name: string): Promise<Answer<T>>;
  transcript(query?: string): Promise<Page>;
  follow(after?: number): Line;
}

/** One system for all tests of all files that ask for it: started by the first, stopped after the last. */
export function sharedSystem(): () => System {
  users += 1;
  before(async function () {
    this.timeout(120_000);
    shared ??= startSystem({ config: `limits: { turnsPerSecond: ${BURST / 4} }\n` });
    running = await shared;
  });
  after(async function () {
    this.timeout(60_000);
    users -= 1;
    if (users === 0) await running?.stop();
  });
  return () => {
    if (running === null) throw new Error('the system runs only while tests do');
    return running;
  };
}

/** Turns that one player may send at once in the shared system: far more than any test but a flood. */
export const BURST = 100;

let users = 0;
let shared: Promise<System> | undefined;
let running: System | null = null;

export async function request<T>(
  url: string,
  method = 'GET',
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const sent = typeof body === 'string' ? body : Buffer.isBuffer(body) ? Uint8Array.from(body) : JSON.stringify(body);
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: sent }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  // Judged by the test that asked; an answer that is not JSON has no fields.
  const answered = (json ? JSON.parse(text) : {}) as T & Partial<Problem>;
  return { status: response.status, headers: response.headers, body: answered };
}

export function personWith(system: System, token: string, subject = ''): Person {
  const authorization = `Bearer ${token}`;
  return {
    subject,
    token,
    call: (method, path, body, headers = {}) =>
      request(`${system.api}${path}`, method, body, { authorization, ...headers }),
    listen: (path) => listen(system, path, ['tta', token]),
  };
}

/** Somebody nobody else has heard of. */
export async function person(system: System, role: Role, options?: { demo?: boolean }): Promise<Person> {
  const subject = `${role}-${randomBytes(6).toString('hex')}`;
  return personWith(system, await system.token(role, subject, options), subject);
}

export async function newPlayer(system: System, start: object = {}): Promise<Player> {
  const somebody = await person(system, 'player');
  const { status, body } = await somebody.call<Begun>('POST', '/v1/sessions', start);
  if (status !== 201) throw new Error(`no session began: ${status} ${body.code}`);
  return playing(somebody, body);
}

interface Begun {
  sessionId: string;
  opening: TurnReply;
}

export function playing(somebody: Person, { sessionId, opening }: Begun): Player {
  const path = `/v1/sessions/${sessionId}`;
  return {
    ...somebody,
    sessionId,
    opening,
    say: (text, { turnId = randomUUID(), afterSeq } = {}) =>
      somebody.call('POST', `${path}/turns`, { turnId, text, ...(afterSeq !== undefined && { afterSeq }) }),
    state: async () => (await somebody.call<SessionView>('GET', path)).body,
    act: (name) => somebody.call('POST', `${path}/${name}`),
    transcript: async (query = '') => (await somebody.call<Page>('GET', `${path}/transcript${query}`)).body,
    follow: (after = 0) => somebody.listen(`${path}/events?after=${after}`),
  };
}

/** The open case of a player as a clinician's list shows it, once the case has written it. */
export async function listedCase(clinician: Person, player: Pick<Player, 'sessionId'>): Promise<CrisisCase> {
  const caseId = player.sessionId.slice(0, 16);
  return until(
    'the case in the list',
    async () => {
      const { body } = await clinician.call<CrisisCase[]>('GET', '/v1/crises?status=open');
      return body.find((found) => found.caseId === caseId);
    },
    20_000,
  );
}

export function listen(
  system: System,
  path: string,
  protocols: string[] = [],
  headers: Record<string, string> = {},
): Line {
  const socket = new WebSocket(`${system.api.replace('http', 'ws')}${path}`, protocols, { headers });
  const heard: SessionEvent[] = [];
  socket.on('message', (data) => void heard.push(JSON.parse(String(data))));
  // A connection that is refused says so by its close.
  socket.on('error', () => undefined);
  return {
    socket,
    heard,
    until: (what, wanted) => until(what, async () => heard.find(wanted), 15_000),
    seqs: () => heard.flatMap(({ seq }) => (seq === undefined ? [] : [seq])),
    closed: once(socket, 'close').then(([code]) => Number(code)),
    close: () => socket.close(),
  };
}
