// What the routes share: made once from the rooms.
import { type AccessLog, createAccessLog } from './access-log.ts';
import { type Admission, createAdmission } from './admission.ts';
import { type CaseAccess, createCaseAccess } from './case-access.ts';
import { createEmergency, type Emergency } from './emergency.ts';
import { createPassFreeText, createTakeBody, type PassFreeText, type TakeBody } from './free-text.ts';
import { createOwnership, type Ownership } from './ownership.ts';
import { createRead, type Read } from './reading.ts';
import type { GatewayServices } from './services.ts';
import { createSocketTools, type SocketTools } from './sockets.ts';
import { createStandings, type Standings } from './standing.ts';
import { createUnreadable, type Unreadable } from './unreadable.ts';

export interface GatewayTools extends CaseAccess {
  read: Read;
  standings: Standings;
  ownership: Ownership;
  accessLog: AccessLog;
  admission: Admission;
  emergency: Emergency;
  unreadable: Unreadable;
  passFreeText: PassFreeText;
  takeBody: TakeBody;
  sockets: SocketTools;
}

export function createTools(services: GatewayServices): GatewayTools {
  const read = createRead(services);
  const standings = createStandings(services);
  const emergency = createEmergency(services, standings);
  const ownership = createOwnership(services);
  const passFreeText = createPassFreeText({ read, emergency });
  return {
    read,
    standings,
    emergency,
    ownership,
    ...createCaseAccess(services, ownership),
    accessLog: createAccessLog(services),
    unreadable: createUnreadable(services, { emergency, standings }),
    admission: createAdmission(services),
    passFreeText,
    takeBody: createTakeBody(passFreeText),
    sockets: createSocketTools(services),
  };
}
