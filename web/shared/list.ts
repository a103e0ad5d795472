// Lists come bare or under their name; both read the same.

export function listOf<T>(value: unknown, name: string): T[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null || !(name in value)) return [];
  // The gateway's own list: same release as this page.
  return (value as Record<string, T[]>)[name] ?? [];
}
