// Every error this system can answer with, in one place: a stable code, whether trying again can help, and its HTTP status.
// Messages say what to do next and never contain what a player wrote.

export const ERROR_CODES = {
  malformed: { status: 400, retryable: false },
  text_empty: { status: 422, retryable: false },
  text_too_long: { status: 422, retryable: false },
  unauthenticated: { status: 401, retryable: false },
  invitation_invalid: { status: 401, retryable: false },
  forbidden: { status: 403, retryable: false },
  consent_missing: { status: 403, retryable: false },
  not_found: { status: 404, retryable: false },
  turn_in_progress: { status: 409, retryable: true },
  stale_turn: { status: 409, retryable: false },
  turn_id_reused: { status: 409, retryable: false },
  session_ended: { status: 409, retryable: false },
  session_paused: { status: 409, retryable: true },
  case_held: { status: 409, retryable: false },
  version_conflict: { status: 409, retryable: true },
  world_conflict: { status: 409, retryable: true },
  too_many_requests: { status: 429, retryable: true },
  unavailable: { status: 503, retryable: true },
  config_invalid: { status: 422, retryable: false },
  key_missing: { status: 410, retryable: false },
  part_missing: { status: 503, retryable: false },
  internal: { status: 500, retryable: true },
} as const satisfies Record<string, { status: number; retryable: boolean }>;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface FieldIssue {
  /** Dotted path of the field, such as `goals.0.text`. Empty for the whole body. */
  path: string;
  message: string;
}

/** The one error type that rooms throw. Anything else that reaches an edge is a bug and is answered as `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly issues: readonly FieldIssue[];
  /** Seconds to wait before trying again, where the thrower knows. */
  readonly retryAfterS: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    extra: { issues?: readonly FieldIssue[]; retryAfterS?: number; cause?: unknown } = {},
  ) {
    super(message, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.name = 'AppError';
    this.code = code;
    this.issues = extra.issues ?? [];
    this.retryAfterS = extra.retryAfterS;
  }

  get status(): number {
    return ERROR_CODES[this.code].status;
  }

  get retryable(): boolean {
    return ERROR_CODES[this.code].retryable;
  }
}

export function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(ERROR_CODES, value);
}
