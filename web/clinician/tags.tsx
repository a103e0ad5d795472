// Small marks that the list and the case share: level, drill, news, the clock, who is looking.
import type { Level } from '../../src/domain/verdict.ts';
import type { ListedCase, Present } from './cases.ts';
import { clockText, dueAt, dueLabel, urgencyOf } from './deadlines.ts';
import type { News } from './seen.ts';
import { joined } from './words.ts';

export function LevelTag({ level }: { level: Level }) {
  return <span className={`level level--${level}`}>{level}</span>;
}

export function DrillTag({ drill }: { drill: boolean }) {
  return drill ? <span className="drill">Drill</span> : null;
}

const NEWS = { new: 'New', raised: 'Graver', wrote: 'Player wrote' } as const;

export function NewsTag({ news }: { news: News | null }) {
  return news === null ? null : <span className="news">{NEWS[news]}</span>;
}

export function Clock({ found, now }: { found: ListedCase; now: number }) {
  const due = dueAt(found);
  return (
    <p className={`clock clock--${urgencyOf(found, now)}`}>
      <span>{dueLabel(found)}</span>
      {due !== null && <time dateTime={new Date(due).toISOString()}>{clockText(due, now)}</time>}
    </p>
  );
}

export function Looking({ people }: { people: readonly Present[] }) {
  if (people.length === 0) return null;
  const names = joined(people.map(({ displayName }) => displayName));
  return (
    <span className="looking">
      {names} {people.length === 1 ? 'is' : 'are'} looking at this now
    </span>
  );
}
