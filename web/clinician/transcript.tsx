// The player's words, only after a click that says what it means: the reading is recorded, and the player sees it.
import { useLayoutEffect, useRef, useState } from 'react';
import type { TranscriptEvent } from '../../src/domain/events.ts';
import type { Api, Problem } from '../shared/api.ts';
import { BreakGlass } from './break-glass.tsx';
import type { OpenedCase } from './cases.ts';
import { Part } from './part.tsx';
import { LevelTag } from './tags.tsx';
import { linesOf, type TranscriptLine } from './transcript-lines.ts';
import { dayAndTime } from './words.ts';

export function Transcript({ api, found }: { api: Api; found: OpenedCase }) {
  const [sessionId, setSessionId] = useState(found.sessions.at(-1) ?? null);
  const [lines, setLines] = useState<readonly TranscriptLine[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const box = useRef<HTMLDivElement>(null);
  // It opens where the case came from, not at the beginning of a long story.
  useLayoutEffect(() => {
    const words = lines === null ? undefined : [...(box.current?.querySelectorAll('[data-evidence]') ?? [])].at(-1);
    if (box.current === null || !(words instanceof HTMLElement)) return;
    box.current.scrollTop = words.offsetTop - box.current.offsetTop - box.current.clientHeight / 4;
  }, [lines]);

  async function read(): Promise<void> {
    if (sessionId === null) return;
    setBusy(true);
    const answer = await wholeTranscript(api, sessionId);
    setBusy(false);
    if (answer.ok) setLines(linesOf(answer.value, found.evidence));
    setProblem(answer.ok ? null : answer.problem);
  }

  if (found.drill || sessionId === null) return null;
  return (
    <Part title="Transcript">
      {found.sessions.length > 1 && (
        <label className="transcript__which">
          Session{' '}
          <select
            value={sessionId}
            onChange={(event) => {
              setSessionId(event.target.value);
              setLines(null);
              setProblem(null);
            }}
          >
            {found.sessions.map((id, i) => (
              <option key={id} value={id}>
                {i + 1} of {found.sessions.length}
              </option>
            ))}
          </select>
        </label>
      )}
      {lines === null && problem === null && (
        <>
          <button type="button" className="button" disabled={busy} onClick={() => void read()}>
            Read the transcript
          </button>
          <p className="case__aside">This is recorded, and the player can see that you read it.</p>
        </>
      )}
      {problem !== null && (
        <div role="alert">
          <p>{problem.status === 403 ? refusalLine(problem) : problem.detail}</p>
          {problem.status === 403 ? (
            <BreakGlass api={api} player={found.caseId} what="this player’s sessions" onOpened={() => void read()} />
          ) : (
            <button type="button" className="button" disabled={busy} onClick={() => void read()}>
              Try again
            </button>
          )}
        </div>
      )}
      {lines !== null && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
          <div className="transcript" role="log" aria-live="off" aria-label="Transcript" tabIndex={0} ref={box}>
            {lines.length === 0 && <p className="page__empty">Nothing was said yet.</p>}
            {lines.map((line) => (
              <div
                key={line.key}
                className={`line line--${line.who}`}
                data-evidence={line.level === null ? undefined : line.level}
              >
                <p className="line__who">
                  {line.name} <time dateTime={line.at}>{dayAndTime(Date.parse(line.at))}</time>{' '}
                  {line.level !== null && <LevelTag level={line.level} />}
                </p>
                <p className="line__text">{line.text}</p>
              </div>
            ))}
          </div>
          <button type="button" className="button button--small" disabled={busy} onClick={() => void read()}>
            Read what is new
          </button>
        </>
      )}
    </Part>
  );
}

function refusalLine(problem: Problem): string {
  return problem.code === 'consent_missing'
    ? 'The player has not agreed that the care team reads their sessions.'
    : 'This player is outside your care.';
}

async function wholeTranscript(
  api: Api,
  sessionId: string,
): Promise<{ ok: true; value: TranscriptEvent[] } | { ok: false; problem: Problem }> {
  const events: TranscriptEvent[] = [];
  for (let after = 0; ; ) {
    const page = await api<{ events: TranscriptEvent[]; next: number | null }>(
      `/v1/sessions/${encodeURIComponent(sessionId)}/transcript?after=${after}&limit=500`,
    );
    if (!page.ok) return page;
    events.push(...page.value.events);
    const { next } = page.value;
    if (next === null || next <= after || page.value.events.length === 0) return { ok: true, value: events };
    after = next;
  }
}
