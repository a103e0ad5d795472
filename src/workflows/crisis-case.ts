// A crisis case: opened by evidence, raised by more of it, answered by a person within absolute deadlines, closed only by a
// disposition, and open to be taken up again for a week. Its own state is the truth; the graph shows what it decides.
// Each decision is made in one piece, with nothing awaited in between, so that of two people one is always refused.
import { condition, continueAsNew, defineSignal, defineUpdate, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Person } from '../domain/case-rules.ts';
import {
  acknowledgedBy,
  contacted,
  handedOver,
  mayReopen,
  mayTake,
  openedCase,
  released,
  reopened,
  resolved,
  withDeliveriesOf,
  withEvidence,
} from '../domain/case-rules.ts';
import type { CrisisCase } from '../domain/crisis-case.ts';
import { DISPOSITIONS, PLAYER_WROTE_EVERY_MS } from '../domain/crisis-case.ts';
import type { CaseEvidence } from '../domain/session.ts';
import type { ActBy, CaseArgs, CaseUpdates } from '../domain/session-protocol.ts';
import type { Facts } from './case-file.ts';
import { openCaseFile } from './case-file.ts';
import { createCaseLadder } from './case-ladder.ts';
import { answered, refuse } from './failures.ts';

const update = <N extends keyof CaseUpdates>(name: N) => defineUpdate<CaseUpdates[N][1], [CaseUpdates[N][0]], N>(name);

type Act = Exclude<keyof CaseUpdates, 'addEvidence' | 'opened'>;

