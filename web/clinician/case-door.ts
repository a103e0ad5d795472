// One opened case: read, kept true while it changes elsewhere, and acted on with the version that was on the screen, so that
// two people cannot overwrite each other.
import type { Api, Problem } from '../shared/api.ts';
import type { ListedCase, OpenedCase } from './cases.ts';
import { isNews, whatChanged } from './changes.ts';

export interface CaseDoorView {
  found: OpenedCase | null;
  /** Why it cannot be shown, or is not up to date. */
  problem: Problem | null;
  /** An act is under way: its name. */
  busy: string | null;
  /** What came of the last act, or what somebody else changed meanwhile. */
  outcome: Outcome | null;
}

export type Outcome =
  | { kind: 'done'; text: string }
  | { kind: 'refused'; text: string }
  | { kind: 'overtaken'; text: string; changes: readonly string[] };

export interface CaseDoor {
  current: () => CaseDoorView;
  subscribe: (listener: () => void) => () => void;
  reload: () => Promise<void>;
  /** The list has this reading of the case: read it again if it is newer than what is shown. */
  heard: (found: ListedCase) => void;
  /** Resolves to whether it was done. `path` such as `acknowledge`; `done` is said when it was. */
  act: (path: string, body: Record<string, unknown>, done: string) => Promise<boolean>;
  /** The same for an act on a session of the case, which has no version of the case to lose. */
  onSession: (path: string, body: Record<string, unknown>, done: string) => Promise<boolean>;
  say: (outcome: Outcome | null) => void;
  stop: () => void;
}

/** Each reading is kept on record as an access, so a burst of changes is read once. */
const READ_AT_MOST_EVERY_MS = 1_500;

export function openCaseDoor(
  caseId: string,
  ports: { api: Api; onRead: (found: OpenedCase) => void; clock?: () => number },
): CaseDoor {
  const { api } = ports;
  const clock = ports.clock ?? Date.now;
  const base = `/v1/crises/${encodeURIComponent(caseId)}`;
  const listeners = new Set<() => void>();
  let view: CaseDoorView = { found: null, problem: null, busy: null, outcome: null };
  let stopped = false;
  let readAt = 0;
  let later: ReturnType<typeof setTimeout> | undefined;

  function show(change: Partial<CaseDoorView>): void {
    if (stopped) return;
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }

  async function reload(): Promise<void> {
    clearTimeout(later);
    later = undefined;
    readAt = clock();
    const answer = await api<OpenedCase>(base, { timeoutMs: 10_000 });
    if (stopped) return;
    if (!answer.ok) return show({ problem: answer.problem });
    show({ found: answer.value, problem: null });
    ports.onRead(answer.value);
  }

  function refused(problem: Problem): Outcome {
    if (problem.code === 'network')
      return {
        kind: 'refused',
        text: 'No answer came. It may have arrived all the same: look at the case before you try again.',
      };
    return { kind: 'refused', text: problem.detail };
  }

  async function act(path: string, body: Record<string, unknown>, done: string): Promise<boolean> {
    const before = view.found;
    if (before === null || view.busy !== null) return false;
    show({ busy: path, outcome: null });
    const post = (expectedVersion: number) =>
      api<unknown>(`${base}/${path}`, { method: 'POST', body: { expectedVersion, ...body } });
    let answer = await post(before.version);
    // Busy until the case is read again: an act on the version before this one would be refused.
    await reload();
    if (
      !answer.ok &&
      answer.problem.code === 'version_conflict' &&
      view.found !== null &&
      !isNews(before, view.found)
    ) {
      answer = await post(view.found.version);
      await reload();
    }
    if (answer.ok) {
      show({ busy: null, outcome: { kind: 'done', text: done } });
      return true;
    }
    const { code } = answer.problem;
    const overtaken = code === 'version_conflict' || code === 'case_held';
    show({
      busy: null,
      outcome:
        overtaken && view.found !== null
          ? {
              kind: 'overtaken',
              text:
                code === 'case_held'
                  ? `Not done: ${view.found.heldBy?.displayName ?? 'a colleague'} holds this case.`
                  : 'Not done: the case changed before your click reached it. Read what is new, then decide.',
              changes: whatChanged(before, view.found),
            }
          : refused(answer.problem),
    });
    return false;
  }

  async function onSession(path: string, body: Record<string, unknown>, done: string): Promise<boolean> {
    if (view.busy !== null) return false;
    show({ busy: path, outcome: null });
    const answer = await api<unknown>(path, { method: 'POST', body });
    show({ busy: null, outcome: answer.ok ? { kind: 'done', text: done } : refused(answer.problem) });
    return answer.ok;
  }

  void reload();
  return {
    current: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload,
    heard(found) {
      const shown = view.found;
      const same = shown !== null && shown.number === found.number && shown.version >= found.version;
      if (same || found.caseId !== caseId || view.busy !== null || later !== undefined) return;
      later = setTimeout(() => void reload(), Math.max(0, readAt + READ_AT_MOST_EVERY_MS - clock()));
    },
    act,
    onSession,
    say: (outcome) => show({ outcome }),
    stop() {
      stopped = true;
      clearTimeout(later);
    },
  };
}
