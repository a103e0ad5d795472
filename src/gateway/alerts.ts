// How the gateway calls the operator.
import type { NoticeCode } from '../domain/notification.ts';
import type { Level } from '../domain/verdict.ts';

/** To the operator's channels. `about` is a case, a session or a part. Never rejects: what nobody took is in the log. */
export interface Alerts {
  alert(code: NoticeCode, about: string, extra?: { level?: Level | null }): Promise<void>;
}
