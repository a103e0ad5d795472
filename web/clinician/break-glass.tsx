// Leave to read outside the own team: for a reason, for an hour, and never unseen by the player.
import { type FormEvent, useId, useState } from 'react';
import type { Api } from '../shared/api.ts';
import { Dialog } from '../shared/dialog.tsx';
import { timeOfDay } from './words.ts';

const SHORTEST = 10;
const LONGEST = 500;

export function BreakGlass(props: { api: Api; player: string; what: string; onOpened: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Read it all the same…
      </button>
      {open && <Ask {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function Ask(props: { api: Api; player: string; what: string; onOpened: () => void; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const id = useId();

  async function ask(event: FormEvent): Promise<void> {
    event.preventDefault();
    const words = reason.trim();
    if (words.length < SHORTEST) return setWrong(`Give the reason in at least ${SHORTEST} characters.`);
    setBusy(true);
    const answer = await props.api<{ until: string }>(`/v1/players/${encodeURIComponent(props.player)}/break-glass`, {
      method: 'POST',
      body: { reason: words },
    });
    setBusy(false);
    if (!answer.ok) return setWrong(answer.problem.detail);
    setUntil(answer.value.until);
    props.onOpened();
  }

  return (
    <Dialog title="Reading outside your care" onClose={props.onClose}>
      {until !== null ? (
        <p>You may read until {timeOfDay(Date.parse(until))}. The player can see that you do, and why.</p>
      ) : (
        <form className="form form--plain" onSubmit={(event) => void ask(event)} noValidate>
          <p>
            You may read {props.what} for 60 minutes. Your name, the time and the reason below are recorded, and{' '}
            <strong>the player will see them</strong>.
          </p>
          <label htmlFor={id}>Reason, in words the player may read</label>
          <textarea
            id={id}
            rows={3}
            value={reason}
            maxLength={LONGEST}
            onChange={(event) => setReason(event.target.value)}
            aria-describedby={`${id}-wrong`}
          />
          <p id={`${id}-wrong`} className="field__wrong" role="alert">
            {wrong}
          </p>
          <div className="form__ways">
            <button type="submit" className="button button--main" disabled={busy}>
              Read for 60 minutes
            </button>
            <button type="button" className="button button--quiet" onClick={props.onClose}>
              Do not read
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
