// In a local run: in with one tap as a marked demo account, a player with a name to come back by.
import { type FormEvent, useId, useState } from 'react';
import { guestName, keepDemoName, keptDemoName } from './demo-name.ts';

export interface DemoSignInProps {
  account: 'player' | 'clinician';
  busy: boolean;
  /** Resolves to whether the account was entered. */
  enter: (body: { role: string; name?: string }) => Promise<boolean>;
}

export function DemoSignIn(props: DemoSignInProps) {
  return (
    <div className="sign-in__demo">
      {props.account === 'player' ? (
        <DemoPlayer {...props} />
      ) : (
        <button
          type="button"
          className="button button--main"
          disabled={props.busy}
          onClick={() => void props.enter({ role: 'clinician' })}
        >
          Sign in as a demo clinician
        </button>
      )}
      <p className="sign-in__note">
        <span className="tag">Demo</span> A made-up account on this machine. No one is on duty.
      </p>
    </div>
  );
}

function DemoPlayer({ busy, enter }: DemoSignInProps) {
  const [kept, setKept] = useState(() => keptDemoName(localStorage));
  const [name, setName] = useState('');
  const id = useId();

  async function enterAs(chosen: string): Promise<void> {
    if (await enter({ role: 'player', name: chosen })) keepDemoName(localStorage, chosen);
  }

  function begin(event: FormEvent): void {
    event.preventDefault();
    void enterAs(name.trim() === '' ? guestName(Math.random()) : name.trim());
  }

  if (kept !== null) {
    return (
      <>
        <button type="button" className="button button--main" disabled={busy} onClick={() => void enterAs(kept)}>
          Continue as {kept}
        </button>
        <p className="sign-in__other">
          <button type="button" className="link" onClick={() => setKept(null)}>
            Not you? Begin as someone else
          </button>
        </p>
      </>
    );
  }
  return (
    <form onSubmit={begin} className="sign-in__form">
      <label htmlFor={id}>A name to come back by, if you like</label>
      <div className="sign-in__row">
        <input
          id={id}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={60}
          autoComplete="nickname"
          spellCheck={false}
        />
        <button type="submit" className="button button--main" disabled={busy}>
          Begin as a demo player
        </button>
      </div>
    </form>
  );
}
