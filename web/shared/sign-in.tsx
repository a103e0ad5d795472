// Coming in: by an invitation's one-time code or, in a local run, as a marked demo account.
import { type FormEvent, useId, useState } from 'react';
import type { TurnReply } from '../../src/domain/turn.ts';
import type { Info, Me } from './account.ts';
import type { Api } from './api.ts';
import { DemoSignIn } from './demo-sign-in.tsx';
import { Resources } from './resources.tsx';

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
  const [help, setHelp] = useState<Partial<TurnReply> | null>(null);
  const inputId = useId();
  const invited = invitationIn(location.search);

  async function enter(path: string, body: unknown): Promise<boolean> {
    setBusy(true);
    setWrong(null);
    setHelp(null);
    const answer = await props.api<Me & Partial<TurnReply>>(path, { method: 'POST', body });
    setBusy(false);
    if (!answer.ok) {
      setWrong(answer.problem.detail);
      return false;
    }
    // A name is read like every text: one that sounds like danger is met with help.
    if (answer.value.kind === 'help') {
      setHelp(answer.value);
      return false;
    }
    if (invited !== null) history.replaceState(null, '', location.pathname + location.hash);
    const me = await props.api<Me>('/v1/auth/me');
    props.onSignedIn(me.ok ? me.value : answer.value);
    return true;
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
        <DemoSignIn account={props.account} busy={busy} enter={(body) => enter('/v1/auth/demo', body)} />
      )}
      {help !== null && (
        <div className="turn--help" role="alert">
          <div className="telling">
            {(help.text ?? '').split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <Resources resources={help.resources ?? []} />
          </div>
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
