// The report's numbers as words: spans, shares and empty values, so that a table never shows a bare `null`.

/** `3 min 20 s`, `1 h 5 min`; a dash where nothing was measured. */
export function spanText(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms)) return '–';
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `12 %` of a share from 0 to 1; a dash where there was nothing to share. */
export function shareText(share: number | null): string {
  return share === null ? '–' : `${Math.round(100 * share)} %`;
}

/** Length of a bar, 0 to 100. */
export function barLength(value: number, most: number): number {
  return most <= 0 ? 0 : Math.max(0, Math.min(100, Math.round((100 * value) / most)));
}
