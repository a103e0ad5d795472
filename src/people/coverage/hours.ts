// Opening hours as instants. A day's spans are wall-clock times of one zone; where the clock is put forward or back, a time means
// the first moment at which the clock on the wall shows it or has passed it.
import { DateTime } from 'luxon';
import { AppError } from '../../domain/errors.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface Span {
  /** `08:00`. */
  from: string;
  /** `18:00`, or `24:00`. At or before `from`: on the next day, as a night shift has it. */
  to: string;
}

export interface Hours {
  zone: string;
  week: Readonly<Record<Weekday, readonly Span[]>>;
  /** Days without opening hours, such as `2026-12-25`. A night shift belongs to the day on which it begins. */
  holidays: readonly string[];
}

export interface OpeningTimes {
  /** When the span ends that holds at this moment; null when none does. */
  openUntil(ms: number): number | null;
  /** The next opening after this moment; null when there is none within `SEARCH_DAYS`. */
  nextOpening(ms: number): number | null;
}

/** Longer than any run of holidays; a team that reads less often than monthly does not read. */
export const SEARCH_DAYS = 31;

/** AppError('config_invalid') for a span without length. */
export function openingTimes({ zone, week, holidays }: Hours): OpeningTimes {
  const closed = new Set(holidays);
  for (const day of WEEKDAYS) {
    if (week[day].some(({ from, to }) => from === to)) {
      throw new AppError('config_invalid', `Correct people.hours.${day}: a span has to end after it begins.`);
    }
  }

  /** Spans that begin on the day `offset` days after the one of this moment, in order. */
  function spansOn(ms: number, offset: number): { from: number; to: number }[] {
    const day = DateTime.fromMillis(ms, { zone }).startOf('day').plus({ days: offset });
    const weekday = WEEKDAYS[day.weekday - 1];
    if (weekday === undefined || closed.has(day.toISODate() ?? '')) return [];
    return (
      week[weekday]
        .map(({ from, to }) => ({
          from: momentOf(day, from),
          to: momentOf(to <= from ? day.plus({ days: 1 }) : day, to),
        }))
        // Empty when the clock is put forward over the whole of it.
        .filter((span) => span.from < span.to)
        .sort((a, b) => a.from - b.from)
    );
  }

  return {
    openUntil(ms) {
      // From the day before: a night shift may still go on.
      const ends = [-1, 0].flatMap((offset) => spansOn(ms, offset)).filter(({ from, to }) => from <= ms && ms < to);
      return ends.length === 0 ? null : Math.max(...ends.map(({ to }) => to));
    },
    nextOpening(ms) {
      for (let offset = 0; offset <= SEARCH_DAYS; offset += 1) {
        const next = spansOn(ms, offset).find(({ from }) => from > ms);
        if (next !== undefined) return next.from;
      }
      return null;
    },
  };
}

function momentOf(day: DateTime, clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  if (hour === 24) return momentOf(day.plus({ days: 1 }), '00:00');
  const shown = day.set({ hour, minute });
  if (shown.hour === hour && shown.minute === minute) {
    // Shown twice when the clock is put back: the first time counts.
    return Math.min(...shown.getPossibleOffsets().map((one) => one.toMillis()));
  }
  // Not shown at all: the clock was put forward over it. The moment it jumped is the first that is past it.
  let moment = shown;
  for (;;) {
    const before = moment.minus({ minutes: 1 });
    if (!before.hasSame(day, 'day') || before.hour * 60 + before.minute < hour * 60 + minute) return moment.toMillis();
    moment = before;
  }
}