export async function crisisCase(args: CaseArgs): Promise<CrisisCase> {
  const carried = 'carried' in args;
  const file = openCaseFile(carried ? args.carried : openedCase(args.caseId, args.first));
  const ladder = createCaseLadder(file, { planned: carried });
  const { effects } = file;
  const ready = () => condition(() => ladder.planned);
  let playerWroteAt: number | null = null;

  setHandler(defineSignal<[CaseEvidence]>('addEvidence'), (evidence) => add(evidence));
  setHandler(update('addEvidence'), (evidence) =>
    answered(async () => {
      await ready();
      add(evidence);
      await ready();
      return recorded();
    }),
  );
  setHandler(update('acknowledge'), (by) =>
    act('acknowledge', by, (now) => {
      if (!mayTake(file.found, by.subject, now)) throw held('has already acknowledged this case.');
      return acknowledgedBy(file.found, by, now);
    }),
  );
  setHandler(update('release'), (by) => act('release', by, (now) => released(takenBy(by, now), now)));
  setHandler(update('resolve'), ({ disposition, note, ...by }) =>
    act(
      'resolve',
      by,
      (now) => {
        // Also from the Temporal UI or CLI, where nothing else would ask for it.
        if (!DISPOSITIONS.includes(disposition)) throw refuse('malformed', 'Say how the case ends: a disposition.');
        return resolved(takenBy(by, now), disposition, now);
      },
      {
        facts: { disposition },
        ...(note === undefined ? {} : { entry: { kind: 'note', id: entryId('resolve'), text: note } }),
      },
    ),
  );
  setHandler(update('reopen'), (by) =>
    act('reopen', by, (now) => {
      const { found } = file;
      if (found.status !== 'resolved') throw refuse('version_conflict', 'This case is open. Look again, then decide.');
      if (!mayReopen(found, now)) throw closed();
      return reopened(found, by, now);
    }),
  );
  setHandler(update('handover'), ({ to, ...by }) => act('handover', by, (now) => handedOver(takenBy(by, now), to)));
  setHandler(update('note'), ({ id, text, contacted: reached, ...by }) =>
    act(
      'note',
      by,
      (now) => {
        const { found } = file;
        if (!reached) return { ...found };
        // Somebody was with the player by other means. If nobody answers for the case yet, they do.
        return contacted(found.heldBy === null ? acknowledgedBy(found, by, now) : found, now);
      },
      { facts: { contacted: reached }, entry: { kind: 'note', id, text } },
    ),
  );
  setHandler(update('message'), ({ id, text, sessionId, ...by }) => {
    const entry = { kind: 'message', id, text } as const;
    if (by.role === 'player') {
      return answered(async () => {
        const recordedAs = await act('message', by, () => ({ ...file.found }), { entry });
        // Beside the answers to it, in the player's own story: also on their other devices.
        const own = { id, displayName: by.displayName, role: by.role, text };
        if (sessionId !== undefined) void effects.tellOne([sessionId], 'humanMessage', own);
        return recordedAs;
      });
    }
    return answered(async () => {
      await ready();
      mayAct('message', by);
      takenBy(by, Date.now());
      const message = { id, displayName: by.displayName, role: by.role, text };
      // A message that no session takes has reached nobody, so it is no contact.
      if (!file.found.drill && !(await effects.tellOne(sessionsToTry(sessionId), 'humanMessage', message)))
        throw refuse('session_ended', 'The player has no session to read it in. Reach them otherwise, and note it.');
      // Sent is sent: it stands, whatever others decided meanwhile.
      accept('message', by, (now) => (mayWrite(by) ? contacted(takenBy(by, now), now) : { ...file.found }), { entry });
      return recorded();
    });
  });
  setHandler(update('opened'), (by) =>
    answered(async () => {
      const seen = withDeliveriesOf(file.found, by.subject, 'opened', Date.now());
      if (seen === file.found) return seen;
      file.change(seen);
      file.audit('seen', by);
      return recorded();
    }),
  );

  if (!carried) {
    file.number();
    await ladder.plan();
  }
  for (;;) {
    const step = ladder.next();
    if (step === null || step.at > Date.now()) {
      const roll = () => workflowInfo().continueAsNewSuggested && ladder.planned && file.quiet();
      if (roll()) await continueAsNew<typeof crisisCase>({ carried: file.found });
      const wanted = () => ladder.isOther(step) || roll();
      if (step === null) await condition(wanted);
      else await condition(wanted, step.at - Date.now());
    } else if (step.what !== 'close') {
      await ladder.pass(step);
    } else {
      // Evidence that comes while a case is closing opens the next one here: no other workflow could begin it yet.
      await condition(() => file.quiet() || ladder.isOther(step));
      if (!ladder.isOther(step)) return file.found;
    }
  }

  function add(evidence: CaseEvidence): void {
    const { level, origin, kind, turnId } = evidence;
    const before = file.found;
    if (before.status === 'resolved') {
      // Of a turn that the closed case knows, by another way: it was dealt with.
      if (origin === 'game' || before.evidence.some((one) => one.turnId === turnId)) return;
      playerWroteAt = null;
      file.replace(openedCase(before.caseId, evidence, before));
      void ladder.plan();
      return;
    }
    const to = withEvidence(before, evidence, Date.now());
    if (to === before) return;
    const raised = to.level !== before.level;
    file.change(to, raised);
    file.audit(raised ? 'raised' : 'evidence', undefined, { level, origin, kind, turnId });
    const heldAgain = before.status === 'released' && to.status !== 'released';
    if (raised || heldAgain) file.tellHolder('case_raised');
  }

  function act(name: Act, by: ActBy, decide: (now: number) => CrisisCase, extras: Extras = {}): Promise<CrisisCase> {
    return answered(async () => {
      await ready();
      mayAct(name, by);
      accept(name, by, decide, extras);
      return recorded();
    });
  }

  /** Whether this act may be done at all, by somebody who has seen the case as it is. */
  function mayAct(name: Act, { expectedVersion: expected }: ActBy): void {
    const { found, decided } = file;
    if (found.status === 'resolved' && name !== 'reopen' && name !== 'note') throw closed();
    if (expected !== undefined && (expected < decided || expected > found.version))
      throw refuse('version_conflict', 'Somebody else changed this case. Look again, then decide.');
  }

  function accept(name: Act, by: ActBy, decide: (now: number) => CrisisCase, { facts, entry }: Extras): void {
    const before = file.found;
    const to = decide(Date.now());
    if (to === before) return;
    if (entry !== undefined) file.keep(entry.kind, entry.id, by, entry.text);
    file.change(to, true);
    file.audit(name, by, facts);
    followUp(name, by, before);
  }

  /** Who hears of an act: the player's sessions, the next holder, and later the player, of who was told what. */
  function followUp(name: Act, by: ActBy, before: CrisisCase): void {
    const { found } = file;
    const { heldBy } = found;
    const { displayName } = by;
    switch (name) {
      case 'acknowledge':
      case 'note':
      case 'message':
        if (heldBy !== null && heldBy.subject !== before.heldBy?.subject)
          effects.tellSessions(found, 'helpAcknowledged', { displayName });
        if (name !== 'message') return;
        if (by.role === 'player') playerWrote();
        else effects.disclose(found, { id: entryId('wrote'), who: displayName, what: 'wrote' });
        return;
      case 'release':
        effects.tellSessions(found, 'helpReleased', { displayName });
        return;
      case 'resolve':
        if (before.releasedAt === null) effects.tellSessions(found, 'helpReleased', { displayName });
        return;
      case 'handover':
        if (heldBy === null) return;
        file.tellHolder('case_handed_over');
        file.audit('taken_over', { subject: heldBy.subject, role: 'clinician' });
        effects.disclose(found, { id: entryId('handed_over'), who: heldBy.displayName, what: 'handed_over' });
        return;
      case 'reopen':
    }
  }

  function playerWrote(): void {
    const now = Date.now();
    if (playerWroteAt !== null && now - playerWroteAt < PLAYER_WROTE_EVERY_MS) return;
    playerWroteAt = now;
    const { found } = file;
    const people = found.heldBy === null ? found.routedTo.map((subject) => ({ subject })) : [found.heldBy];
    effects.notify(found, 'player_wrote', 'answering', { people });
  }

  /** The case in the hands of whoever acts: theirs already, or nobody's until now. */
  function takenBy(by: Person, now: number): CrisisCase {
    const { heldBy } = file.found;
    if (heldBy !== null && heldBy.subject !== by.subject) throw held('holds this case. Ask them to hand it over.');
    return acknowledgedBy(file.found, by, now);
  }

  function mayWrite({ subject }: Person): boolean {
    const { status, heldBy } = file.found;
    return status !== 'resolved' && (heldBy === null || heldBy.subject === subject);
  }

  /** The one that was named, then the latest. */
  function sessionsToTry(named: string | undefined): string[] {
    const latest = file.found.evidence.toReversed().map(({ sessionId }) => sessionId);
    return [...new Set(named === undefined ? latest : [named, ...latest])];
  }

  function held(what: string) {
    return refuse('case_held', `${file.found.heldBy?.displayName ?? 'Somebody'} ${what}`);
  }

  function closed() {
    return refuse('not_found', 'This case is closed. Open it from the list of earlier cases.');
  }

  function entryId(what: string): string {
    const { caseId, openedAt, version } = file.found;
    return `${caseId}/${openedAt}/${version}/${what}`;
  }

  async function recorded(): Promise<CrisisCase> {
    await effects.recorded();
    return file.found;
  }
}

interface Extras {
  facts?: Facts;
  /** A note or message that goes with the act. */
  entry?: { kind: 'note' | 'message'; id: string; text: string };
}
