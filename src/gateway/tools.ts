// What the routes share: made once from the rooms.
import { type Admission, createAdmission } from './admission.ts';
import { createEmergency, type Emergency } from './emergency.ts';
import { createPassFreeText, type PassFreeText } from './free-text.ts';
import { createOwnership, type Ownership } from './ownership.ts';
import { createRead, type Read } from './reading.ts';
import type { GatewayServices } from './services.ts';
import { createSocketTools, type SocketTools } from './sockets.ts';
import { createStandings, type Standings } from './standing.ts';

export interface GatewayTools {
  read: Read;
  standings: Standings;
  ownership: Ownership;
  admission: Admission;
  emergency: Emergency;
  passFreeText: PassFreeText;
  sockets: SocketTools;
}

export function createTools(services: GatewayServices): GatewayTools {
  const read = createRead(services);
  const standings = createStandings(services);
  const emergency = createEmergency(services, standings);
  return {
    read,
    standings,
    emergency,
    ownership: createOwnership(services),
    admission: createAdmission(services),
    passFreeText: createPassFreeText({ read, emergency }),
    sockets: createSocketTools(services),
  };
}
