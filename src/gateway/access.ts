// Who may call what, as one table. A route that is not in it does not start; a test walks every line with every role.
// Whose session or case it is comes after, in ownership.ts.
import type { Role } from '../domain/actors.ts';

/** `open` needs no sign-in; `operations` is open on this machine and for operators otherwise. Sockets check in their
 *  own handshake, because a browser's socket may bring its token in the first message. */
export type Access = readonly Role[] | 'open' | 'operations' | 'socket';

const PLAYER: Access = ['player'];
const CLINICIAN: Access = ['clinician'];
const OPERATOR: Access = ['operator'];
const BOTH: Access = ['player', 'clinician'];
/** Supervisors see that cases take place and how they go; what is in a session or a case only with broken glass. */
const WATCHING: Access = ['clinician', 'supervisor'];
const READING: Access = ['player', 'clinician', 'supervisor'];
const OVERSEEING: Access = ['supervisor', 'operator'];
const EVERYBODY: Access = ['player', 'clinician', 'supervisor', 'operator'];

export const ACCESS: Readonly<Record<string, Access>> = {
  'GET /': 'open',
  'GET /clinician': 'open',
  'GET /assets/*': 'open',
  'GET /*': 'open',

  'GET /v1/info': 'open',
  'GET /v1/help/resources': 'open',
  'POST /v1/auth/redeem': 'open',
  'POST /v1/auth/demo': 'open',
  'POST /v1/auth/logout': 'open',
  'GET /v1/auth/me': EVERYBODY,
  'POST /v1/invitations': OPERATOR,
  'POST /v1/staff/:subject/revoke': OPERATOR,

  'GET /v1/players/me': PLAYER,
  'PUT /v1/players/me': PLAYER,
  'POST /v1/players/me/intake': PLAYER,
  'GET /v1/players/me/export': PLAYER,
  'POST /v1/players/:id/break-glass': WATCHING,

  'GET /v1/worlds': PLAYER,
  'GET /v1/sessions': PLAYER,
  'POST /v1/sessions': PLAYER,
  'GET /v1/sessions/:id': READING,
  'GET /v1/sessions/:id/transcript': READING,
  'GET /v1/sessions/:id/shared-with': PLAYER,
  'POST /v1/sessions/:id/turns': PLAYER,
  'POST /v1/sessions/:id/messages': PLAYER,
  'POST /v1/sessions/:id/pause': BOTH,
  'POST /v1/sessions/:id/resume': BOTH,
  'POST /v1/sessions/:id/human': BOTH,
  'POST /v1/sessions/:id/end': BOTH,
  'POST /v1/sessions/:id/escalate': CLINICIAN,
  'POST /v1/sessions/:id/guidance': CLINICIAN,
  'GET /v1/sessions/:id/events': 'socket',

  'GET /v1/crises': WATCHING,
  'GET /v1/crises/:id': WATCHING,
  'POST /v1/crises/:id/acknowledge': CLINICIAN,
  'POST /v1/crises/:id/note': CLINICIAN,
  'POST /v1/crises/:id/messages': CLINICIAN,
  'POST /v1/crises/:id/release': CLINICIAN,
  'POST /v1/crises/:id/resolve': CLINICIAN,
  'POST /v1/crises/:id/reopen': CLINICIAN,
  'POST /v1/crises/:id/handover': CLINICIAN,
  'POST /v1/crises/drill': OVERSEEING,
  'GET /v1/crises/events': 'socket',

  'GET /v1/shifts': WATCHING,
  'GET /v1/reports/safety': OVERSEEING,

  'GET /healthz': 'operations',
  'GET /readyz': 'operations',
  'GET /metrics': 'operations',
};
