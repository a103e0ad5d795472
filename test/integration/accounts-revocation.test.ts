// What ends and what opens for a while: roles that are taken away, and broken glass, over the real graph and as several processes
// of one installation see it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { type Accounts, REVOCATIONS_READ_EVERY_MS } from '../../src/accounts/index.ts';
import type { Role } from '../../src/domain/actors.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Pseudonymise } from '../../src/privacy/index.ts';
import { createLog } from '../../src/telemetry/index.ts';
import { connectGraph, type Graph } from '../../src/world/index.ts';
import { openRelay } from '../support/relay.ts';
import { until } from '../support/until.ts';
import { type AccountsAtWork, codeOf, NEO4J, openAccounts, somebody } from './accounts-fixture.ts';

describe('leave that ends', () => {
  let at: AccountsAtWork;
  let graph: Graph;
  let accounts: Accounts;
  let another: AccountsAtWork['another'];
  let pseudonymise: Pseudonymise;

  before(async () => {
    at = await openAccounts();
    ({ graph, accounts, another, pseudonymise } = at);
  });
  after(() => at.close());

  describe('a revoked role', () => {
    const signedIn = (subject: string, role: 'clinician' | 'supervisor' = 'clinician') =>
      accounts.issue({ role, subject });

    it('is refused at once where it was ended, and soon in every other process', async () => {
      const subject = somebody();
      const token = await signedIn(subject);
      const other = another({ revocationsReadEveryMs: 50 });
      await other.verify(token);
      await accounts.verify(token);
      await accounts.revoke(subject, 'clinician');
      await assert.rejects(accounts.verify(token), codeOf('unauthenticated'));
      await until('the other process to refuse', () =>
        other.verify(token).then(
          () => false,
          (error) => codeOf('unauthenticated')(error),
        ),
      );
      // Half as much again and a heartbeat of 20 s are less than a minute.
      assert.ok(REVOCATIONS_READ_EVERY_MS * 1.5 <= 30_000);
    });

    it('is refused by a process that has just begun, with its first answer', async () => {
      const subject = somebody();
      const token = await signedIn(subject);
      await accounts.revoke(subject, 'clinician');
      await assert.rejects(another().verify(token), codeOf('unauthenticated'));
    });

    it('leaves the other roles of the account and other people as they are, unless all were meant', async () => {
      const [subject, neighbour] = [somebody(), somebody()];
      const tokens = [await signedIn(subject), await signedIn(subject, 'supervisor'), await signedIn(neighbour)];
      const [clinician = '', supervisor = '', next = ''] = tokens;
      await accounts.revoke(subject, 'clinician');
      assert.equal((await accounts.verify(supervisor)).role, 'supervisor');
      await accounts.verify(next);
      await accounts.revoke(subject, null);
      for (const token of [clinician, supervisor]) {
        await assert.rejects(accounts.verify(token), codeOf('unauthenticated'));
      }
      await accounts.verify(next);
    });

    it('can be given again by a new invitation, in the same second, and the old token stays refused', async () => {
      const subject = somebody();
      const old = await signedIn(subject);
      await accounts.revoke(subject, 'clinician');
      const { code } = await accounts.createInvitation('clinician', subject, 'Dr. Ruiz');
      const actor = await accounts.redeemInvitation(code);
      const token = await accounts.issue(actor);
      for (const each of [accounts, another()]) {
        assert.equal((await each.verify(token)).subject, subject);
        await assert.rejects(each.verify(old), codeOf('unauthenticated'));
      }
      await accounts.revoke(subject, 'clinician');
      await assert.rejects(accounts.verify(token), codeOf('unauthenticated'));
    });

    it('takes the invitations with it that were not used yet', async () => {
      const subject = somebody();
      const mine = await accounts.createInvitation('clinician', subject, 'Dr. Ruiz');
      const other = await accounts.createInvitation('supervisor', subject, 'Dr. Ruiz');
      await accounts.revoke(subject, 'clinician');
      await assert.rejects(accounts.redeemInvitation(mine.code), codeOf('invitation_invalid'));
      assert.equal((await accounts.redeemInvitation(other.code)).role, 'supervisor');
    });

    it('stays refused while the graph is away; who was never checked comes in then, and the log says so', async () => {
      const relay = await openRelay(NEO4J.url);
      const [near, far] = [0, 1].map(() => connectGraph({ ...NEO4J, url: relay.url }));
      assert.ok(near && far);
      const said: string[] = [];
      const log = createLog('test', { to: { write: (line) => void said.push(line) } });
      const [subject, neighbour] = [somebody(), somebody()];
      const [token, next] = [await signedIn(subject), await signedIn(neighbour)];
      await accounts.revoke(subject, 'clinician');
      const knowing = another({ graph: near, revocationsReadEveryMs: 1, log });
      await assert.rejects(knowing.verify(token), codeOf('unauthenticated'));
      await relay.cut();
      await assert.rejects(knowing.verify(token), codeOf('unauthenticated'));
      assert.equal((await knowing.verify(next)).subject, neighbour);
      assert.match(said.join(), /the last known list stands/);
      said.length = 0;
      const newcomer = another({ graph: far, log });
      assert.equal((await newcomer.verify(token)).subject, subject);
      assert.equal((await newcomer.verify(next)).subject, neighbour);
      assert.equal(said.filter((line) => line.includes('let in unchecked')).length, 1);
      assert.equal(said.join().includes(subject), false);
      await relay.close();
      await Promise.all([near.close(), far.close()]);
    });

    it('is not held up by a graph that hangs, but for a moment once', async () => {
      const relay = await openRelay(NEO4J.url);
      const wire = connectGraph({ ...NEO4J, url: relay.url });
      const hanging = another({ graph: wire });
      relay.hold();
      const token = await signedIn(somebody());
      const from = performance.now();
      await hanging.verify(token);
      const first = performance.now() - from;
      await hanging.verify(token);
      assert.ok(first < 3_000, `${first} ms`);
      assert.ok(performance.now() - from - first < 100);
      await relay.close();
      await wire.close();
    });

    it('is not ended when the graph cannot take it, and says so', async () => {
      const away = connectGraph({ url: 'bolt://127.0.0.1:1' });
      const alone = another({ graph: away });
      const token = await signedIn(somebody());
      await assert.rejects(alone.revoke('dr-ruiz', 'clinician'), codeOf('unavailable'));
      await alone.verify(token);
      await away.close();
    });

    it('leaves no account id in the graph', async () => {
      const subject = somebody();
      await accounts.revoke(subject, 'clinician');
      const rows = await graph.run('MATCH (r:Revocation {account: $account}) RETURN properties(r) AS all', {
        account: pseudonymise(subject),
      });
      assert.equal(rows.length, 1);
      assert.equal(JSON.stringify(rows).includes(subject), false);
    });
  });

  describe('broken glass', () => {
    const REASON = 'She called the ward and asked for help.';
    const staff = (role: Role, subject = somebody()) => ({ role, subject, displayName: 'Dr. Ruiz' });

    it('gives who broke it an hour with this player, and nobody else anything', async () => {
      const actor = staff('supervisor');
      const [player, other] = [pseudonymise(somebody()), pseudonymise(somebody())];
      assert.equal(await accounts.hasBrokenGlass(actor.subject, player), false);
      const before = Date.now();
      const { id, from, until: end, ...granted } = await accounts.breakGlass(actor, player, `  ${REASON} `);
      assert.deepEqual(granted, { subject: actor.subject, displayName: 'Dr. Ruiz', player, reason: REASON });
      assert.equal(end - from, 60 * 60_000);
      assert.ok(from >= before && id.length > 0);
      assert.equal(await accounts.hasBrokenGlass(actor.subject, player), true);
      assert.equal(await another().hasBrokenGlass(actor.subject, player), true);
      assert.equal(await accounts.hasBrokenGlass(actor.subject, other), false);
      assert.equal(await accounts.hasBrokenGlass(somebody(), player), false);
      assert.deepEqual(await accounts.glassOf(actor.subject), [player]);
    });

    it('is whole again when the hour is over, and when the role is ended', async () => {
      const [first, second] = [staff('clinician'), staff('clinician')];
      const player = pseudonymise(somebody());
      const { id } = await accounts.breakGlass(first, player, REASON);
      await accounts.breakGlass(second, player, REASON);
      await graph.run('MATCH (b:BreakGlass {id: $id}) SET b.until = $now', { id, now: Date.now() });
      assert.equal(await accounts.hasBrokenGlass(first.subject, player), false);
      await accounts.revoke(second.subject, 'clinician');
      assert.equal(await accounts.hasBrokenGlass(second.subject, player), false);
      assert.deepEqual(await accounts.glassOf(first.subject), []);
    });

    it('needs a reason of 10 to 500 characters, a player that can be, and one of those who treat', async () => {
      const player = pseudonymise(somebody());
      for (const reason of ['', 'urgent', `   urgent   `, 'x'.repeat(501)]) {
        await assert.rejects(
          accounts.breakGlass(staff('clinician'), player, reason),
          (error: unknown) =>
            codeOf('malformed')(error) && error instanceof AppError && error.issues[0]?.path === 'reason',
        );
      }
      await accounts.breakGlass(staff('clinician'), player, 'x'.repeat(500));
      await assert.rejects(accounts.breakGlass(staff('clinician'), 'ana', REASON), codeOf('not_found'));
      for (const role of ['operator', 'player'] as const) {
        await assert.rejects(accounts.breakGlass(staff(role), player, REASON), codeOf('forbidden'));
      }
    });

    it('rests sealed, and goes with the player', async () => {
      const actor = staff('clinician');
      const player = pseudonymise(somebody());
      await accounts.breakGlass(actor, player, REASON);
      const kept = () => graph.run('MATCH (b:BreakGlass {player: $player}) RETURN properties(b) AS all', { player });
      const rows = JSON.stringify(await kept());
      for (const secret of [REASON, 'ward', actor.subject, 'Ruiz']) assert.equal(rows.includes(secret), false);
      await accounts.forget(player);
      assert.deepEqual(await kept(), []);
    });
  });
});
