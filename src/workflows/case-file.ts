// The one copy of a case that its workflow works on, with what follows each change of it: the record, the audit, the deliveries.
import { allHandlersFinished } from '@temporalio/workflow';
import { withDelivery } from '../domain/case-rules.ts';
import type { CaseEntry, CrisisCase } from '../domain/crisis-case.ts';
import type { Delivery, NoticeCode, Notification } from '../domain/notification.ts';
import type { ActBy } from '../domain/session-protocol.ts';
import { type CaseEffects, createCaseEffects } from './case-effects.ts';

export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export interface CaseFile {
  readonly found: CrisisCase;
  /** Version of the last change that a person's decision may depend on; deliveries raise the version without it. */
  readonly decided: number;
  readonly effects: CaseEffects;
  /** The new state, one version higher, on its way to the graph. `decision`: whoever has not seen it must look again. */
  change(to: CrisisCase, decision?: boolean): void;
  /** Another case of the same player takes the place of the closed one. */
  replace(by: CrisisCase): void;
  audit(act: string, by?: { subject: string; role?: string }, facts?: Facts, id?: string): void;
  keep(kind: CaseEntry['kind'], id: string, by: ActBy, text: string): void;
  tellHolder(code: NoticeCode): void;
  /** Asks the graph which number the case has among the player's. */
  number(): void;
  quiet(): boolean;
}

export function openCaseFile(first: CrisisCase): CaseFile {
  let found = first;
  let decided = first.version;
  const effects = createCaseEffects({ delivered });

  const file: CaseFile = {
    get found() {
      return found;
    },
    get decided() {
      return decided;
    },
    effects,

    change(to, decision = false) {
      found = { ...to, version: found.version + 1 };
      if (decision) decided = found.version;
      effects.record(found);
    },

    replace(by) {
      found = by;
      decided = by.version;
    },

    audit(act, by, facts = {}, id) {
      const who = by === undefined ? {} : { subject: by.subject, ...(by.role === undefined ? {} : { role: by.role }) };
      effects.audit(found, act, { ...who, facts, ...(id === undefined ? {} : { id }) });
    },

    keep(kind, id, { role, displayName }, text) {
      const from = { role: role === 'player' ? role : 'clinician', displayName } as const;
      effects.keep(found, { id, kind, from, text, at: Date.now() });
    },

    tellHolder(code) {
      if (found.heldBy !== null) effects.notify(found, code, 'holder', { people: [found.heldBy] });
    },

    number() {
      effects.number(found, (by, previous) => {
        // A case that followed here on the one before it knows that one already; its number moves along.
        const before = found.previous === null ? previous : found.previous + by;
        file.change({ ...found, number: found.number + by, previous: before });
      });
    },

    quiet: () => effects.quiet && allHandlersFinished(),
  };
  return file;

  function delivered(about: Notification, delivery: Delivery): void {
    const { id, state, code, channel, attempts, displayName, subject } = delivery;
    // A late delivery of the player's case before this one stays out of this one's list.
    const before = found;
    const ours = about.id.startsWith(`${found.caseId}/${found.openedAt}/`);
    const to = ours ? withDelivery(found, delivery) : found;
    if (to !== found) file.change(to);
    if (state === 'queued') return;
    const receiver = subject === null ? undefined : { subject };
    file.audit(`delivery_${state}`, receiver, { code, channel, attempts }, `${id}/${state}`);
    // Once for each person told, by however many channels.
    const known = before.deliveries.some(
      (one) => one.subject === subject && one.id.startsWith(`${about.id}/`) && hasArrived(one),
    );
    if (state === 'accepted' && subject !== null && !known)
      effects.disclose(found, { id: `${about.id}/${subject}`, who: displayName, what: 'notified' });
  }
}

function hasArrived({ state }: Delivery): boolean {
  return state !== 'queued' && state !== 'failed';
}
