// Progress lines: who is speaking, then what.
import type { Say } from './fetch.ts';

export function sayAs(name: string): Say {
  return (text) => console.log(`${name.padEnd(12)}${text}`);
}
