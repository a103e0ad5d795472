// Whose session and whose case it is, over the real care teams and grants in the graph: which way in opens what, and when it
// closes again.
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import { type Accounts, createAccounts } from '../../src/accounts/index.ts';
import type { Actor, Role } from '../../src/domain/actors.ts';
import type { CaseStatus, CrisisCase } from '../../src/domain/crisis-case.ts';
import { AppError, type ErrorCode } from '../../src/domain/errors.ts';
import { createOwnership, type Ownership } from '../../src/gateway/ownership.ts';
import { createFileKeyStore, createPseudonymise, createSealer, parseKeyRing } from '../../src/privacy/index.ts';
import { connectGraph } from '../../src/world/index.ts';

const REASON = 'The ward asked us to look after her tonight.';
const ring = () => parseKeyRing(`k:${randomBytes(32).toString('base64url')}`);
const somebody = (role: Role): Actor => ({ role, subject: `${role}-${randomUUID()}`, displayName: 'Somebody' });

describe('whose it is', () => {
  const graph = connectGraph({
    url: process.env.NEO4J_URL ?? 'bolt://127.0.0.1:7687',
    user: process.env.NEO4J_USER,
    password: process.env.NEO4J_PASSWORD,
  });
  let dir: string;
  let accounts: Accounts;
  let pseudonymise: (subject: string) => string;
  let ownership: Ownership;
  /** The case that the graph has of the player. */
  let open: Pick<CrisisCase, 'caseId' | 'routedTo' | 'heldBy' | 'status'> | null;
  let player: string;
  let sessionId: string;
  let owner: Actor;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'ownership-'));
    const keys = createFileKeyStore({ dir, dataKeys: ring() });
    pseudonymise = await createPseudonymise(keys);
    const rooms = { graph, sealer: createSealer(keys), keys, tokenKeys: ring(), pseudonymise };
    accounts = createAccounts({ ...rooms, env: 'production' });
    const place = {
      worldId: 'w',
      worldVersion: '1',
      status: 'active',
      turnSeq: 1,
      place: 'quay',
      inventory: [],
      goals: [],
    } as const;
    ownership = createOwnership({
      accounts,
      pseudonymise,
      world: {
        session: async (id) => ({ sessionId: id, ...place, openedAt: 0, lastTurnAt: 0 }),
        sessionsOf: async () => [],
        findTurn: async () => null,
        findingsOf: async () => [],
        practiceIn: async () => [],
      },
      // Only what a case says of its people is asked for here.
      cases: { get: async () => open as CrisisCase | null },
    });
  });
  after(async () => {
    await graph.close();
    await rm(dir, { recursive: true });
  });
  beforeEach(async () => {
    owner = somebody('player');
    player = pseudonymise(owner.subject);
    sessionId = `${player}-${randomBytes(8).toString('hex')}`;
    open = null;
    await agrees(true);
    // Somebody else cares, so that the player is not everybody's.
    await accounts.assignCare('dr-elsewhere', player);
  });

  const agrees = (clinicianMayRead: boolean) =>
    accounts.recordIntake(player, {
      textVersion: '1',
      consents: { play: true, clinicianMayRead, crisisContact: false, modelProvider: false },
      ageBand: '25-44',
      country: 'GB',
    });
  const routed = (to: Actor, status: CaseStatus = 'open') => {
    open = { caseId: player, routedTo: [to.subject], heldBy: null, status };
  };
  const answersFor = (actor: Actor, routedTo: string[] = []) =>
    ownership.mayAnswer(actor, { caseId: player, routedTo });
  const refused = (work: Promise<unknown>, code: ErrorCode = 'forbidden') =>
    assert.rejects(work, (error: unknown) => error instanceof AppError && error.code === code);

  it('a player has the own session and nobody else’s, whatever case is open', async () => {
    const other = somebody('player');
    routed(other);
    assert.equal((await ownership.requireReadable(owner, sessionId)).sessionId, sessionId);
    await refused(ownership.requireReadable(other, sessionId));
    await refused(ownership.requireOwn(other, sessionId));
    assert.equal(await answersFor(owner), false);
  });

  it('the care team reads with the player’s consent, and answers without', async () => {
    const carer = somebody('clinician');
    await refused(ownership.requireSession(carer, sessionId));
    assert.equal(await answersFor(carer), false);
    await accounts.assignCare(carer.subject, player);
    await ownership.requireReadable(carer, sessionId);
    await agrees(false);
    await ownership.requireSession(carer, sessionId);
    await refused(ownership.requireReadable(carer, sessionId));
    assert.equal(await answersFor(carer), true);
  });

  it('whom an open case is routed to reads while it is open, with the player’s consent', async () => {
    const called = somebody('clinician');
    routed(called);
    assert.equal(await answersFor(called, [called.subject]), true);
    await ownership.requireReadable(called, sessionId);
    await agrees(false);
    await refused(ownership.requireReadable(called, sessionId));
    await agrees(true);
    for (const status of ['acknowledged', 'released', 'unanswered'] as const) {
      routed(called, status);
      await ownership.requireReadable(called, sessionId);
    }
    routed(called, 'resolved');
    await refused(ownership.requireSession(called, sessionId));
  });

  it('a routed case is no way in for a supervisor or an operator of the same account', async () => {
    for (const role of ['supervisor', 'operator', 'player'] as const) {
      const somebodyElse = somebody(role);
      routed(somebodyElse);
      await refused(ownership.requireSession(somebodyElse, sessionId));
      assert.equal(await answersFor(somebodyElse, [somebodyElse.subject]), false, role);
    }
  });

  it('a player whom nobody cares for is every clinician’s to answer, and nobody’s to read', async () => {
    const alone = somebody('player');
    player = pseudonymise(alone.subject);
    const [clinician, supervisor] = [somebody('clinician'), somebody('supervisor')];
    assert.equal(await answersFor(clinician), true);
    assert.equal(await answersFor(supervisor), false);
    await refused(ownership.requireSession(clinician, `${player}-${randomBytes(8).toString('hex')}`));
    await accounts.assignCare('dr-elsewhere', player);
    assert.equal(await answersFor(clinician), false);
  });

  it('hundreds of cases are judged without taking the graph from everybody else', async () => {
    const clinician = somebody('clinician');
    const cases = Array.from({ length: 300 }, (_, i) => ({ caseId: pseudonymise(`${player}/${i}`), routedTo: [] }));
    const judged = Promise.all(cases.map((each) => ownership.mayAnswer(clinician, each)));
    const from = performance.now();
    await ownership.requireSession(owner, sessionId);
    await graph.ping();
    assert.ok(performance.now() - from < 1_000);
    assert.deepEqual(new Set(await judged), new Set([true]));
  });

  for (const role of ['clinician', 'supervisor'] as const) {
    it(`a ${role} who broke the glass reads and answers also without consent, until the hour is over`, async () => {
      const actor = somebody(role);
      await agrees(false);
      await refused(ownership.requireReadable(actor, sessionId));
      const { id } = await accounts.breakGlass(actor, player, REASON);
      await ownership.requireReadable(actor, sessionId);
      await ownership.requireAnswer(actor, { caseId: player, routedTo: [] });
      await graph.run('MATCH (b:BreakGlass {id: $id}) SET b.until = $now', { id, now: Date.now() });
      await refused(ownership.requireReadable(actor, sessionId));
      await refused(ownership.requireAnswer(actor, { caseId: player, routedTo: [] }));
    });
  }

  it('broken glass is no way in with another role of the same account', async () => {
    const clinician = somebody('clinician');
    await accounts.breakGlass(clinician, player, REASON);
    for (const role of ['operator', 'player'] as const) {
      await refused(ownership.requireSession({ ...clinician, role }, sessionId));
      assert.equal(await answersFor({ ...clinician, role }), false, role);
    }
  });

  it('an address that is no session is not found rather than refused', async () => {
    await refused(ownership.requireSession(somebody('clinician'), 'nowhere'), 'not_found');
    await refused(ownership.requireOwn(owner, 'nowhere'), 'not_found');
  });
});
