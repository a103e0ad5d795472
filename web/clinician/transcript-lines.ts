// A transcript's events as lines to read: who said what, with the evidence marked on the words it came from.
import type { TranscriptEvent } from '../../src/domain/events.ts';
import type { CaseEvidence } from '../../src/domain/session.ts';
import type { Level } from '../../src/domain/verdict.ts';
import { levelRank } from '../../src/domain/verdict.ts';

export interface TranscriptLine {
  key: string;
  who: 'player' | 'story' | 'help' | 'person' | 'mark';
  name: string;
  /** ISO 8601 */
  at: string;
  text: string;
  /** Of the evidence that these words are. */
  level: Level | null;
}

const ANSWERS = { story: 'The story', support: 'Beside the story', help: 'Help dialogue', notice: 'Notice' } as const;

export function linesOf(events: readonly TranscriptEvent[], evidence: readonly CaseEvidence[]): TranscriptLine[] {
  const levels = new Map<string, Level>();
  for (const { turnId, level } of evidence) {
    const before = levels.get(turnId);
    if (before === undefined || levelRank(level) > levelRank(before)) levels.set(turnId, level);
  }
  return events.flatMap((event, i): TranscriptLine[] => {
    const { at } = event;
    const line = (who: TranscriptLine['who'], name: string, text: string, level: Level | null = null) => ({
      ...{ key: `${event.seq ?? `x${i}`} ${who}`, who, name, at, text, level },
    });
    switch (event.type) {
      case 'turn.reply': {
        const { said, kind, text, turnId } = event.data;
        const answer = line(kind === 'story' ? 'story' : 'help', ANSWERS[kind], text);
        return said === undefined ? [answer] : [line('player', 'Player', said, levels.get(turnId) ?? null), answer];
      }
      case 'human.message':
        if (event.data.role === 'player') return [line('player', 'Player, to the care team', event.data.text)];
        return [line('person', `${event.data.displayName}, to the player`, event.data.text)];
      case 'help.acknowledged':
        return [line('mark', 'Care team', `${event.data.displayName} acknowledged.`)];
      case 'help.released':
        return [line('mark', 'Care team', 'The story was released.')];
      case 'help.unanswered':
        return [line('mark', 'Told to the player', event.data.text)];
      default:
        return [];
    }
  });
}
