// What the story should do differently from its next turn on. The player is never quoted any of it.
import { type FormEvent, useId, useState } from 'react';
import type { CaseDoor } from './case-door.ts';
import type { OpenedCase } from './cases.ts';
import { GUIDANCE, type GuidanceKind, guidanceBody } from './guidance.ts';
import { useDraft } from './use-draft.ts';

export function Guide({ door, found, onDone }: { door: CaseDoor; found: OpenedCase; onDone: () => void }) {
  const [kind, setKind] = useState<GuidanceKind>('gentler');
  const [detail, setDetail] = useDraft(`${found.caseId}.${found.number}.guide`);
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  const sessionId = found.sessions.at(-1);
  const chosen = GUIDANCE.find((one) => one.kind === kind);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = guidanceBody(kind, detail);
    if (body === null) return setWrong('Say a word more: this needs the line above.');
    setWrong(null);
    if (sessionId === undefined) return;
    const path = `/v1/sessions/${encodeURIComponent(sessionId)}/guidance`;
    if (!(await door.onSession(path, body, 'The story follows this from its next turn on.'))) return;
    setDetail('');
    onDone();
  }

  return (
    <form className="form" onSubmit={(event) => void send(event)} noValidate>
      <fieldset>
        <legend>From the next turn on</legend>
        {GUIDANCE.map((one) => (
          <label key={one.kind} className="check">
            <input type="radio" name={id} checked={kind === one.kind} onChange={() => setKind(one.kind)} />
            {one.label}
          </label>
        ))}
      </fieldset>
      {chosen?.detail != null && (
        <>
          <label htmlFor={`${id}-detail`}>{chosen.detail}</label>
          <input
            id={`${id}-detail`}
            value={detail}
            maxLength={300}
            onChange={(event) => setDetail(event.target.value)}
          />
        </>
      )}
      {wrong !== null && (
        <p className="field__wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="form__ways">
        <button type="submit" className="button button--main">
          Guide the story
        </button>
        <button type="button" className="button button--quiet" onClick={onDone}>
          Leave it
        </button>
      </div>
    </form>
  );
}
