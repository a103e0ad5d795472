// The frame of the console for somebody who is in: navigation, banner, bell, keys, and what is read aloud.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Me } from '../shared/account.ts';
import type { Api } from '../shared/api.ts';
import { focusMain, MAIN_ID } from '../shared/landmark.ts';
import { type Alarm, alarmText, gravestOf, politeness } from './alarm.ts';
import { Banner } from './banner.tsx';
import { Bell } from './bell.tsx';
import { CaseView } from './case-view.tsx';
import type { Desk } from './desk.ts';
import { Keys } from './keys-dialog.tsx';
import { allowNotices, noticePermission } from './notices.ts';
import { Queue } from './queue.tsx';
import { Report } from './report.tsx';
import { goTo, hashOf, type Route, routeOf } from './route.ts';
import { createSeen, type Seen } from './seen.ts';
import { Shift } from './shift.tsx';
import { createSound, type Sound } from './sound.ts';
import { useOpenDesk } from './use-desk.ts';
import { useEscapeFromBoxes, useKeys } from './use-keys.ts';
import { warningsOf } from './warnings.ts';

interface Tab {
  route: Route;
  label: string;
}
const CASES: Tab = { route: { page: 'cases' }, label: 'Cases' };
const SHIFT: Tab = { route: { page: 'shift' }, label: 'Shift list' };
const REPORT: Tab = { route: { page: 'report' }, label: 'Report' };
/** What each role may see; what it may do is the gateway's to decide. */
const TABS: Readonly<Record<Me['role'], readonly Tab[]>> = {
  player: [],
  clinician: [CASES, SHIFT],
  supervisor: [CASES, SHIFT, REPORT],
  operator: [REPORT],
};

export function Console(props: { api: Api; me: Me; onSignOut: () => void; onSignedOut: () => void }) {
  const { api, me } = props;
  const [sound] = useState(() => createSound(localStorage));
  const [seen] = useState(() => createSeen(localStorage, me.subject));
  // An operator has no cases: their page asks for the report alone.
  if (me.role === 'operator')
    return (
      <Frame me={me} route={{ page: 'report' }} onSignOut={props.onSignOut}>
        <Report api={api} />
      </Frame>
    );
  return <Desked {...props} sound={sound} seen={seen} />;
}

function Desked(props: Parameters<typeof Console>[0] & { sound: Sound; seen: Seen }) {
  const { api, me, sound, seen, onSignedOut } = props;
  const opened = useOpenDesk(api, me.subject, me.role === 'clinician', sound);
  const { route, from } = useRoute();
  useUnlocking(sound);
  useEffect(
    () =>
      opened?.desk.subscribe(() => {
        if (opened.desk.current().problem?.status === 401) onSignedOut();
      }),
    [opened?.desk, onSignedOut],
  );
  if (opened === null) return null;
  const { desk, alarms } = opened;
  return (
    <Frame
      me={me}
      route={route}
      onSignOut={props.onSignOut}
      bell={me.role === 'clinician' ? <Bell sound={sound} /> : null}
      banner={<Warnings desk={desk} sound={sound} rings={me.role === 'clinician'} />}
    >
      <Spoken alarms={alarms} />
      {route.page === 'cases' && <Queue api={api} desk={desk} me={me} seen={seen} from={from} />}
      {route.page === 'case' && me.role === 'clinician' && (
        <CaseView key={route.caseId} api={api} desk={desk} me={me} seen={seen} caseId={route.caseId} />
      )}
      {route.page === 'case' && me.role !== 'clinician' && (
        <p>A case is open to clinicians only. Your list shows its times, not what it is about.</p>
      )}
      {route.page === 'shift' && <Shift api={api} desk={desk} me={me.subject} />}
      {route.page === 'report' && <Report api={api} />}
    </Frame>
  );
}

