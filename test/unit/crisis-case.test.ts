// The rules of a case on their own: what may never happen, whatever comes in whatever order.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  acknowledgedBy,
  contacted,
  mayReopen,
  mayTake,
  nextStep,
  openedCase,
  paged,
  pagedSoFar,
  released,
  reopened,
  resolved,
  withDeliveriesOf,
  withDelivery,
  withEvidence,
} from '../../src/domain/case-rules.ts';
import type { CrisisCase } from '../../src/domain/crisis-case.ts';
import { ACKNOWLEDGE_WITHIN_MS, DELIVERIES_KEPT, EVIDENCE_KEPT } from '../../src/domain/crisis-case.ts';
import type { Delivery } from '../../src/domain/notification.ts';
import type { CaseEvidence } from '../../src/domain/session.ts';
import { levelRank } from '../../src/domain/verdict.ts';

const MINUTE = 60_000;
const NOW = 1_000 * MINUTE;
const ruiz = { subject: 'ruiz', displayName: 'Dr. Ruiz' };
const okafor = { subject: 'okafor', displayName: 'Dr. Okafor' };

let turns = 0;
function evidence(level: CaseEvidence['level'], more: Partial<CaseEvidence> = {}): CaseEvidence {
  turns += 1;
  return {
    sessionId: '00000000000000aa-00000000000000aa',
    turnId: `turn-${turns}`,
    kind: 'suicide',
    level,
    response: 'hold',
    reasons: [],
    at: NOW,
    origin: 'screening',
    ...more,
  };
}
const opened = (level: CaseEvidence['level']): CrisisCase => openedCase('00000000000000aa', evidence(level));
const delivery = (id: string, subject: string, state: Delivery['state']): Delivery => ({
  id,
  code: 'case_opened',
  displayName: subject,
  subject,
  channel: 'console',
  state,
  at: NOW,
  attempts: 1,
});

