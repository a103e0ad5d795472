// Who of the care team was told of this session or read it, in the player's words.
import { useEffect, useState } from 'react';
import type { Api } from '../shared/api.ts';
import { Dialog } from '../shared/dialog.tsx';
import { listOf } from '../shared/list.ts';
import { type SharedLine, sharedWords } from './shared-words.ts';

const WHEN = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

export function SharedWith(props: { api: Api; sessionId: string; onClose: () => void }) {
  const { api, sessionId } = props;
  const [lines, setLines] = useState<readonly SharedLine[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void api<unknown>(`/v1/sessions/${encodeURIComponent(sessionId)}/shared-with`).then((answer) => {
      if (gone) return;
      if (answer.ok) setLines(listOf<SharedLine>(answer.value, 'sharedWith'));
      else setWrong(answer.problem.detail);
    });
    return () => {
      gone = true;
    };
  }, [api, sessionId]);
  return (
    <Dialog title="Who has seen this" onClose={props.onClose}>
      {wrong !== null && (
        <p className="field__wrong" role="alert">
          {wrong}
        </p>
      )}
      {lines === null && wrong === null && <p>Looking…</p>}
      {lines !== null && lines.length === 0 && (
        <p>Nobody of the care team has opened this story or been told of it. The software reads every line.</p>
      )}
      {lines !== null && lines.length > 0 && (
        <>
          <p className="panel__note">The software reads every line. These are the people, the newest first.</p>
          <ul className="shared">
            {lines.map((line) => (
              <li key={`${line.at} ${line.who} ${line.what}`}>
                <p>
                  <strong>{line.who}</strong> {sharedWords(line.what)}
                </p>
                {line.reason !== undefined && line.reason !== '' && <p className="shared__reason">“{line.reason}”</p>}
                <time dateTime={line.at}>{WHEN.format(new Date(line.at))}</time>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
