// The clinician's page: open cases, the most pressing first.
import { useEffect, useState } from 'react';
import type { Info, Me } from '../shared/account.ts';
import { type Api, createApi } from '../shared/api.ts';
import { MAIN_ID } from '../shared/landmark.ts';
import { SignIn } from '../shared/sign-in.tsx';
import { CaseCard } from './case-card.tsx';
import { inOrder, urgencyOf } from './queue.ts';
import { useCases, useNow } from './use-cases.ts';

const api = createApi();
/** Roles that may see the queue; what each may do is the gateway's to decide. */
const STAFF: readonly Me['role'][] = ['clinician', 'supervisor'];

type Standing = { at: 'asking' } | { at: 'out' } | { at: 'unreachable' } | { at: 'in'; me: Me };

export function App() {
  const [standing, setStanding] = useState<Standing>({ at: 'asking' });
  const [info, setInfo] = useState<Info | null>(null);

  async function arrive(): Promise<void> {
    const [about, me] = await Promise.all([api<Info>('/v1/info'), api<Me>('/v1/auth/me')]);
    if (about.ok) setInfo(about.value);
    if (me.ok) setStanding({ at: 'in', me: me.value });
    else setStanding(me.problem.status === 401 ? { at: 'out' } : { at: 'unreachable' });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => void arrive(), []);

  async function signOut(): Promise<void> {
    await api('/v1/auth/logout', { method: 'POST', body: {} });
    setStanding({ at: 'out' });
  }

  return (
    <>
      <header className="desk__head">
        <h1>Open cases</h1>
        {standing.at === 'in' && (
          <p>
            {standing.me.displayName} {standing.me.demo === true && <span className="tag">Demo</span>}{' '}
            <button type="button" className="link" onClick={() => void signOut()}>
              Sign out
            </button>
          </p>
        )}
      </header>
      <main id={MAIN_ID} className="desk">
        {standing.at === 'unreachable' && (
          <div role="alert">
            <p>The service cannot be reached. Cases keep their deadlines meanwhile; use the phone ladder.</p>
            <button type="button" className="button" onClick={() => void arrive()}>
              Try again
            </button>
          </div>
        )}
        {standing.at === 'out' && (
          <SignIn api={api} info={info} account="clinician" onSignedIn={(me) => setStanding({ at: 'in', me })} />
        )}
        {standing.at === 'in' &&
          (STAFF.includes(standing.me.role) ? (
            <Queue api={api} />
          ) : (
            <p>
              This page is for clinicians. You are signed in as a {standing.me.role}. <a href="/">Go to the story</a>,
              or sign out.
            </p>
          ))}
      </main>
    </>
  );
}

function Queue(props: { api: Api }) {
  const { cases, problem, askedAt, refresh } = useCases(props.api);
  const now = useNow();
  const ordered = inOrder(cases ?? []);
  const overdue = ordered.filter((found) => urgencyOf(found, now) === 'overdue').length;
  useEffect(() => {
    document.title =
      ordered.length === 0 ? 'Open cases · Story Sessions' : `(${ordered.length}) Open cases · Story Sessions`;
  }, [ordered.length]);
  return (
    <>
      <output className="desk__count">{cases === null ? 'Asking…' : countText(ordered.length, overdue)}</output>
      {problem !== null && (
        <p className="field__wrong" role="alert">
          The list could not be brought up to date
          {askedAt !== null && ` since ${new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(askedAt)}`}.{' '}
          {problem.detail}
        </p>
      )}
      {cases !== null && ordered.length === 0 && (
        <p className="desk__empty">No open case. New ones appear here by themselves.</p>
      )}
      {ordered.map((found) => (
        <CaseCard key={found.caseId} api={props.api} found={found} now={now} onChanged={refresh} />
      ))}
    </>
  );
}

function countText(open: number, overdue: number): string {
  if (open === 0) return '';
  const cases = open === 1 ? 'One open case' : `${open} open cases`;
  return overdue === 0 ? cases : `${cases}, ${overdue} past ${overdue === 1 ? 'its' : 'their'} deadline`;
}
