// What time brings to a case: who is paged when, and what becomes of it when nobody answers. All times are absolute, so a worker
// that was dead over a deadline does at once what fell due, and once.
import { log, proxyLocalActivities } from '@temporalio/workflow';
import type { CaseActivities, CasePlan } from '../activities/cases.ts';
import type { CaseStep } from '../domain/case-rules.ts';
import { nextStep, paged, pagedSoFar, waitsForOpening } from '../domain/case-rules.ts';
import { ACKNOWLEDGE_WITHIN_MS } from '../domain/crisis-case.ts';
import type { NoticeCode } from '../domain/notification.ts';
import type { CaseFile } from './case-file.ts';

// Reads the configuration only, so a few quick attempts tell whether it can be read at all.
const { planCase } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '2 seconds',
  retry: { maximumAttempts: 3, initialInterval: '100 milliseconds' },
});

export interface CaseLadder {
  /** Of a new case: who is there now, and by when it has to be acknowledged. */
  plan(): Promise<void>;
  readonly planned: boolean;
  /** What comes next unless somebody acts before; null when nothing does. */
  next(): CaseStep | null;
  /** Whether something else comes next by now. */
  isOther(step: CaseStep | null): boolean;
  /** The step's time has come. */
  pass(step: CaseStep): Promise<void>;
}

export function createCaseLadder(file: CaseFile, start: { planned: boolean }): CaseLadder {
  let { planned } = start;
  /** The case and level for which the ladder's first rung was looked for: it may have been empty. */
  let askedFor: string | null = null;
  const round = (): string => `${file.found.openedAt}/${file.found.level}`;
  const next = (): CaseStep | null => (planned ? nextStep(file.found, askedFor === round()) : null);

  function isOther(step: CaseStep | null): boolean {
    const now = next();
    return now?.what !== step?.what || now?.at !== step?.at;
  }

  async function planFor(already: readonly string[], at = Date.now()): Promise<CasePlan> {
    const { level } = file.found;
    try {
      return await planCase({ level, at, paged: already });
    } catch {
      log.error('the on-call ladder could not be read; the operator is told when the deadline passes');
      const coverage = { mode: 'none', open: false, opensAt: null } as const;
      return { coverage, acknowledgeBy: at + ACKNOWLEDGE_WITHIN_MS[level], pageAt: at, recipients: [] };
    }
  }

  function pageFirst({ recipients, acknowledgeBy }: CasePlan): void {
    askedFor = round();
    // A deadline that passed while no worker was there is no deadline for whoever is paged only now.
    const still = file.found.acknowledgeBy > Date.now() ? file.found.acknowledgeBy : acknowledgeBy;
    const called = waitsForOpening(file.found) ? 'case_digest' : 'case_opened';
    const code = file.found.routedTo.length > 0 ? 'case_raised' : called;
    page(recipients, code, Math.min(still, acknowledgeBy));
  }

  function page(recipients: CasePlan['recipients'], code: NoticeCode, acknowledgeBy: number): void {
    const subject = recipients[0]?.subject ?? null;
    if (subject === null) return;
    const rung = file.found.rungsPaged;
    file.change(paged(file.found, subject, acknowledgeBy));
    file.audit('paged', undefined, { rung, code, dueBy: acknowledgeBy });
    file.effects.notify(file.found, code, String(rung), { recipients });
  }

  function exhausted(): void {
    file.change({ ...file.found, status: 'unanswered' });
    file.audit('unanswered');
    file.effects.alertOperator(file.found);
    file.effects.tellSessions(file.found, 'helpUnanswered', { number: file.found.number });
  }

  return {
    async plan() {
      planned = false;
      const { level, openedAt } = file.found;
      // From the player's words on, not from when a worker or an outbox brought them here.
      const { coverage, acknowledgeBy } = await planFor([], openedAt);
      planned = true;
      const { found } = file;
      // The deadline of a case that was raised meanwhile is the shorter one already.
      file.change({ ...found, coverage, acknowledgeBy: found.level === level ? acknowledgeBy : found.acknowledgeBy });
      const { origin = null, kind = null } = found.evidence[0] ?? {};
      file.audit('opened', undefined, { level, origin, kind, coverage: coverage.mode, open: coverage.open });
    },

    get planned() {
      return planned;
    },
    next,
    isOther,

    async pass(step) {
      const already = step.what === 'page_first' ? [] : pagedSoFar(file.found);
      const holder = file.found.heldBy;
      const plan = await planFor(holder === null ? already : [...already, holder.subject]);
      // Somebody acted meanwhile, or the level rose.
      if (isOther(step)) return;
      if (step.what === 'page_first') return pageFirst(plan);
      // Nobody is woken for a moderate case: what falls due at night is due in the morning.
      if (plan.pageAt > Date.now()) {
        const due = step.what === 'contact_due' ? 'contactBy' : 'acknowledgeBy';
        return file.change({ ...file.found, [due]: plan.pageAt });
      }
      if (step.what === 'contact_due') {
        file.change({ ...file.found, status: 'open', acknowledgeBy: plan.acknowledgeBy });
        file.audit('contact_overdue');
        file.tellHolder('case_due');
      }
      if (plan.recipients.length === 0) exhausted();
      else page(plan.recipients, holder === null ? 'case_opened' : 'case_due', plan.acknowledgeBy);
    },
  };
}
