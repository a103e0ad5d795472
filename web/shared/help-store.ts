// The country's help resources, at hand without a network: last answer of the gateway, else the list inside the page.
import type { Api } from './api.ts';
import { DEFAULT_HELP, type HelpList } from './default-help.ts';

const KEY = 'tta.help';

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function isHelpList(value: unknown): value is HelpList {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    typeof value.line === 'string' &&
    'resources' in value &&
    Array.isArray(value.resources) &&
    value.resources.length > 0
  );
}

export function keptHelp(store: Store): HelpList {
  try {
    const parsed: unknown = JSON.parse(store.getItem(KEY) ?? 'null');
    return isHelpList(parsed) ? parsed : DEFAULT_HELP;
  } catch {
    return DEFAULT_HELP;
  }
}

/**
 * Asks the gateway and keeps the answer. Without a country it asks for the one that was kept last, else the installation's.
 * Null when it could not be had: what is kept stays good.
 */
export async function refreshHelp(api: Api, store: Store, country = keptHelp(store).country): Promise<HelpList | null> {
  const path = `/v1/help/resources${country === null ? '' : `?country=${encodeURIComponent(country)}`}`;
  const answer = await api<unknown>(path, { timeoutMs: 8_000 });
  if (!answer.ok || !isHelpList(answer.value)) return null;
  try {
    store.setItem(KEY, JSON.stringify(answer.value));
  } catch {
    // Private windows may refuse storage; the list is still shown from memory.
  }
  return answer.value;
}