describe('the rules of a case', () => {
  it('let a level rise and never fall, and a deadline come nearer and never move away', () => {
    const levels = fc.constantFrom('moderate' as const, 'high' as const, 'critical' as const);
    fc.assert(
      fc.property(levels, fc.array(fc.tuple(levels, fc.integer({ min: 0, max: 4 * MINUTE }))), (first, more) => {
        let found = opened(first);
        let now = NOW;
        for (const [level, later] of more) {
          now += later;
          const next = withEvidence(found, evidence(level), now);
          assert.ok(levelRank(next.level) >= levelRank(found.level) && levelRank(next.level) >= levelRank(level));
          assert.ok(next.acknowledgeBy <= found.acknowledgeBy);
          assert.equal(next.rungsPaged, 0);
          found = next;
        }
      }),
    );
  });

  it('count the same evidence once, and one from another origin beside it', () => {
    const first = evidence('high');
    const found = openedCase('00000000000000aa', first);
    assert.equal(withEvidence(found, first, NOW), found);
    assert.equal(withEvidence(found, { ...first, origin: 'outbox' }, NOW).evidence.length, 2);
  });

  it('keep the first evidence and the newest, however much there is', () => {
    let found = opened('moderate');
    const [first] = found.evidence;
    for (let i = 0; i < 2 * EVIDENCE_KEPT; i += 1) found = withEvidence(found, evidence('moderate'), NOW);
    assert.equal(found.evidence.length, EVIDENCE_KEPT);
    assert.equal(found.evidence[0], first);
    assert.equal(found.evidence.at(-1)?.turnId, `turn-${turns}`);
  });

  it('are not raised by what was said to be the game', () => {
    const found = withEvidence(opened('moderate'), evidence('critical', { origin: 'game', kind: 'violence' }), NOW);
    assert.deepEqual([found.level, found.kind, found.aboutGame], ['moderate', 'suicide', 1]);
  });

  it('begin an unanswered case anew when its level rises, with the whole window', () => {
    const unanswered: CrisisCase = { ...paged(opened('moderate'), 'ruiz', NOW), status: 'unanswered' };
    const later = NOW + 600 * MINUTE;
    assert.equal(withEvidence(unanswered, evidence('moderate'), later).status, 'unanswered');
    const raised = withEvidence(unanswered, evidence('high'), later);
    assert.deepEqual([raised.status, raised.rungsPaged], ['open', 0]);
    assert.equal(raised.acknowledgeBy, later + ACKNOWLEDGE_WITHIN_MS.high);
  });

  it('ask for a new and nearer contact when danger rises after one, or comes after a release', () => {
    const held = contacted(acknowledgedBy(opened('moderate'), ruiz, NOW), NOW);
    assert.equal(nextStep(held, true), null);
    const raised = withEvidence(held, evidence('critical'), NOW + MINUTE);
    assert.deepEqual(nextStep(raised, true), { what: 'contact_due', at: NOW + 31 * MINUTE });
    const again = withEvidence(released(held, NOW), evidence('moderate'), NOW + MINUTE);
    assert.deepEqual([again.status, again.releasedAt, again.contactedAt], ['acknowledged', null, null]);
    assert.equal(withEvidence(held, evidence('moderate'), NOW).contactedAt, NOW);
  });

  it('let a second person take a case only when the first let the contact pass', () => {
    const held = acknowledgedBy(opened('critical'), ruiz, NOW);
    assert.equal(mayTake(held, 'ruiz', NOW), true);
    assert.equal(mayTake(held, 'okafor', NOW + 29 * MINUTE), false);
    assert.equal(mayTake(held, 'okafor', NOW + 30 * MINUTE), true);
    assert.equal(mayTake(contacted(held, NOW), 'okafor', NOW + 60 * MINUTE), false);
    const passed = acknowledgedBy({ ...held, status: 'open' }, okafor, NOW + 31 * MINUTE);
    assert.deepEqual([passed.heldBy, passed.acknowledgedAt], [okafor, NOW]);
    assert.equal(acknowledgedBy(held, ruiz, NOW + MINUTE), held);
  });

  it('know who of the ladder was called since it last began, also when others took the case', () => {
    let found = paged(opened('moderate'), 'ruiz', NOW);
    found = acknowledgedBy(found, { subject: 'lee', displayName: 'Dr. Lee' }, NOW);
    assert.deepEqual(pagedSoFar(found), ['ruiz']);
    found = paged(found, 'okafor', NOW);
    assert.deepEqual(pagedSoFar(found), ['ruiz', 'okafor']);
    found = withEvidence(found, evidence('critical'), NOW);
    assert.deepEqual(pagedSoFar(found), []);
    assert.deepEqual(pagedSoFar(paged(found, 'ruiz', NOW)), ['ruiz']);
    assert.deepEqual([...found.routedTo].sort(), ['lee', 'okafor', 'ruiz']);
  });

  it('reopen for seven days, not a moment longer', () => {
    const closed = resolved(acknowledgedBy(opened('high'), ruiz, NOW), 'safe', NOW);
    const week = 7 * 24 * 60 * MINUTE;
    assert.equal(mayReopen(closed, NOW + week - 1), true);
    assert.equal(mayReopen(closed, NOW + week), false);
    assert.deepEqual(nextStep(closed, true), { what: 'close', at: NOW + week });
    const again = reopened(closed, okafor, NOW + week - 1);
    assert.deepEqual([again.status, again.heldBy, again.reopenableUntil], ['acknowledged', okafor, null]);
  });

  it('never take back what a person did with a notification, and keep the newest ones', () => {
    let found = withDelivery(opened('high'), delivery('1', 'ruiz', 'queued'));
    assert.equal(withDeliveriesOf(found, 'ruiz', 'opened', NOW), found);
    found = withDelivery(found, delivery('1', 'ruiz', 'accepted'));
    found = withDeliveriesOf(found, 'ruiz', 'opened', NOW);
    assert.equal(withDelivery(found, delivery('1', 'ruiz', 'accepted')), found);
    found = acknowledgedBy(found, ruiz, NOW);
    assert.equal(found.deliveries[0]?.state, 'acknowledged');
    assert.equal(withDeliveriesOf(found, 'ruiz', 'opened', NOW), found);
    for (let i = 0; i < DELIVERIES_KEPT; i += 1) found = withDelivery(found, delivery(`n${i}`, 'ruiz', 'accepted'));
    assert.equal(found.deliveries.length, DELIVERIES_KEPT);
    assert.equal(found.deliveries[0]?.id, 'n0');
  });

  it('wait for the morning with a moderate case of the night, and with no other', () => {
    const morning = NOW + 300 * MINUTE;
    const coverage = { mode: 'hours', open: false, opensAt: morning } as const;
    const step = (level: CaseEvidence['level']) => nextStep({ ...opened(level), coverage }, false);
    assert.deepEqual(step('moderate'), { what: 'page_first', at: morning });
    assert.deepEqual(step('high'), { what: 'page_first', at: NOW });
    assert.equal(nextStep(opened('moderate'), false)?.at, NOW);
  });
});
