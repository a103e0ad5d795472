// Cases resolved in the last seven days: they can be read, and opened again, from here.
import { useEffect, useState } from 'react';
import type { Api } from '../shared/api.ts';
import { listOf } from '../shared/list.ts';
import type { ListedCase } from './cases.ts';
import { hashOf } from './route.ts';
import { DrillTag, LevelTag } from './tags.tsx';
import { DISPOSITION_LABELS, dayAndTime, KIND_LABELS } from './words.ts';

export function Resolved({ api, now }: { api: Api; now: number }) {
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState<readonly ListedCase[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    if (!open) return;
    let gone = false;
    void api<unknown>('/v1/crises?status=resolved').then((answer) => {
      if (gone) return;
      if (answer.ok) setAll(listOf<ListedCase>(answer.value, 'cases'));
      setWrong(answer.ok ? null : answer.problem.detail);
    });
    return () => {
      gone = true;
    };
  }, [api, open]);
  const resolved = (all ?? [])
    .filter((found) => found.status === 'resolved' && (found.reopenableUntil ?? 0) > now)
    .toSorted((a, b) => (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0));
  return (
    <details className="resolved" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Resolved in the last seven days</summary>
      {wrong !== null && <p className="field__wrong">{wrong}</p>}
      {all !== null && resolved.length === 0 && <p className="page__empty">None.</p>}
      <ul>
        {resolved.map((found) => (
          <li key={`${found.caseId} ${found.number}`}>
            <a href={hashOf({ page: 'case', caseId: found.caseId })}>
              <LevelTag level={found.level} /> {found.kind === undefined ? 'Case' : KIND_LABELS[found.kind]}
            </a>{' '}
            <DrillTag drill={found.drill} />
            <span>
              {found.disposition ? `${DISPOSITION_LABELS[found.disposition]}, ` : ''}
              {found.resolvedAt !== null && dayAndTime(found.resolvedAt)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
