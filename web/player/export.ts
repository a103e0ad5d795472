// A player's own data as a file on their device.
import type { Api, Problem } from '../shared/api.ts';

/** Longer than a page's usual patience: years of stories are one answer. */
const TIMEOUT_MS = 120_000;

/** Null when the browser has taken the file. */
export async function downloadOwnData(api: Api): Promise<Problem | null> {
  const answer = await api<unknown>('/v1/players/me/export', { timeoutMs: TIMEOUT_MS });
  if (!answer.ok) return answer.problem;
  const file = new Blob([JSON.stringify(answer.value, null, 2)], { type: 'application/json' });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `my-stories-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(url);
  return null;
}
