// What a card on the shelf says of a session, in plain words.
import type { PublicStatus } from '../../src/domain/events.ts';

export interface SessionListing {
  sessionId: string;
  worldId: string;
  title?: string;
  status: PublicStatus;
  place?: string | null;
  turnCount?: number;
  lastTurnAt?: number | string;
}

/** Null for what needs no word: a story that is simply there to go on with, or one in the list of those that ended. */
export function statusWord(status: PublicStatus): string | null {
  switch (status) {
    case 'paused':
      return 'Paused';
    case 'help':
      return 'Help is open';
    case 'active':
    case 'ended':
      return null;
  }
}

/** Epoch ms; 0 when it is not known. */
export function timeOf(session: SessionListing): number {
  const at = session.lastTurnAt === undefined ? 0 : new Date(session.lastTurnAt).getTime();
  return Number.isFinite(at) ? at : 0;
}

/** "Today, 14:05", "Yesterday, 14:05", "3 January, 14:05", with the year when it is another one. */
export function whenRead(at: number, now: number): string {
  const then = new Date(at);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(then);
  const days = Math.round((midnight(new Date(now)) - midnight(then)) / 86_400_000);
  if (days === 0) return `Today, ${time}`;
  if (days === 1) return `Yesterday, ${time}`;
  const sameYear = then.getFullYear() === new Date(now).getFullYear();
  const date = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
  });
  return `${date.format(then)}, ${time}`;
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
