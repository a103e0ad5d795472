// How Temporal is reached: the variables that Temporal's own tools and SDKs read, so that one environment serves them all.
// Checking of the server's name cannot be switched off here: name the authority that signed its certificate instead.
import { readFileSync } from 'node:fs';
import { AppError } from '../domain/errors.ts';

const FILES = ['TEMPORAL_TLS_SERVER_CA_CERT', 'TEMPORAL_TLS_CLIENT_CERT', 'TEMPORAL_TLS_CLIENT_KEY'] as const;
type FileName = (typeof FILES)[number];

export type TemporalVariables = {
  TEMPORAL_API_KEY?: string | undefined;
  /** `true` or `false`; without it TLS is used where an API key or any of the settings of TLS is given. */
  TEMPORAL_TLS?: string | undefined;
  TEMPORAL_TLS_SERVER_NAME?: string | undefined;
} & { [Name in `${FileName}_${'PATH' | 'DATA'}`]?: string | undefined };

/** As the connections of Temporal's client and worker take it. */
export interface TemporalConnection {
  address: string;
  apiKey?: string;
  tls?: {
    serverNameOverride?: string;
    serverRootCACertificate?: Buffer;
    clientCertPair?: { crt: Buffer; key: Buffer };
  };
}

/** AppError('config_invalid') naming the variable whose file cannot be read, or which lacks its other half. */
export function temporalConnection(address: string, env: TemporalVariables): TemporalConnection {
  const { TEMPORAL_API_KEY: apiKey, TEMPORAL_TLS_SERVER_NAME: name } = env;
  const [ca, crt, key] = FILES.map((file) => contentOf(file, env));
  if ((crt === undefined) !== (key === undefined)) {
    throw new AppError(
      'config_invalid',
      'Set TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH both, or neither.',
    );
  }
  const wanted = env.TEMPORAL_TLS ? isTrue(env.TEMPORAL_TLS) : Boolean(apiKey || name || ca || crt);
  return {
    address,
    ...(apiKey && { apiKey }),
    ...(wanted && {
      tls: {
        ...(name && { serverNameOverride: name }),
        ...(ca && { serverRootCACertificate: ca }),
        ...(crt && key && { clientCertPair: { crt, key } }),
      },
    }),
  };
}

function contentOf(file: FileName, env: TemporalVariables): Buffer | undefined {
  const data = env[`${file}_DATA`];
  if (data) return Buffer.from(data);
  const path = env[`${file}_PATH`];
  if (!path) return undefined;
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AppError('config_invalid', `The file of ${file}_PATH cannot be read.`, { cause });
  }
}

function isTrue(text: string): boolean {
  return ['true', '1', 't'].includes(text.toLowerCase());
}
