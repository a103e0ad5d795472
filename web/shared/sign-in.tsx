// Coming in: by an invitation's one-time code or, in a local run, as a marked demo account.
import { type FormEvent, useId, useState } from 'react';
import type { Info, Me } from './account.ts';
import type { Api } from './api.ts';

/** The code of an invitation link. It is used by a tap, never by merely opening the link, which mail scanners do too. */
export function invitationIn(search: string): string | null {
  return new URLSearchParams(search).get('invite');
}

export function SignIn(props: {
  api: Api;
  info: Info | null;
  account: 'player' | 'clinician';
  onSignedIn: (me: Me) => void;
}) {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const inputId = useId();
  const invited = invitationIn(location.search);

  async function enter(path: string, body: unknown): Promise<void> {
    setBusy(true);
    setWrong(null);
    const answer = await props.api<Me>(path, { method: 'POST', body });
    setBusy(false);
    if (!answer.ok) {
      setWrong(answer.problem.detail);
      return;
    }
    if (invited !== null) history.replaceState(null, '', location.pathname + location.hash);
    const me = await props.api<Me>('/v1/auth/me');
    props.onSignedIn(me.ok ? me.value : answer.value);
  }

  function redeem(event: FormEvent): void {
    event.preventDefault();
    const given = (invited ?? code).trim();
    if (given === '') setWrong('Type the code from your invitation.');
    else void enter('/v1/auth/redeem', { code: given });
  }

  return (
    <section className="sign-in" aria-label="Sign in">
      {props.info?.demo && (
        <div className="sign-in__demo">
          <button
            type="button"
            className="button button--main"
            disabled={busy}
            onClick={() => void enter('/v1/auth/demo', { role: props.account })}
          >
            {props.account === 'player' ? 'Begin as a demo player' : 'Sign in as a demo clinician'}
          </button>
          <p className="sign-in__note">
            <span className="tag">Demo</span> A made-up account on this machine. No one is on duty.
          </p>
        </div>
      )}
      <form onSubmit={redeem} className="sign-in__form" noValidate>
        {invited === null ? (
          <>
            <label htmlFor={inputId}>{props.info?.demo ? 'Or, with an invitation code' : 'Invitation code'}</label>
            <div className="sign-in__row">
              <input
                id={inputId}
                value={code}
                onChange={(event) => setCode(event.target.value)}
                autoComplete="one-time-code"
                autoCapitalize="none"
                spellCheck={false}
                aria-invalid={wrong !== null}
                aria-describedby={wrong === null ? undefined : `${inputId}-wrong`}
              />
              <button type="submit" className="button" disabled={busy}>
                Come in
              </button>
            </div>
          </>
        ) : (
          <button type="submit" className="button button--main" disabled={busy}>
            Accept your invitation
          </button>
        )}
        <p id={`${inputId}-wrong`} className="field__wrong" role="alert">
          {wrong}
        </p>
      </form>
    </section>
  );
}
