// The environment as the processes of an installation read it: parsed once at the edge, trusted inside.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/errors.ts';

const port = z.coerce.number().int().min(0).max(65535);

const schema = z.object({
  TTA_ENV: z.enum(['local', 'production']).default('local'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'host and port, such as 127.0.0.1:7233')
    .default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS: z
    .string()
    .regex(/^(true|false|1|0|t|f)$/i, 'true or false')
    .optional(),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: z.string().optional(),
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: z.string().optional(),
  TEMPORAL_TLS_CLIENT_CERT_PATH: z.string().optional(),
  TEMPORAL_TLS_CLIENT_CERT_DATA: z.string().optional(),
  TEMPORAL_TLS_CLIENT_KEY_PATH: z.string().optional(),
  TEMPORAL_TLS_CLIENT_KEY_DATA: z.string().optional(),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'an address such as redis://127.0.0.1:6379' })
    .default('redis://127.0.0.1:6379'),
  NEO4J_URL: z
    .url({ protocol: /^(bolt|neo4j)(\+s|\+ssc)?$/, error: 'an address such as bolt://127.0.0.1:7687' })
    .default('bolt://127.0.0.1:7687'),
  NEO4J_USER: z.string().optional(),
  NEO4J_PASSWORD: z.string().optional(),
  TTA_STATE_DIR: z.string().min(1).default(join('.local', 'state')),
  TTA_CONFIG: z.string().optional(),
  /** Roles of a worker process, comma-separated; all by default. */
  TTA_WORKER_ROLES: z.string().optional(),
  TTA_TOKEN_KEYS: z.string({ error: 'missing: set it to kid:base64url-32-bytes' }).min(1),
  TTA_DATA_KEYS: z.string({ error: 'missing: set it to kid:base64url-32-bytes' }).min(1),
  TTA_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'an ISO 3166 country code such as US')
    .optional(),
  /** smtp:// or smtps:// with user and password; without it nobody is mailed. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'an address such as smtps://user:password@host' }).optional(),
  WEBHOOK_URL: z.url({ protocol: /^https?$/, error: 'an http(s) address' }).optional(),
  /** Signs what webhooks are sent, by HMAC-SHA-256. */
  WEBHOOK_SECRET: z.string().min(16, 'at least 16 characters').optional(),
  /** The language model: an address that speaks the OpenAI protocol, `auto`, or `embedded:` and a model file. None by default. */
  MODEL_URL: z
    .string()
    .regex(/^(https?:\/\/\S+|auto|embedded:.+)$/, 'an http(s) address, auto, or embedded:PATH')
    .optional(),
  MODEL_NAME: z.string().min(1).optional(),
  MODEL_API_KEY: z.string().min(1).optional(),
  /** Folder of the screening rules, in the place of this installation's config/safety. */
  TTA_SAFETY_DIR: z.string().min(1).optional(),
  /** Folder of the worlds, in the place of those that come with the product. */
  TTA_STORY_DIR: z.string().min(1).optional(),
  /** Where people reach the pages, for links in mails; by default this machine. */
  TTA_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'an http(s) address' }).optional(),
  TTA_HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8080),
});

export type Environment = z.infer<typeof schema> & { cores: number };

/** AppError('config_invalid') naming each variable that is missing or wrong; never a value. An empty one is not set. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (parsed.success) return { ...parsed.data, cores: cpus().length };
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const named = issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ');
  throw new AppError('config_invalid', `The environment is incomplete or wrong. ${named}`, { issues });
}
