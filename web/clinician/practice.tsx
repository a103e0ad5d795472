// What the player wished for and what they practised in the story, in plain words, from the session of the latest evidence.
// Empty without the player's consent, and then not there at all.
import { useEffect, useState } from 'react';
import type { Api } from '../shared/api.ts';
import type { OpenedCase } from './cases.ts';
import { Part } from './part.tsx';

interface InStory {
  goals?: readonly { id?: string; text?: string }[];
  practice?: readonly string[];
}

export function PracticePart({ api, found }: { api: Api; found: OpenedCase }) {
  const [view, setView] = useState<InStory | null>(null);
  const sessionId = found.drill ? undefined : found.sessions.at(-1);
  const { version } = found;
  // biome-ignore lint/correctness/useExhaustiveDependencies: while a case changes its story may go on
  useEffect(() => {
    if (sessionId === undefined) return;
    let gone = false;
    void api<InStory>(`/v1/sessions/${encodeURIComponent(sessionId)}`).then((answer) => {
      if (!gone && answer.ok) setView(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [api, sessionId, version]);

  const goals = (view?.goals ?? []).flatMap(({ text }) => (text ? [text] : []));
  const practice = view?.practice ?? [];
  if (goals.length === 0 && practice.length === 0) return null;
  return (
    <Part title="In the story">
      <Lines title="What they wished for" lines={goals} />
      <Lines title="What they practised" lines={practice} />
    </Part>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="practice__head">{title}</h3>
      <ul className="practice">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
