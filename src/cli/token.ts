// `tta token --role ROLE --subject ID`: a bearer token for this local installation. Needs the token keys and nothing else.
import { parseArgs } from 'node:util';
import { createTokenIssuer } from '../accounts/index.ts';
import { ROLES, type Role } from '../domain/actors.ts';
import { AppError } from '../domain/errors.ts';
import { parseKeyRing } from '../privacy/index.ts';
import { keyRings } from './ground/keys.ts';
import { stateDir } from './ground/paths.ts';

const OPTIONS = { role: { type: 'string' }, subject: { type: 'string' } } as const;

export async function token(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const role = roleOf(values.role);
  if (values.subject === undefined) throw new AppError('malformed', 'Say for whom: --subject ID');
  const rings = keyRings(process.env, stateDir(process.env), true);
  const issuer = createTokenIssuer({ tokenKeys: parseKeyRing(rings.TTA_TOKEN_KEYS) });
  // Marked as a demonstration: honoured only where TTA_ENV is local, with its intake given and its care team set.
  console.log(await issuer.issue({ role, subject: values.subject, demo: true }));
  return 0;
}

function roleOf(text: string | undefined): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new AppError('malformed', `Say as what: --role ${ROLES.join('|')}`);
  return role;
}
