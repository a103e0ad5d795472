// One installation's accounts over the real graph, with keys that are thrown away.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Accounts, type AccountsDeps, createAccounts } from '../../src/accounts/index.ts';
import { AppError, type ErrorCode } from '../../src/domain/errors.ts';
import {
  createFileKeyStore,
  createPseudonymise,
  createSealer,
  type FileKeyStore,
  type KeyRing,
  type Pseudonymise,
  parseKeyRing,
} from '../../src/privacy/index.ts';
import { connectGraph, type Graph } from '../../src/world/index.ts';

export const NEO4J = {
  url: process.env.NEO4J_URL ?? 'bolt://127.0.0.1:7687',
  user: process.env.NEO4J_USER,
  password: process.env.NEO4J_PASSWORD,
};

export interface AccountsAtWork {
  graph: Graph;
  keys: FileKeyStore;
  tokenKeys: KeyRing;
  pseudonymise: Pseudonymise;
  accounts: Accounts;
  /** The same installation, run in production. */
  production: Accounts;
  /** Another process of the same installation. */
  another(more?: Partial<AccountsDeps>): Accounts;
  close(): Promise<void>;
}

export const somebody = (): string => `person-${randomUUID()}`;

export const codeOf = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;

const ring = (): KeyRing => parseKeyRing(`k1:${randomBytes(32).toString('base64url')}`);

export async function openAccounts(): Promise<AccountsAtWork> {
  const dir = await mkdtemp(join(tmpdir(), 'accounts-'));
  const graph = connectGraph(NEO4J);
  const keys = createFileKeyStore({ dir, dataKeys: ring() });
  const pseudonymise = await createPseudonymise(keys);
  const tokenKeys = ring();
  const shared = { graph, sealer: createSealer(keys), keys, tokenKeys, pseudonymise };
  const another = (more: Partial<AccountsDeps> = {}) => createAccounts({ ...shared, env: 'local', ...more });
  return {
    ...{ graph, keys, tokenKeys, pseudonymise, another },
    accounts: another(),
    production: another({ env: 'production' }),
    async close() {
      await graph.close();
      await rm(dir, { recursive: true });
    },
  };
}