function Frame(props: {
  me: Me;
  route: Route;
  onSignOut: () => void;
  bell?: React.ReactNode;
  banner?: React.ReactNode;
  children: React.ReactNode;
}) {
  const { me, route } = props;
  const [keysShown, setKeysShown] = useState(false);
  const tabs = TABS[me.role];
  const go = (tab: Tab): (() => void) | undefined => (tabs.includes(tab) ? () => goTo(tab.route) : undefined);
  const acts = { cases: go(CASES), shift: go(SHIFT), report: go(REPORT), keys: () => setKeysShown(true) };
  useKeys(Object.fromEntries(Object.entries(acts).filter(([, act]) => act !== undefined)));
  useEscapeFromBoxes();
  const current = route.page === 'case' ? 'cases' : route.page;
  return (
    <>
      <a
        className="skip-link"
        href={`#${MAIN_ID}`}
        onClick={(event) => {
          event.preventDefault();
          focusMain();
        }}
      >
        Skip to the page
      </a>
      <header className="desk__head">
        <p className="desk__name">Care team</p>
        <nav className="desk__tabs" aria-label="Pages">
          {tabs.map(({ route: to, label }) => (
            <a key={to.page} href={hashOf(to)} aria-current={to.page === current ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <div className="desk__tools">
          {props.bell}
          <button type="button" className="button button--small" onClick={() => setKeysShown(true)}>
            Keys
          </button>
          <p className="desk__me">
            {me.displayName} {me.demo === true && <span className="tag">Demo</span>}{' '}
            <button type="button" className="link" onClick={props.onSignOut}>
              Sign out
            </button>
          </p>
        </div>
      </header>
      {props.banner}
      <main id={MAIN_ID} className="desk" tabIndex={-1}>
        {props.children}
      </main>
      {keysShown && <Keys onClose={() => setKeysShown(false)} />}
    </>
  );
}

function Warnings({ desk, sound, rings }: { desk: Desk; sound: Sound; rings: boolean }) {
  const view = useSyncExternalStore(desk.subscribe, desk.current);
  const heard = useSyncExternalStore(sound.subscribe, sound.current);
  const [notices, setNotices] = useState(noticePermission);
  const warnings = warningsOf({
    sound: rings ? heard : 'on',
    notices: rings ? notices : 'granted',
    line: view.line,
    lineSince: view.lineSince,
    listOldSince: view.problem === null ? null : (view.readAt ?? view.lineSince),
  });
  return (
    <Banner
      warnings={warnings}
      onMend={(what) => {
        if (what === 'sound') void sound.unlock();
        if (what === 'notices') void allowNotices().then(setNotices);
        if (what === 'line') desk.nudge();
      }}
    />
  );
}

/** News are said at once when grave, else when the reader pauses; each anew, also in the same words. */
function Spoken({ alarms }: { alarms: readonly Alarm[] }) {
  const urgent = politeness(gravestOf(alarms)) === 'assertive';
  const words = alarms.map((alarm) => <p key={`${alarm.at} ${alarm.caseId}`}>{alarmText(alarm)}</p>);
  return (
    <>
      <div className="visually-hidden" aria-live="assertive" data-spoken="assertive">
        {urgent && words}
      </div>
      <div className="visually-hidden" aria-live="polite" data-spoken="polite">
        {!urgent && words}
      </div>
    </>
  );
}

/** The page as the address says, and the case that was open before it. A new page begins at its head. */
function useRoute(): { route: Route; from: string | null } {
  const [at, setAt] = useState(() => ({ route: routeOf(location.hash), from: null as string | null }));
  useEffect(() => {
    const follow = (): void =>
      setAt((before) => ({
        route: routeOf(location.hash),
        from: before.route.page === 'case' ? before.route.caseId : null,
      }));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (at.route.page === 'cases' && at.from !== null) return;
    window.scrollTo(0, 0);
    focusMain();
  }, [at]);
  return at;
}

/** A browser lets the bell ring after the first click or key on the page, whatever it was for. */
function useUnlocking(sound: Sound): void {
  useEffect(() => {
    const unlock = (): void => {
      if (sound.current() === 'blocked') void sound.unlock();
    };
    document.addEventListener('click', unlock);
    document.addEventListener('keydown', unlock);
    return () => {
      document.removeEventListener('click', unlock);
      document.removeEventListener('keydown', unlock);
    };
  }, [sound]);
}
