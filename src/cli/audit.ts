// `tta audit verify|anchor|export`: the audit trail of an installation, on the machine that holds its state directory. Needs
// the graph and the data keys; neither worker nor gateway.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AppError } from '../domain/errors.ts';
import { createFileKeyStore, createSealer, parseKeyRing, type Sealer } from '../privacy/index.ts';
import { type AuditFinding, createAnchors, exportAudit, type Only, verifyAudit } from '../telemetry/index.ts';
import { connectGraph, type Graph } from '../world/index.ts';
import { keyRings } from './ground/keys.ts';
import { stateDir } from './ground/paths.ts';

const STATE = { state: { type: 'string' } } as const;
const WRITER = { writer: { type: 'string' } } as const;
const SPAN = { from: { type: 'string' }, to: { type: 'string' } } as const;

const SAID: Readonly<Record<AuditFinding['what'], string>> = {
  changed: 'was changed after it was written',
  removed: 'is missing',
  reordered: 'is not in its place',
  tail_cut: 'and all after it are missing',
  writer_missing: 'is gone as a whole',
  head_differs: 'does not end as it should',
};

export async function verify(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { ...STATE, ...WRITER } });
  return withRooms(values.state, async ({ graph, sealer, directory }) => {
    const { findings, counts } = await verifyAudit({ graph, sealer, directory, only: onlyOf(values.writer) });
    for (const finding of findings) console.log(sentence(finding));
    const { entries, sessions, writers, anchored, anchoredAt } = counts;
    console.log(`${entries} entries in the chains of ${sessions} sessions and ${writers} other writers were verified.`);
    console.log(
      anchoredAt === null
        ? 'Nothing was ever anchored here: a chain cut to fit, or gone as a whole, cannot be told. Run: npx tta audit anchor'
        : `${anchored} chains stood in anchors up to ${new Date(anchoredAt).toISOString()}; nothing vouches for later ends.`,
    );
    console.log(findings.length === 0 ? 'The audit trail is sound.' : `${findings.length} findings.`);
    return findings.length === 0 ? 0 : 1;
  });
}

export async function anchor(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: STATE });
  return withRooms(values.state, async (rooms) => {
    let cut = false;
    const anchors = createAnchors({
      ...rooms,
      log: { info: () => undefined, error: () => undefined },
      alert(findings) {
        cut = true;
        for (const finding of findings) console.error(sentence(finding));
      },
    });
    const { line, hmac, writers } = await anchors.anchor();
    console.log(`${writers} chains anchored; line ${line} ends with ${hmac}`);
    return cut ? 1 : 0;
  });
}

export async function exportRecords(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { ...STATE, ...WRITER, ...SPAN } });
  const span = {
    ...(values.from !== undefined && { from: timeOf('--from', values.from) }),
    ...(values.to !== undefined && { to: timeOf('--to', values.to) }),
  };
  return withRooms(values.state, async ({ graph }) => {
    for await (const record of exportAudit({ graph, ...span, only: onlyOf(values.writer) })) {
      // A slow reader must not make us keep the whole trail in memory.
      if (!process.stdout.write(`${JSON.stringify(record)}\n`)) await once(process.stdout, 'drain');
    }
    return 0;
  });
}

function sentence({ writer, what, at }: AuditFinding): string {
  const where = at === null || what === 'head_differs' ? writer : `${writer}: entry ${at}`;
  return `${where} ${SAID[what]} (${what})`;
}

function onlyOf(prefix: string | undefined): Only {
  return (writer) => prefix === undefined || writer.startsWith(prefix);
}

function timeOf(option: string, text: string): number {
  const at = Date.parse(text);
  if (Number.isFinite(at)) return at;
  throw new AppError('malformed', `${option} is no time: write it as 2026-03-01 or 2026-03-01T08:00:00Z.`);
}

interface Rooms {
  graph: Graph;
  sealer: Sealer;
  directory: string;
}

async function withRooms(state: string | undefined, work: (rooms: Rooms) => Promise<number>): Promise<number> {
  const env = state === undefined ? process.env : { ...process.env, TTA_STATE_DIR: resolve(state) };
  const directory = stateDir(env);
  const rings = keyRings(env, directory, false);
  const keys = createFileKeyStore({ dir: join(directory, 'keys'), dataKeys: parseKeyRing(rings.TTA_DATA_KEYS) });
  const url = env.NEO4J_URL ?? `bolt://127.0.0.1:${await lastPort(directory)}`;
  const graph = connectGraph({ url, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD });
  try {
    return await work({ graph, sealer: createSealer(keys), directory: join(directory, 'audit') });
  } finally {
    await graph.close();
  }
}

const portsSchema = z.object({ ports: z.object({ neo4j: z.number() }) });
const DEFAULT_PORT = 7687;

/** Where `npm start` has put the graph of this state directory. */
async function lastPort(directory: string): Promise<number> {
  const text = await readFile(join(directory, 'ports.json'), 'utf8').catch(() => '{}');
  return portsSchema.safeParse(JSON.parse(text)).data?.ports.neo4j ?? DEFAULT_PORT;
}
