// People as a clinic enrols them: no demonstration accounts, so that care teams and consents are exactly what a test says.
import assert from 'node:assert/strict';
import type { Role } from '../../src/domain/actors.ts';
import type { TurnReply } from '../../src/domain/turn.ts';
import { type Person, type Player, person, playing, request } from '../support/outside.ts';
import type { System } from '../support/system.ts';

const CONSENTS = { play: true, clinicianMayRead: true, crisisContact: true, modelProvider: false };
export const INTAKE = { textVersion: '1', consents: CONSENTS, ageBand: '25-44', country: 'US' };
export const REASON = 'The ward asked us to look after her tonight.';

export const pseudonymOf = ({ sessionId }: Player): string => sessionId.slice(0, 16);

/** Clinicians have come by an invitation: that is what makes the account a clinician's. */
export async function enrolled(system: System, role: Role): Promise<Person> {
  const somebody = await person(system, role, { demo: false });
  if (role === 'clinician') await comeAs(system, role, somebody.subject);
  return somebody;
}

async function comeAs(system: System, role: Role, subject: string): Promise<void> {
  const operator = await person(system, 'operator', { demo: false });
  const { body } = await operator.call<{ code: string }>('POST', '/v1/invitations', {
    role,
    subject,
    displayName: 'R',
  });
  const { status } = await request(`${system.api}/v1/auth/redeem`, 'POST', { code: body.code });
  assert.equal(status, 200);
}

/** Invited with this care team, after the intake, at the beginning of a session. */
export async function enrolledPlayer(
  system: System,
  careTeam: readonly Person[],
  changed: Partial<typeof CONSENTS> = {},
): Promise<Player> {
  const [operator, somebody] = [await enrolled(system, 'operator'), await enrolled(system, 'player')];
  const invited = { role: 'player', subject: somebody.subject, displayName: 'R' };
  await operator.call('POST', '/v1/invitations', { ...invited, careTeam: careTeam.map(({ subject }) => subject) });
  await somebody.call('POST', '/v1/players/me/intake', { ...INTAKE, consents: { ...CONSENTS, ...changed } });
  const { body } = await somebody.call<{ sessionId: string; opening: TurnReply }>('POST', '/v1/sessions', {});
  return playing(somebody, body);
}

export async function breakGlass(somebody: Person, player: Player): Promise<void> {
  const path = `/v1/players/${pseudonymOf(player)}/break-glass`;
  const { status, body } = await somebody.call('POST', path, { reason: REASON });
  assert.deepEqual([status, body.code], [201, undefined]);
}
