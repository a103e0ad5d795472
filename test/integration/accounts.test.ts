import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { type Accounts, createTokenIssuer, type Intake } from '../../src/accounts/index.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { FileKeyStore, Pseudonymise } from '../../src/privacy/index.ts';
import { connectGraph, type Graph } from '../../src/world/index.ts';
import { type AccountsAtWork, codeOf, openAccounts, somebody } from './accounts-fixture.ts';

const intake: Intake = {
  textVersion: '2026-11',
  consents: { play: true, clinicianMayRead: true, crisisContact: false, modelProvider: false },
  ageBand: '25-44',
  country: 'GB',
};

describe('accounts', () => {
  let at: AccountsAtWork;
  let graph: Graph;
  let accounts: Accounts;
  let production: Accounts;
  let keys: FileKeyStore;
  let pseudonymise: Pseudonymise;

  before(async () => {
    at = await openAccounts();
    ({ graph, accounts, production, keys, pseudonymise } = at);
  });
  after(() => at.close());

  describe('an invitation', () => {
    it('lets exactly one of many who come at once in, as whom it was made for', async () => {
      const subject = somebody();
      const { code, expiresAt } = await accounts.createInvitation('clinician', subject, 'Dr. Ruiz');
      assert.ok(expiresAt > Date.now() + 6 * 24 * 3600_000);
      const tries = await Promise.allSettled(Array.from({ length: 12 }, () => accounts.redeemInvitation(code)));
      const entered = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      assert.deepEqual(entered, [{ role: 'clinician', subject, displayName: 'Dr. Ruiz' }]);
      for (const one of tries) if (one.status === 'rejected') assert.ok(codeOf('invitation_invalid')(one.reason));
    });

    it('that was never made, or has ended, opens nothing', async () => {
      await assert.rejects(accounts.redeemInvitation('AAAAAAAAAAAAAAAAAAAAAA'), codeOf('invitation_invalid'));
      const subject = somebody();
      const { code } = await accounts.createInvitation('player', subject, 'Ana');
      await graph.run('MATCH (i:Invitation {account: $account}) SET i.expiresAt = 1', {
        account: pseudonymise(subject),
      });
      await assert.rejects(accounts.redeemInvitation(code), codeOf('invitation_invalid'));
    });

    it('leaves neither its code nor the person readable in the graph', async () => {
      const subject = somebody();
      const { code } = await accounts.createInvitation('player', subject, 'Ana Lucía');
      await accounts.redeemInvitation(code);
      const rows = await graph.run<{ all: object }>(
        'MATCH (n) WHERE n.account = $account RETURN properties(n) AS all',
        { account: pseudonymise(subject) },
      );
      assert.equal(rows.length, 2);
      for (const secret of [code, subject, 'Ana']) assert.equal(JSON.stringify(rows).includes(secret), false);
    });
  });

  describe('a profile', () => {
    it('has gentle defaults before anything was told', async () => {
      assert.deepEqual(await accounts.profile(pseudonymise(somebody())), {
        goals: [],
        avoidSoft: [],
        avoidHard: [],
        intensity: 0.5,
        readiness: 0.5,
        techniques: true,
        country: 'US',
        language: 'en',
        intake: null,
      });
    });

    it('keeps what is told, changes only what is told anew, and forgets a contact person who is taken out', async () => {
      const player = pseudonymise(somebody());
      const contactPerson = { name: 'Marta', contact: '+34 600 000 000' };
      await accounts.saveProfile(player, {
        goals: ['sleep better'],
        avoidHard: ['spiders'],
        intensity: 0.2,
        contactPerson,
      });
      await accounts.saveProfile(player, { avoidSoft: ['storms'], country: 'ES' });
      const { intake: none, ...kept } = await accounts.profile(player);
      assert.equal(none, null);
      assert.deepEqual(kept, {
        goals: ['sleep better'],
        avoidSoft: ['storms'],
        avoidHard: ['spiders'],
        intensity: 0.2,
        readiness: 0.5,
        techniques: true,
        country: 'ES',
        language: 'en',
        contactPerson,
      });
      assert.equal((await accounts.saveProfile(player, { contactPerson: null })).contactPerson, undefined);
    });

    it('is sealed where the player used words, and gone when the player is erased', async () => {
      const player = pseudonymise(somebody());
      await accounts.recordIntake(player, {
        ...intake,
        contactPerson: { name: 'Marta', contact: 'marta@example.org' },
      });
      await accounts.saveProfile(player, { goals: ['less worry'], avoidSoft: ['needles'] });
      const stored = JSON.stringify(
        await graph.run('MATCH (p:PlayerProfile {player: $player}) RETURN properties(p) AS all', { player }),
      );
      for (const secret of ['worry', 'needles', 'Marta', 'marta@', '25-44'])
        assert.equal(stored.includes(secret), false);
      await keys.shred(player);
      await assert.rejects(accounts.profile(player), codeOf('key_missing'));
    });

    it('refuses too many goals and too long ones, naming the field', async () => {
      const player = pseudonymise(somebody());
      for (const [patch, path] of [
        [{ goals: Array(6).fill('a') }, 'goals'],
        [{ goals: ['x'.repeat(201)] }, 'goals.0'],
        [{ avoidHard: ['y', 'x'.repeat(81)] }, 'avoidHard.1'],
        [{ avoidSoft: Array(21).fill('a') }, 'avoidSoft'],
        [{ intensity: 1.1 }, 'intensity'],
        [{ country: 'Spain' }, 'country'],
      ] as const) {
        await assert.rejects(
          accounts.saveProfile(player, patch),
          (error: unknown) => codeOf('malformed')(error) && error instanceof AppError && error.issues[0]?.path === path,
        );
      }
    });
  });

  describe('an intake', () => {
    it('is kept with the version of the text that was read', async () => {
      const player = pseudonymise(somebody());
      const before = Date.now();
      const { intake: kept, country } = await accounts.recordIntake(player, intake);
      assert.equal(kept?.textVersion, '2026-11');
      assert.deepEqual(kept?.consents, intake.consents);
      assert.ok((kept?.at ?? 0) >= before);
      assert.equal(country, 'GB');
    });

    it('without consent to play stores nothing', async () => {
      const player = pseudonymise(somebody());
      const refused = { ...intake, consents: { ...intake.consents, play: false } };
      await assert.rejects(accounts.recordIntake(player, refused), codeOf('consent_missing'));
      assert.equal((await accounts.profile(player)).intake, null);
    });

    it('that takes the consent to play back is kept, and can be given again', async () => {
      const player = pseudonymise(somebody());
      await accounts.recordIntake(player, intake);
      const none = { play: false, clinicianMayRead: false, crisisContact: false, modelProvider: false };
      await accounts.recordIntake(player, { ...intake, consents: none });
      assert.deepEqual((await accounts.profile(player)).intake?.consents, none);
      await accounts.recordIntake(player, intake);
      assert.deepEqual((await accounts.profile(player)).intake?.consents, intake.consents);
    });

    it('of a minor is accepted only when a clinic has enrolled them', async () => {
      const player = pseudonymise(somebody());
      const minor: Intake = { ...intake, ageBand: 'under18' };
      await assert.rejects(accounts.recordIntake(player, minor), codeOf('forbidden'));
      await accounts.enrolMinor(player, 'dr-ruiz');
      assert.ok((await accounts.recordIntake(player, minor)).intake);
    });
  });

  it('forgets an erased player whole, and can be asked to again', async () => {
    const subject = somebody();
    const player = pseudonymise(subject);
    const { code } = await accounts.createInvitation('player', subject, 'Ana');
    await accounts.redeemInvitation(code);
    await accounts.recordIntake(player, intake);
    await accounts.assignCare('dr-ruiz', player);
    const left = () =>
      graph.run('MATCH (n) WHERE n.player = $player OR n.account = $player RETURN labels(n) AS labels', { player });
    assert.equal((await left()).length, 3);
    await accounts.forget(player);
    await accounts.forget(player);
    assert.deepEqual(await left(), []);
  });

  describe('a care team', () => {
    it('is made of those who were assigned', async () => {
      const [clinician, other, player] = [somebody(), somebody(), pseudonymise(somebody())];
      assert.equal(await accounts.cares(clinician, player), false);
      await accounts.assignCare(clinician, player);
      await accounts.assignCare(clinician, player);
      assert.equal(await accounts.cares(clinician, player), true);
      assert.equal(await accounts.cares(other, player), false);
    });

    it('is counted without those whose role was ended, until they are invited again', async () => {
      const [clinician, other, player] = [somebody(), somebody(), pseudonymise(somebody())];
      assert.equal(await accounts.teamOf(player), 0);
      await accounts.assignCare(clinician, player);
      await accounts.assignCare(other, player);
      assert.equal(await accounts.teamOf(player), 2);
      await accounts.revoke(clinician, 'supervisor');
      assert.equal(await accounts.teamOf(player), 2);
      await accounts.revoke(clinician, 'clinician');
      await accounts.revoke(other, null);
      assert.equal(await accounts.teamOf(player), 0);
      const unknown = pseudonymise(somebody());
      assert.deepEqual((await accounts.teamless([player, unknown])).sort(), [player, unknown].sort());
      const { code } = await accounts.createInvitation('clinician', other, 'Dr. Ruiz');
      await accounts.redeemInvitation(code);
      assert.equal(await accounts.teamOf(player), 1);
      assert.deepEqual(await accounts.teamless([player, unknown]), [unknown]);
    });

    it('has only those for a clinician who were invited as one and have come, until the role is ended', async () => {
      const [clinician, operator, named] = [somebody(), somebody(), somebody()];
      const invite = (role: 'clinician' | 'operator' | 'supervisor', subject: string) =>
        accounts.createInvitation(role, subject, 'Dr. Ruiz');
      const { code } = await invite('clinician', clinician);
      assert.equal(await accounts.isClinician(clinician), false, 'invited, and not yet come');
      await accounts.redeemInvitation(code);
      await accounts.redeemInvitation((await invite('operator', operator)).code);
      await accounts.assignCare(named, pseudonymise(somebody()));
      const are = async () => Promise.all([clinician, operator, named].map((one) => accounts.isClinician(one)));
      assert.deepEqual(await are(), [true, false, false]);
      await accounts.redeemInvitation((await invite('supervisor', clinician)).code);
      assert.deepEqual(await are(), [true, false, false], 'another role beside it takes nothing away');
      await accounts.revoke(clinician, 'clinician');
      assert.deepEqual(await are(), [false, false, false]);
    });

    it('of a demonstration player is never empty in a local run', async () => {
      const subject = somebody();
      await accounts.verify(await accounts.issue({ role: 'player', subject, demo: true }));
      await accounts.profile(pseudonymise(subject));
      assert.ok((await accounts.teamOf(pseudonymise(subject))) > 0);
      assert.equal(await production.teamOf(pseudonymise(subject)), 0);
      assert.deepEqual(await accounts.teamless([pseudonymise(subject)]), []);
      assert.deepEqual(await production.teamless([pseudonymise(subject)]), [pseudonymise(subject)]);
    });
  });

  describe('a demonstration account', () => {
    const signed = (actor: Parameters<Accounts['issue']>[0]) =>
      createTokenIssuer({ tokenKeys: at.tokenKeys }).issue(actor);

    it('has given its intake, and every demonstration clinician cares for it, in a local run', async () => {
      const [subject, clinician] = [somebody(), `demo-${randomUUID()}`];
      const actor = await accounts.verify(await signed({ role: 'player', subject, demo: true }));
      assert.equal(actor.demo, true);
      const player = pseudonymise(subject);
      assert.equal((await accounts.profile(player)).intake?.consents.play, true);
      assert.equal(await accounts.cares(clinician, player), false);
      await accounts.verify(await signed({ role: 'clinician', subject: clinician }));
      assert.equal(await accounts.cares(clinician, player), true);
      const patient = pseudonymise(somebody());
      await accounts.recordIntake(patient, intake);
      assert.equal(await accounts.cares(clinician, patient), false);
    });

    it('is an ordinary one in production', async () => {
      const subject = `demo-${randomUUID()}`;
      const actor = await production.verify(await signed({ role: 'player', subject, demo: true }));
      assert.equal(actor.demo, undefined);
      assert.equal((await production.profile(pseudonymise(subject))).intake, null);
    });
  });

  it('verifies a token while the graph is down', async () => {
    const away = connectGraph({ url: 'bolt://127.0.0.1:1' });
    const alone = at.another({ graph: away });
    const token = await alone.issue({ role: 'player', subject: 'ana' });
    assert.equal((await alone.verify(token)).subject, 'ana');
    await assert.rejects(alone.profile(pseudonymise('ana')), codeOf('unavailable'));
    await away.close();
  });
});
