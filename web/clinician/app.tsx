// The console: who may come in, and which of its pages is shown.
import { useCallback, useEffect, useState } from 'react';
import type { Info, Me } from '../shared/account.ts';
import { createApi } from '../shared/api.ts';
import { MAIN_ID } from '../shared/landmark.ts';
import { SignIn } from '../shared/sign-in.tsx';
import { Console } from './console.tsx';
import { forgetDrafts } from './drafts.ts';

const api = createApi();

type Standing = { at: 'asking' } | { at: 'out' } | { at: 'unreachable' } | { at: 'in'; me: Me };

export function App() {
  const [standing, setStanding] = useState<Standing>({ at: 'asking' });
  const [info, setInfo] = useState<Info | null>(null);

  const arrive = useCallback(async (): Promise<void> => {
    const [about, me] = await Promise.all([api<Info>('/v1/info'), api<Me>('/v1/auth/me')]);
    if (about.ok) setInfo(about.value);
    if (me.ok) setStanding({ at: 'in', me: me.value });
    else setStanding(me.problem.status === 401 ? { at: 'out' } : { at: 'unreachable' });
  }, []);
  useEffect(() => void arrive(), [arrive]);

  async function signOut(): Promise<void> {
    forgetDrafts(sessionStorage);
    await api('/v1/auth/logout', { method: 'POST', body: {} });
    location.hash = '';
    setStanding({ at: 'out' });
  }

  if (standing.at === 'in' && standing.me.role !== 'player')
    return (
      <Console
        api={api}
        me={standing.me}
        onSignOut={() => void signOut()}
        // Signed out by the server: words not sent yet wait for whoever comes back.
        onSignedOut={() => setStanding({ at: 'out' })}
      />
    );
  return (
    <>
      <header className="desk__head">
        <p className="desk__name">Story Sessions · Care team</p>
      </header>
      <main id={MAIN_ID} className="desk desk--out" tabIndex={-1} aria-busy={standing.at === 'asking'}>
        {standing.at === 'unreachable' && (
          <div role="alert">
            <h1>The service cannot be reached</h1>
            <p>Cases keep their deadlines meanwhile; use the phone ladder.</p>
            <button type="button" className="button" onClick={() => void arrive()}>
              Try again
            </button>
          </div>
        )}
        {standing.at === 'out' && (
          <>
            <h1>Sign in to the console</h1>
            <SignIn api={api} info={info} account="clinician" onSignedIn={(me) => setStanding({ at: 'in', me })} />
          </>
        )}
        {standing.at === 'in' && (
          <>
            <h1>This page is for the care team</h1>
            <p>
              You are signed in as a player. <a href="/">Go to the story</a>, or{' '}
              <button type="button" className="link" onClick={() => void signOut()}>
                sign out
              </button>
              .
            </p>
          </>
        )}
      </main>
    </>
  );
}
