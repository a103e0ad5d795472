// Who is there and who is called, from the installation's configuration: opening hours or none or always, the on-call ladder,
// the operator. What it says is told to players, so it promises no more than is configured.
import { DateTime } from 'luxon';
import type { Config } from '../../config/index.ts';
import type { CaseCoverage } from '../../domain/crisis-case.ts';
import { ACKNOWLEDGE_WITHIN_MS } from '../../domain/crisis-case.ts';
import type { Recipient } from '../../domain/notification.ts';
import { levelRank } from '../../domain/verdict.ts';
import type { Coverage } from '../types.ts';
import { openingTimes } from './hours.ts';

export interface OnCall extends Coverage {
  /** The channels of one person: the console always, and what the ladder knows of them. */
  of(person: { subject: string; displayName?: string }): readonly Recipient[];
}

export interface CoverageDefaults {
  /** WEBHOOK_URL: the operator's, when the configuration names no address. */
  webhookUrl?: string | undefined;
}

/** AppError('config_invalid') naming the day whose hours are wrong. */
export function createCoverage(people: Config['people'], defaults: CoverageDefaults = {}): OnCall {
  const { coverage: mode, zone, ladder } = people;
  const times = openingTimes({ zone, week: people.hours, holidays: people.holidays });

  function at(ms: number): CaseCoverage {
    if (mode !== 'hours') return { mode, open: mode === '24/7', opensAt: null };
    const open = times.openUntil(ms) !== null;
    return { mode, open, opensAt: open ? null : times.nextOpening(ms) };
  }

  return {
    at,

    acknowledgeBy(level, ms) {
      const waits = levelRank(level) <= levelRank('moderate');
      const from = waits ? (at(ms).opensAt ?? ms) : ms;
      return from + ACKNOWLEDGE_WITHIN_MS[level];
    },

    sentence(ms) {
      const { open, opensAt } = at(ms);
      if (mode === 'none') return 'No person reads this.';
      if (mode === '24/7') return 'The team reads at any hour, day and night.';
      const until = times.openUntil(ms);
      if (open && until !== null) return `The team is reading now, until ${clock(until, ms)} (${place(zone)}).`;
      if (opensAt === null) return 'No person is reading this now.';
      return `No person is reading this now; the team reads from ${clock(opensAt, ms)} (${place(zone)}).`;
    },

    rung(n, ms) {
      const open = at(ms).open;
      const person = ladder.filter(({ when }) => when === 'always' || open)[n];
      return person === undefined ? [] : channelsOf(person, person);
    },

    operator() {
      const { email, webhook } = people.operator;
      const address = { ...(email === undefined ? {} : { email }), ...(webhook === undefined ? {} : { webhook }) };
      const given = email !== undefined || webhook !== undefined || defaults.webhookUrl === undefined;
      return addressed({ subject: null, displayName: 'operator' }, given ? address : { webhook: defaults.webhookUrl });
    },

    ladder: () => ladder.map(({ subject, displayName, when }) => ({ subject, displayName, when })),

    of({ subject, displayName }) {
      const known = ladder.find((person) => person.subject === subject);
      const name = displayName ?? known?.displayName ?? 'clinician';
      return channelsOf({ subject, displayName: name }, known ?? {});
    },
  };

  function clock(ms: number, now: number): string {
    const then = DateTime.fromMillis(ms, { zone, locale: 'en-GB' });
    const days = then.startOf('day').diff(DateTime.fromMillis(now, { zone }).startOf('day'), 'days').days;
    const hour = then.toFormat('H:mm');
    if (days === 0) return hour;
    // A weekday alone would be misread a week later.
    return `${hour} on ${then.toFormat(days < 7 ? 'cccc' : 'cccc d LLLL')}`;
  }
}

interface Addresses {
  email?: string | undefined;
  webhook?: string | undefined;
}

function channelsOf(person: { subject: string; displayName: string }, addresses: Addresses): Recipient[] {
  const { subject, displayName } = person;
  return [{ subject, displayName, channel: 'console', address: '' }, ...addressed({ subject, displayName }, addresses)];
}

function addressed(who: Pick<Recipient, 'subject' | 'displayName'>, { email, webhook }: Addresses): Recipient[] {
  return [
    ...(email === undefined ? [] : [{ ...who, channel: 'email' as const, address: email }]),
    ...(webhook === undefined ? [] : [{ ...who, channel: 'webhook' as const, address: webhook }]),
  ];
}

/** `Europe/London` as people say it. */
function place(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
