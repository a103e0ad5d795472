// Invitations: a clinic hands somebody a code that works once. Only its hash is stored; who it is for is sealed.
import { createHash, randomBytes } from 'node:crypto';
import { type Actor, ROLES, type Role } from '../domain/actors.ts';
import { AppError } from '../domain/errors.ts';
import type { Pseudonymise, Sealer } from '../privacy/index.ts';
import type { Graph } from '../world/types.ts';
import type { Accounts } from './types.ts';

/** 128 bits: cannot be guessed, so a plain hash of it is enough and no attempt needs to be counted. */
const CODE_BYTES = 16;
/** A week: time to open a letter, not long enough to be found in an old mailbox. */
const VALID_MS = 7 * 24 * 3600_000;

interface Person {
  subject: string;
  displayName: string;
}

export function createInvitations(deps: {
  graph: Pick<Graph, 'run'>;
  sealer: Sealer;
  pseudonymise: Pseudonymise;
}): Pick<Accounts, 'createInvitation' | 'redeemInvitation'> {
  const { graph, sealer, pseudonymise } = deps;
  const personField = (account: string): string => `account/${account}/person`;

  return {
    async createInvitation(role: Role, subject: string, displayName: string) {
      const code = randomBytes(CODE_BYTES).toString('base64url');
      const now = Date.now();
      const expiresAt = now + VALID_MS;
      const account = pseudonymise(subject);
      const person: Person = { subject, displayName };
      await graph.run(
        `CREATE (:Invitation {codeHash: $codeHash, account: $account, role: $role, sealedPerson: $sealedPerson,
                              createdAt: $now, expiresAt: $expiresAt})`,
        {
          codeHash: hashOf(code),
          account,
          role,
          sealedPerson: await sealer.seal('organisation', personField(account), JSON.stringify(person)),
          now,
          expiresAt,
        },
      );
      return { code, expiresAt };
    },

    async redeemInvitation(code: string): Promise<Actor> {
      // The first SET takes the node's lock; what follows sees all that was committed before it. So of two who come at
      // once the second one finds the code used. Account and redemption are one transaction: no code is lost half way.
      const [row] = await graph.run<{ account: string; role: Role; sealedPerson: string }>(
        `MATCH (i:Invitation {codeHash: $codeHash})
         SET i.lastTriedAt = $now
         WITH i WHERE i.redeemedAt IS NULL AND i.expiresAt > $now
         SET i.redeemedAt = $now
         MERGE (a:Account {account: i.account})
         ON CREATE SET a.createdAt = $now
         SET a.role = i.role, a.sealedPerson = i.sealedPerson
         WITH i
         FOREACH (_ IN CASE i.role WHEN 'clinician' THEN [1] ELSE [] END |
           MERGE (c:Clinician {clinician: i.account}) SET c.enrolledAt = $now REMOVE c.revokedAt)
         RETURN i.account AS account, i.role AS role, i.sealedPerson AS sealedPerson`,
        { codeHash: hashOf(code), now: Date.now() },
      );
      if (row === undefined || !ROLES.includes(row.role)) {
        throw new AppError('invitation_invalid', 'This invitation was used already or has ended. Ask for a new one.');
      }
      // Sealed by createInvitation, so its shape is known.
      const person = JSON.parse(
        await sealer.open('organisation', personField(row.account), row.sealedPerson),
      ) as Person;
      return { role: row.role, subject: person.subject, displayName: person.displayName };
    },
  };
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
