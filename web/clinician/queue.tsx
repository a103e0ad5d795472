// The live list: what is due first on top. It is walked with the arrows, and a case opens at an address of its own.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Me } from '../shared/account.ts';
import type { Api } from '../shared/api.ts';
import { isUnacknowledged, type ListedCase } from './cases.ts';
import { countText, inOrder, urgencyOf } from './deadlines.ts';
import type { Desk } from './desk.ts';
import { stepTo } from './keys.ts';
import { Resolved } from './resolved.tsx';
import { goTo, hashOf } from './route.ts';
import type { Seen } from './seen.ts';
import { Clock, DrillTag, LevelTag, Looking, NewsTag } from './tags.tsx';
import { useNow } from './use-desk.ts';
import { useKeys } from './use-keys.ts';
import { dayAndTime, KIND_LABELS } from './words.ts';

export interface QueueProps {
  api: Api;
  desk: Desk;
  me: Me;
  seen: Seen;
  /** The case that was open before: the focus goes back to its line. */
  from: string | null;
}

export function Queue({ api, desk, me, seen, from }: QueueProps) {
  const view = useSyncExternalStore(desk.subscribe, desk.current);
  const now = useNow(desk);
  const list = useRef<HTMLUListElement>(null);
  const [refusal, setRefusal] = useState<{ caseId: string; text: string } | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const ordered = inOrder(view.cases ?? []);
  const mayOpen = me.role === 'clinician';
  const ready = view.cases !== null;

  const lines = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const focused = (): number => lines().findIndex((line) => line.contains(document.activeElement));
  function step(act: 'next' | 'previous'): void {
    const all = lines();
    all[stepTo(focused(), all.length, act)]?.focus();
  }

  async function acknowledge(found: ListedCase): Promise<void> {
    if (busy !== null || !mayOpen || !isUnacknowledged(found)) return;
    setBusy(found.caseId);
    setRefusal(null);
    const answer = await api<ListedCase>(`/v1/crises/${encodeURIComponent(found.caseId)}/acknowledge`, {
      method: 'POST',
      body: { expectedVersion: found.version },
    });
    setBusy(null);
    if (answer.ok) {
      desk.learn(answer.value);
      goTo({ page: 'case', caseId: found.caseId });
      return;
    }
    const { code, detail } = answer.problem;
    const text =
      code === 'case_held'
        ? 'A colleague was quicker and holds this case.'
        : code === 'version_conflict'
          ? 'The case changed meanwhile. Look at it, then decide.'
          : detail;
    setRefusal({ caseId: found.caseId, text });
    await desk.refresh();
  }

  useKeys({
    next: () => step('next'),
    previous: () => step('previous'),
    acknowledge: () => {
      const found = ordered[focused()];
      if (found !== undefined) void acknowledge(found);
    },
  });

  useEffect(() => {
    if (ready && from !== null)
      list.current?.querySelector<HTMLElement>(`[data-case="${CSS.escape(from)}"] [data-line]`)?.focus();
  }, [ready, from]);

  const count = view.cases === null ? 'Asking…' : countText(ordered, now);
  useEffect(() => {
    document.title = `${ordered.length === 0 ? '' : `(${ordered.length}) `}Cases · Story Sessions`;
  }, [ordered.length]);

  return (
    <>
      <div className="page__head">
        <h1>Cases</h1>
        <p className="page__count">{count}</p>
      </div>
      {view.cases !== null && ordered.length === 0 && (
        <p className="page__empty">New cases appear here by themselves. You can leave this page open.</p>
      )}
      <ul
        className={mayOpen ? 'queue' : 'queue queue--bare'}
        ref={list}
        aria-label="Open cases, the nearest deadline first"
      >
        {ordered.map((found) => (
          <li
            key={found.caseId}
            className={`row row--${urgencyOf(found, now)}${found.drill ? ' row--drill' : ''}`}
            data-case={found.caseId}
          >
            <div className="row__what">
              <Title found={found} mayOpen={mayOpen} />
              <DrillTag drill={found.drill} />
              {mayOpen && <NewsTag news={seen.newsOf(found)} />}
              <p className="row__facts">
                <span>{holder(found, me.subject)}</span>
                <span>opened {dayAndTime(found.openedAt)}</span>
                {mayOpen && (
                  <span>
                    case <code>{found.caseId.slice(0, 8)}</code>
                  </span>
                )}
                <Looking people={view.people.filter((p) => p.caseId === found.caseId && p.subject !== me.subject)} />
              </p>
            </div>
            <Clock found={found} now={now} />
            {mayOpen && isUnacknowledged(found) && (
              <button
                type="button"
                className="button button--main row__act"
                disabled={busy !== null}
                onClick={() => void acknowledge(found)}
              >
                Acknowledge
              </button>
            )}
            {refusal?.caseId === found.caseId && (
              <p className="field__wrong row__wrong" role="alert">
                {refusal.text}
              </p>
            )}
          </li>
        ))}
      </ul>
      {mayOpen && <Resolved api={api} now={now} />}
    </>
  );
}

function Title({ found, mayOpen }: { found: ListedCase; mayOpen: boolean }) {
  const words = (
    <>
      <LevelTag level={found.level} />{' '}
      {found.kind === undefined ? `Case ${found.caseId.slice(0, 8)}` : KIND_LABELS[found.kind]}
    </>
  );
  if (!mayOpen)
    return (
      <h2 className="row__title" data-line tabIndex={-1}>
        {words}
      </h2>
    );
  return (
    <h2 className="row__title">
      <a href={hashOf({ page: 'case', caseId: found.caseId })} data-line>
        {words}
      </a>
    </h2>
  );
}

function holder(found: ListedCase, me: string): string {
  if (found.heldBy === null) return found.rungsPaged > 1 ? `nobody yet, ${found.rungsPaged} rungs paged` : 'nobody yet';
  return found.heldBy.subject === me ? 'with you' : `with ${found.heldBy.displayName}`;
}
