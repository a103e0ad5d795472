// What the page says in its own voice, in one place so that it can be read through as a whole: plain, short, honest.
import type { VisibleChange } from '../../src/domain/turn.ts';
import type { Problem } from '../shared/api.ts';
import type { LineState } from '../shared/live-socket.ts';
import type { Stage } from './entries.ts';

export function stageLine(stage: Stage): string {
  switch (stage) {
    case 'sent':
    case 'reading':
      return 'Your words are being read';
    case 'thinking':
      return 'The world is moving';
    case 'telling':
      return 'The story is being told';
    case 'waiting':
      return 'Your words are kept and will be sent again';
  }
}

export function lineNotice(line: LineState, degraded: boolean): string | null {
  switch (line) {
    case 'lost':
      return 'The connection is lost. Nothing is lost with it; trying again.';
    case 'refused':
      return 'This page was signed out. Reload it to sign in again.';
    case 'connecting':
    case 'live':
      return degraded
        ? 'Part of the story is resting just now. What you write is still read, and help still works.'
        : null;
  }
}

/** Whether the same words may be offered again with one tap. */
export function canTryAgain(problem: Problem): boolean {
  return [
    'network',
    'unavailable',
    'internal',
    'too_many_requests',
    'stale_turn',
    'turn_in_progress',
    'world_conflict',
    'version_conflict',
  ].includes(problem.code);
}

export function problemLine(problem: Problem): string {
  switch (problem.code) {
    case 'stale_turn':
      return 'The story went on somewhere else, perhaps in another window. Read what is new, then send your words again.';
    case 'session_ended':
      return 'This story has ended.';
    case 'session_paused':
      return 'The story is paused. Carry on first, then send your words again.';
    case 'unauthenticated':
      return 'This page was signed out. Reload it to sign in again.';
    case 'text_too_long':
      return 'That was more than 2,000 characters. Send a shorter part of it.';
    default:
      return problem.detail;
  }
}

/** Null for what the page shows in another way (the place) or the telling already says. */
export function changeLine(change: VisibleChange): string | null {
  switch (change.kind) {
    case 'taken':
      return `You now carry ${change.what}`;
    case 'dropped':
      return `You leave ${change.what}`;
    case 'given':
      return `You have given away ${change.what}`;
    case 'unlocked':
      return `Unlocked: ${change.what}`;
    case 'undone':
      return `Undone: ${change.what}`;
    case 'moved':
    case 'opened':
    case 'closed':
    case 'changed':
    case 'learned':
      return null;
  }
}
