// How the whole went, for a supervisor: counts, times, loads, what the narrative screen held back. No player, no text.
import { type ReactNode, useEffect, useState } from 'react';
import { DISPOSITIONS } from '../../src/domain/crisis-case.ts';
import type { SafetyReport } from '../../src/domain/safety-report.ts';
import { CRISIS_KINDS, LEVELS } from '../../src/domain/verdict.ts';
import type { Api } from '../shared/api.ts';
import { DrillButton } from './drill-button.tsx';
import { Part } from './part.tsx';
import { barLength, shareText, spanText } from './report-figures.ts';
import { DISPOSITION_LABELS, dayAndTime, KIND_LABELS } from './words.ts';

const SPANS = [7, 30, 90, 365] as const;

export function Report({ api }: { api: Api }) {
  const [days, setDays] = useState<number>(30);
  const [report, setReport] = useState<SafetyReport | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    document.title = 'Report · Story Sessions';
    let gone = false;
    void api<SafetyReport>(`/v1/reports/safety?days=${days}`).then((answer) => {
      if (gone) return;
      if (answer.ok) setReport(answer.value);
      setWrong(answer.ok ? null : answer.problem.detail);
    });
    return () => {
      gone = true;
    };
  }, [api, days]);
  return (
    <>
      <div className="page__head">
        <h1>Report</h1>
        <div className="report__tools">
          <label>
            Of the last
            <select value={days} onChange={(event) => setDays(Number(event.target.value))}>
              {SPANS.map((span) => (
                <option key={span} value={span}>
                  {span === 365 ? 'year' : `${span} days`}
                </option>
              ))}
            </select>
          </label>
          <DrillButton api={api} />
        </div>
      </div>
      {wrong !== null && (
        <p className="field__wrong" role="alert">
          {wrong}
        </p>
      )}
      {report === null && wrong === null && <p>Counting…</p>}
      {report !== null && <Figures report={report} />}
    </>
  );
}

function Figures({ report }: { report: SafetyReport }) {
  const { cases, acknowledge } = report;
  return (
    <>
      <dl className="figures">
        <Figure name={`cases opened, ${cases.open} still open`} value={String(cases.opened)} />
        <Figure name="unanswered now" value={String(acknowledge.unanswered)} />
        <Figure name="to acknowledge, half within" value={spanText(acknowledge.p50Ms)} />
        <Figure name="nine of ten within" value={spanText(acknowledge.p90Ms)} />
        <Figure name="acknowledged in time" value={shareText(acknowledge.inTimeShare)} />
        <Figure name="false alarms of resolved" value={shareText(cases.falseAlarmShare)} />
      </dl>
      <Counts
        title="By kind"
        of={CRISIS_KINDS.map((kind) => ({ name: KIND_LABELS[kind], count: cases.byKind[kind] ?? 0 }))}
      />
      <Counts
        title="By level"
        of={LEVELS.toReversed()
          .filter((level) => level !== 'none' && level !== 'low')
          .map((level) => ({ name: level, count: cases.byLevel[level] ?? 0 }))}
      />
      <Counts
        title="How they ended"
        of={DISPOSITIONS.map((how) => ({ name: DISPOSITION_LABELS[how], count: cases.byDisposition[how] ?? 0 }))}
      />
      <Rows
        title="Load of each clinician"
        empty="Nobody held a case."
        heads={['Clinician', 'Holds now', 'Resolved']}
        rows={report.load.map(({ displayName, held, resolved }) => [displayName, held, resolved])}
      />
      <Rows
        title="Narrative held back, by rule"
        empty="No narrative was held back."
        heads={['Rule', 'Why it is there', 'Written instead', 'Times']}
        rows={report.blockedByRule.map(({ rule, rationale, alternative, times }) => [
          rule,
          rationale ?? 'not in the rules in force',
          alternative ?? '–',
          times,
        ])}
      />
      <Rows
        title="Sessions to look at"
        empty="No session had its narrative held back three times."
        heads={['Session', 'Held back', 'By', 'Last']}
        rows={report.reviews.map(({ sessionId, blocked, rules, lastAt }) => [
          sessionId,
          blocked,
          rules.join(', '),
          dayAndTime(lastAt),
        ])}
      />
      <p className="page__empty">Drills are left out.</p>
    </>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Counts of one thing, with a bar beside each that says nothing the number does not. */
function Counts({ title, of }: { title: string; of: readonly { name: string; count: number }[] }) {
  const most = Math.max(...of.map(({ count }) => count));
  return (
    <Part title={title}>
      <table className="table table--counts">
        <caption className="visually-hidden">{title}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">What</th>
            <th scope="col">Cases</th>
            <th scope="col">Bar</th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{count}</td>
              <td className="table__bar">
                <svg
                  className="bar"
                  viewBox="0 0 100 8"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                  focusable="false"
                >
                  <rect width={barLength(count, most)} height="8" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Rows(props: {
  title: string;
  empty: string;
  heads: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}): ReactNode {
  const { title, empty, heads, rows } = props;
  return (
    <Part title={title}>
      {rows.length === 0 ? (
        <p className="page__empty">{empty}</p>
      ) : (
        <table className="table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {rest.map((cell, i) => (
                  <td key={heads[i + 1]} data-label={heads[i + 1]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}
