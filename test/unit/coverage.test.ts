// Who is there, by the clock on the wall of the team's own zone: over nights, holidays and both changes of the clock.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Config } from '../../src/config/index.ts';
import { configSchema } from '../../src/domain/schemas/config.ts';
import { createCoverage } from '../../src/people/coverage/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WORKDAY = [{ from: '08:00', to: '18:00' }];
const WEEK = { mon: WORKDAY, tue: WORKDAY, wed: WORKDAY, thu: WORKDAY, fri: WORKDAY };

const people = (given: object): Config['people'] => configSchema.parse({ people: given }).people;
const london = (iso: string, zone = 'Europe/London'): number => DateTime.fromISO(iso, { zone }).toMillis();
const hours = (given: object = {}) =>
  createCoverage(people({ coverage: 'hours', zone: 'Europe/London', hours: WEEK, ...given }));

describe('coverage', () => {
  it('is never without people, always with people around the clock, and by the hour otherwise', () => {
    const at = london('2026-11-23T03:00');
    assert.deepEqual(createCoverage(people({})).at(at), { mode: 'none', open: false, opensAt: null });
    assert.deepEqual(createCoverage(people({ coverage: '24/7' })).at(at), { mode: '24/7', open: true, opensAt: null });
    assert.deepEqual(hours().at(at), { mode: 'hours', open: false, opensAt: london('2026-11-23T08:00') });
    assert.deepEqual(hours().at(london('2026-11-23T08:00')), { mode: 'hours', open: true, opensAt: null });
    assert.equal(hours().at(london('2026-11-23T18:00')).open, false);
  });

  it('opens next after the weekend, and after a holiday on its Monday', () => {
    const friday = london('2026-11-20T19:00');
    assert.equal(hours().at(friday).opensAt, london('2026-11-23T08:00'));
    assert.equal(hours({ holidays: ['2026-11-23'] }).at(friday).opensAt, london('2026-11-24T08:00'));
  });

  it('never opens when no hours are given, and finds the end of a long run of holidays', () => {
    const at = london('2026-12-18T19:00');
    assert.equal(hours({ hours: {} }).at(at).opensAt, null);
    const days = Array.from(
      { length: 20 },
      (_, i) => DateTime.fromISO('2026-12-19').plus({ days: i }).toISODate() ?? '',
    );
    assert.equal(hours({ holidays: days }).at(at).opensAt, london('2027-01-08T08:00'));
  });

  it('keeps several spans a day, up to midnight, and night shifts over it', () => {
    const week = { mon: [{ from: '13:00', to: '24:00' }, ...WORKDAY.map(({ from }) => ({ from, to: '12:00' }))] };
    const split = hours({ hours: week });
    assert.equal(split.at(london('2026-11-23T12:30')).opensAt, london('2026-11-23T13:00'));
    assert.equal(split.at(london('2026-11-23T23:59')).open, true);
    assert.equal(split.at(london('2026-11-24T00:00')).open, false);
    const night = hours({ hours: { mon: [{ from: '22:00', to: '06:00' }] } });
    assert.equal(night.at(london('2026-11-24T05:59')).open, true);
    assert.equal(night.at(london('2026-11-24T06:00')).open, false);
    assert.throws(() => hours({ hours: { mon: [{ from: '08:00', to: '08:00' }] } }), /people\.hours\.mon/);
  });

  it('opens at the wall clock’s hour on the days the clock is changed', () => {
    const everyDay = { sat: WORKDAY, sun: WORKDAY, ...WEEK };
    for (const [zone, night, utc] of [
      ['Europe/London', '2026-03-28T20:00', '2026-03-29T07:00Z'],
      ['Europe/London', '2026-10-24T20:00', '2026-10-25T08:00Z'],
      ['America/New_York', '2026-03-07T20:00', '2026-03-08T12:00Z'],
      ['America/New_York', '2026-10-31T20:00', '2026-11-01T13:00Z'],
      ['Australia/Lord_Howe', '2026-10-03T20:00', '2026-10-03T21:00Z'],
      ['Australia/Lord_Howe', '2026-04-04T20:00', '2026-04-04T21:30Z'],
    ] as const) {
      const opens = hours({ zone, hours: everyDay }).at(london(night, zone)).opensAt;
      assert.equal(new Date(opens ?? 0).toISOString(), new Date(utc).toISOString(), `${zone} ${night}`);
    }
  });

  it('begins a span that the clock jumps over when it has jumped, and one that comes twice the first time', () => {
    const sunday = (from: string, to: string) => hours({ hours: { sun: [{ from, to }] } });
    const before = Date.parse('2026-03-29T00:00Z');
    assert.equal(sunday('01:30', '03:00').at(before).opensAt, Date.parse('2026-03-29T01:00Z'));
    assert.equal(sunday('01:10', '01:50').at(before).opensAt, Date.parse('2026-04-05T00:10Z'));
    const back = Date.parse('2026-10-24T23:00Z');
    assert.equal(sunday('01:30', '03:00').at(back).opensAt, Date.parse('2026-10-25T00:30Z'));
    assert.equal(sunday('00:00', '01:30').at(Date.parse('2026-10-25T00:30Z')).open, false);
  });

  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  const span = fc.tuple(clock, clock).filter(([from, to]) => from !== to);
  const week = fc.record(
    Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [
        day,
        fc.array(
          span.map(([from, to]) => ({ from, to })),
          { maxLength: 3 },
        ),
      ]),
    ),
  );
  const moment = fc.integer({ min: Date.parse('2025-01-01Z'), max: Date.parse('2028-01-01Z') });
  const zone = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');

  it('is open exactly from the opening it named, and was not open before it', () => {
    fc.assert(
      fc.property(week, zone, moment, fc.double({ min: 0, max: 1, noNaN: true }), (given, where, at, share) => {
        const team = hours({ hours: given, zone: where });
        const { open, opensAt } = team.at(at);
        if (open) return assert.equal(opensAt, null);
        if (opensAt === null) return;
        assert.ok(opensAt > at && team.at(opensAt).open);
        assert.equal(team.at(opensAt - 1).open, false);
        assert.equal(team.at(at + Math.floor((opensAt - 1 - at) * share)).open, false);
      }),
      { numRuns: 150 },
    );
  });

  it('agrees with the clock on the wall wherever that is not changed', () => {
    fc.assert(
      fc.property(week, zone, moment, (given, where, at) => {
        const local = DateTime.fromMillis(at, { zone: where });
        const steady = [-2, 2].every((days) => local.plus({ days }).offset === local.offset);
        fc.pre(steady);
        const minute = local.toFormat('HH:mm');
        const on = (days: number) => given[local.plus({ days }).toFormat('ccc').toLowerCase()] ?? [];
        const shows =
          on(0).some(({ from, to }) => from <= minute && (minute < to || to < from)) ||
          on(-1).some(({ from, to }) => to < from && minute < to);
        assert.equal(hours({ hours: given, zone: where }).at(at).open, shows);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the time to acknowledge', () => {
  const night = london('2026-11-20T19:00');

  it('runs at once for a grave case, whoever is there', () => {
    for (const team of [hours(), createCoverage(people({})), createCoverage(people({ coverage: '24/7' }))]) {
      assert.equal(team.acknowledgeBy('critical', night), night + 5 * MINUTE);
      assert.equal(team.acknowledgeBy('high', night), night + 15 * MINUTE);
    }
  });

  it('waits for the next opening in a moderate case, where there is one', () => {
    assert.equal(hours().acknowledgeBy('moderate', night), london('2026-11-23T09:00'));
    assert.equal(hours().acknowledgeBy('moderate', night - HOUR - 1), night - 1);
    assert.equal(hours({ hours: {} }).acknowledgeBy('moderate', night), night + HOUR);
    assert.equal(createCoverage(people({})).acknowledgeBy('moderate', night), night + HOUR);
  });
});

describe('the on-call ladder', () => {
  const ladder = [
    { subject: 'day', displayName: 'Dr. Day', when: 'hours', email: 'day@clinic.example' },
    { subject: 'duty', displayName: 'Dr. Duty', webhook: 'https://pager.example/duty' },
  ];
  const noon = london('2026-11-23T12:00');
  const night = london('2026-11-23T23:00');

  it('leaves out at night who is there in opening hours only', () => {
    assert.deepEqual(
      hours({ ladder })
        .rung(0, noon)
        .map(({ subject, channel, address }) => [subject, channel, address]),
      [
        ['day', 'console', ''],
        ['day', 'email', 'day@clinic.example'],
      ],
    );
    assert.equal(hours({ ladder }).rung(0, night)[0]?.subject, 'duty');
    assert.deepEqual(hours({ ladder }).rung(1, night), []);
    assert.deepEqual(hours({ ladder }).rung(2, noon), []);
    assert.deepEqual(hours().rung(0, noon), []);
  });

  it('knows the channels of whoever is on it, and the console of anybody else', () => {
    const team = hours({ ladder });
    assert.deepEqual(
      team.of({ subject: 'duty' }).map(({ displayName, channel }) => [displayName, channel]),
      [
        ['Dr. Duty', 'console'],
        ['Dr. Duty', 'webhook'],
      ],
    );
    assert.deepEqual(
      team.of({ subject: 'other', displayName: 'Dr. Other' }).map(({ channel }) => channel),
      ['console'],
    );
    assert.deepEqual(team.ladder(), [
      { subject: 'day', displayName: 'Dr. Day', when: 'hours' },
      { subject: 'duty', displayName: 'Dr. Duty', when: 'always' },
    ]);
  });

  it('reaches the operator by the addresses given, else by the environment’s webhook', () => {
    const channels = (given: object, webhookUrl?: string) =>
      createCoverage(people({ operator: given }), { webhookUrl })
        .operator()
        .map(({ channel, address }) => `${channel} ${address}`);
    assert.deepEqual(channels({}), []);
    assert.deepEqual(channels({}, 'https://ops.example/hook'), ['webhook https://ops.example/hook']);
    assert.deepEqual(channels({ email: 'ops@clinic.example' }, 'https://ops.example/hook'), [
      'email ops@clinic.example',
    ]);
  });
});

describe('what players are told of who reads', () => {
  it('names the next opening, its day and its place', () => {
    const says = (iso: string, given: object = {}) => hours(given).sentence(london(iso));
    assert.equal(says('2026-11-23T06:00'), 'No person is reading this now; the team reads from 8:00 (London).');
    assert.equal(
      says('2026-11-20T19:00'),
      'No person is reading this now; the team reads from 8:00 on Monday (London).',
    );
    assert.equal(
      says('2026-11-20T19:00', { holidays: ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'] }),
      'No person is reading this now; the team reads from 8:00 on Monday 30 November (London).',
    );
    assert.equal(says('2026-11-23T12:00'), 'The team is reading now, until 18:00 (London).');
    assert.equal(says('2026-11-23T19:00', { hours: {} }), 'No person is reading this now.');
    assert.equal(createCoverage(people({})).sentence(0), 'No person reads this.');
    assert.equal(
      createCoverage(people({ coverage: '24/7' })).sentence(0),
      'The team reads at any hour, day and night.',
    );
  });
});
