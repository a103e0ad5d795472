// What the tests of the audit trail share: keys of their own, chains of their own in a graph that holds others' too, a folder
// that is thrown away, and sessions whose turns leave the entries that real ones leave.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileKeyStore, createSealer, parseKeyRing } from '../../src/privacy/index.ts';
import {
  type Anchors,
  type AuditFinding,
  type AuditVerification,
  createAnchors,
  createAuditTrail,
  verifyAudit,
} from '../../src/telemetry/index.ts';
import { createWorldStore, type TurnCommit } from '../../src/world/index.ts';
import { newSessionId, openWorld, testGraph, turn } from './world-helpers.ts';

export async function openAuditHouse() {
  const directory = await mkdtemp(join(tmpdir(), 'audit-'));
  const prefix = `test/${randomBytes(6).toString('hex')}`;
  const chain = `${prefix}/anchors`;
  const graph = testGraph();
  const world = createWorldStore(graph);
  const ring = `test:${randomBytes(32).toString('base64url')}`;
  const dataKeys = parseKeyRing(ring);
  const keys = createFileKeyStore({ dir: join(directory, 'keys'), dataKeys });
  const sealer = createSealer(keys);
  const trail = createAuditTrail({ graph, sealer });
  const sessions = new Set<string>();
  const alerts: AuditFinding[] = [];
  const logged: unknown[] = [];
  const only = (writer: string): boolean => writer.startsWith(prefix) || sessions.has(writer.replace('session/', ''));
  await world.migrate();

  const audit = join(directory, 'audit');
  const createTestAnchors = (options: { everyMs?: number } = {}): Anchors =>
    createAnchors({
      graph,
      sealer,
      directory: audit,
      chain,
      only,
      log: { info: (what: unknown) => logged.push(what), error: (what: unknown) => logged.push(what) },
      alert: (findings) => alerts.push(...findings),
      ...options,
    });

  return {
    graph,
    world,
    sealer,
    trail,
    prefix,
    ring,
    state: directory,
    chain,
    only,
    directory: audit,
    file: join(audit, 'anchors.jsonl'),
    alerts,
    logged,
    sessions,
    createTestAnchors,

    async fill(writer: string, count: number, from = 1): Promise<void> {
      for (let i = from; i < from + count; i += 1) {
        await trail.append(writer, `id-${i}`, { act: 'case.note', at: 1_700_000_000_000 + i, facts: { i } });
      }
    },

    /** A session with so many turns. */
    async play(count: number): Promise<string> {
      const sessionId = newSessionId();
      sessions.add(sessionId);
      await openWorld(world, sessionId);
      for (let turnSeq = 1; turnSeq <= count; turnSeq += 1) await this.takeTurn(sessionId, turnSeq);
      return sessionId;
    },

    async takeTurn(sessionId: string, turnSeq: number, given: Partial<TurnCommit> = {}): Promise<void> {
      const turnId = given.turnId ?? `turn-${turnSeq}`;
      const bare = turn(sessionId, turnSeq, { ...given, turnId });
      const { auditHead, undone } = await world.recall(sessionId, turnId, turnSeq - 1);
      const entry = JSON.stringify({ turnSeq, turnId, kind: bare.kind, verdict: bare.verdict, at: bare.at });
      const head = await sealer.hash('organisation', `${auditHead}\n${entry}`);
      await world.commitTurn({ ...bare, undone, audit: { entry, previousHead: auditHead, head } });
    },

    verify(): Promise<AuditVerification> {
      return verifyAudit({ graph, sealer, directory: audit, only, chain });
    },

    /** What is found, in one line each. */
    async findings(): Promise<string[]> {
      const { findings } = await this.verify();
      return findings.map(({ writer, what, at }) => `${writer} ${what} ${at}`);
    },

    async run(statement: string, parameters: Record<string, unknown> = {}): Promise<void> {
      await graph.run(statement, { prefix, chain, ...parameters });
    },

    async close(): Promise<void> {
      await world.erase([...sessions]);
      await graph.run('MATCH (n:AuditWriter) WHERE n.writer STARTS WITH $prefix DETACH DELETE n', { prefix });
      await graph.run('MATCH (n:AuditRecord) WHERE n.writer STARTS WITH $prefix DETACH DELETE n', { prefix });
      await graph.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type AuditHouse = Awaited<ReturnType<typeof openAuditHouse>>;
