// `tta drill`: rehearses a crisis on a running installation. The whole chain runs for a made-up player, and everything it sends
// says DRILL.
import { parseArgs } from 'node:util';
import { createTokenIssuer } from '../accounts/index.ts';
import { AppError } from '../domain/errors.ts';
import { parseKeyRing } from '../privacy/index.ts';
import { keyRings } from './ground/keys.ts';
import { stateDir } from './ground/paths.ts';

const OPTIONS = { level: { type: 'string' }, api: { type: 'string' }, token: { type: 'string' } } as const;
const LEVELS = ['moderate', 'high', 'critical'];
/** Opening a case takes well under a second; a machine under load is waited for. */
const WITHIN_MS = 30_000;

export async function drill(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { level = 'critical', api = `http://127.0.0.1:${process.env.PORT ?? '8080'}` } = values;
  if (!LEVELS.includes(level)) throw new AppError('malformed', `Say how grave: --level ${LEVELS.join('|')}`);
  if (!URL.canParse('/v1/crises/drill', api)) throw new AppError('malformed', 'Say where it runs: --api URL');
  const answer = await ask(new URL('/v1/crises/drill', api), values.token ?? (await ownToken()), { level });
  console.log(`A drill is running as case ${answer}. The console and the on-call ladder show it marked DRILL.`);
  console.log('Acknowledge and resolve it there as if it were real; reports leave it out.');
  return 0;
}

async function ask(url: URL, token: string, body: object): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(WITHIN_MS);
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch(
    (cause: unknown) => {
      throw new AppError('unavailable', `Nothing answers at ${url.origin}. Start it, or name another with --api URL.`, {
        cause,
      });
    },
  );
  const answer: unknown = await response.json().catch(() => null);
  if (response.status === 401 || response.status === 403) {
    throw new AppError('forbidden', `${url.origin} refuses the token. Give one of a supervisor or operator: --token T`);
  }
  if (!response.ok) throw new AppError('unavailable', textIn(answer, 'detail') ?? `It answered ${response.status}.`);
  const caseId = textIn(answer, 'caseId');
  if (caseId === undefined) throw new AppError('unavailable', `What answers at ${url.origin} is not this system.`);
  return caseId;
}

/** On the machine itself the installation's own key signs for an operator, as `tta token` does. */
async function ownToken(): Promise<string> {
  const rings = keyRings(process.env, stateDir(process.env), true);
  const issuer = createTokenIssuer({ tokenKeys: parseKeyRing(rings.TTA_TOKEN_KEYS) });
  return issuer.issue({ role: 'operator', subject: 'tta-drill', displayName: 'Drill' }, 60);
}

function textIn(answer: unknown, name: string): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const found = Object.entries(answer).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : undefined;
}
