// Which page is shown: title, intake, shelf or a story. The address holds the story, so a reload comes back to it.
import { useCallback, useEffect, useState } from 'react';
import { type Info, type Me, whoReads } from '../shared/account.ts';
import { createApi } from '../shared/api.ts';
import { applyAppearance, keepAppearance, keptAppearance } from '../shared/appearance.ts';
import { HelpPanel } from '../shared/help-panel.tsx';
import { refreshHelp } from '../shared/help-store.ts';
import { focusMain, MAIN_ID } from '../shared/landmark.ts';
import { listOf } from '../shared/list.ts';
import { Intake } from './intake.tsx';
import { Masthead } from './masthead.tsx';
import { Options } from './options.tsx';
import { Profile } from './profile.tsx';
import { Shelf } from './shelf.tsx';
import type { SessionListing } from './shelf-words.ts';
import { Story } from './story.tsx';
import { Title } from './title.tsx';
import { Vignette } from './vignette.tsx';
import { forgetWords } from './words.ts';
import type { WorldListing } from './world-card.tsx';
import { YourData } from './your-data.tsx';

const api = createApi();

type Standing =
  | { at: 'asking' }
  | { at: 'out' }
  | { at: 'unreachable' }
  | { at: 'intake'; me: Me }
  | { at: 'in'; me: Me };

type Place = { page: 'shelf' } | { page: 'profile' } | { page: 'story'; sessionId: string };

function placeInAddress(): Place {
  const sessionId = /^#\/story\/([\w-]+)$/.exec(location.hash)?.[1];
  if (sessionId !== undefined) return { page: 'story', sessionId };
  return { page: location.hash === '#/profile' ? 'profile' : 'shelf' };
}

export function App() {
  const [standing, setStanding] = useState<Standing>({ at: 'asking' });
  const [info, setInfo] = useState<Info | null>(null);
  const [where, setWhere] = useState(placeInAddress);
  const sessionId = where.page === 'story' ? where.sessionId : null;
  const [title, setTitle] = useState('');
  const [appearance, setAppearance] = useState(() => keptAppearance(localStorage));
  const [panel, setPanel] = useState<'help' | 'options' | null>(null);

  useEffect(() => {
    applyAppearance(document.documentElement, appearance);
    keepAppearance(localStorage, appearance);
  }, [appearance]);

  const settle = useCallback(async (me: Me): Promise<void> => {
    if (me.role !== 'player') return setStanding({ at: 'in', me });
    const profile = await api<{ intake?: unknown; country?: string }>('/v1/players/me');
    // From here on help is that of the player's own country, not of the installation.
    if (profile.ok && profile.value.intake && profile.value.country)
      void refreshHelp(api, localStorage, profile.value.country);
    const missing = profile.ok
      ? profile.value.intake === null || profile.value.intake === undefined
      : profile.problem.code === 'consent_missing';
    setStanding(missing ? { at: 'intake', me } : { at: 'in', me });
  }, []);

  const arrive = useCallback(async (): Promise<void> => {
    void refreshHelp(api, localStorage);
    const [about, me] = await Promise.all([api<Info>('/v1/info'), api<Me>('/v1/auth/me')]);
    if (about.ok) setInfo(about.value);
    if (me.ok) await settle(me.value);
    else setStanding(me.problem.status === 401 ? { at: 'out' } : { at: 'unreachable' });
  }, [settle]);

  useEffect(() => void arrive(), [arrive]);

  useEffect(() => {
    const follow = (): void => setWhere(placeInAddress());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  const inside = standing.at === 'in' && standing.me.role === 'player';
  useEffect(() => {
    if (!inside || sessionId === null) return;
    void Promise.all([api<unknown>('/v1/sessions'), api<unknown>('/v1/worlds')]).then(([mine, known]) => {
      const session = mine.ok
        ? listOf<SessionListing>(mine.value, 'sessions').find((s) => s.sessionId === sessionId)
        : undefined;
      const worlds = known.ok ? listOf<WorldListing>(known.value, 'worlds') : [];
      const world = worlds.find((w) => w.worldId === session?.worldId) ?? worlds[0];
      setTitle(session?.title ?? world?.title ?? 'Your story');
    });
  }, [inside, sessionId]);

  // A page that changes as a whole begins at its head, for eyes and for a screen reader.
  const page = inside ? where.page : standing.at;
  useEffect(() => {
    document.title = page === 'story' && title !== '' ? `${title} · Story Sessions` : 'Story Sessions';
    if (page === 'story') return;
    window.scrollTo(0, 0);
    if (page === 'intake' || page === 'in' || page === 'shelf' || page === 'profile') focusMain();
  }, [page, title]);

  async function signOut(): Promise<void> {
    forgetWords(sessionStorage);
    await api('/v1/auth/logout', { method: 'POST', body: {} });
    location.hash = '';
    setStanding({ at: 'out' });
  }

  const coverage = whoReads(info);
  const skipLink = (
    <a className="skip-link" href={`#${MAIN_ID}`} onClick={skip}>
      Skip to the page
    </a>
  );

  if (inside && sessionId !== null) {
    return (
      <>
        {skipLink}
        <Story
          key={sessionId}
          api={api}
          info={info}
          sessionId={sessionId}
          title={title}
          appearance={appearance}
          onAppearance={setAppearance}
          onLeave={() => {
            location.hash = '#/';
          }}
        />
      </>
    );
  }
  return (
    <>
      {skipLink}
      <Masthead onOptions={() => setPanel('options')} onHelp={() => setPanel('help')} />
      {standing.at === 'asking' && <main id={MAIN_ID} className="title" tabIndex={-1} aria-busy="true" />}
      {standing.at === 'unreachable' && (
        <main id={MAIN_ID} className="title title--away" tabIndex={-1}>
          <Vignette />
          <h1>Story Sessions</h1>
          <p className="title__lede" role="alert">
            The story cannot be reached just now. Your place in it is kept.
          </p>
          <button type="button" className="button button--main" onClick={() => void arrive()}>
            Try again
          </button>
        </main>
      )}
      {standing.at === 'out' && <Title api={api} info={info} onSignedIn={(me) => void settle(me)} />}
      {standing.at === 'intake' && info !== null && (
        <Intake api={api} info={info} onDone={() => void settle(standing.me)} />
      )}
      {standing.at === 'in' && standing.me.role !== 'player' && (
        <main id={MAIN_ID} className="title" tabIndex={-1}>
          <h1>You are signed in as staff</h1>
          <p>
            <a href="/clinician">Go to the open cases</a>, or sign out to play.
          </p>
          <button type="button" className="button" onClick={() => void signOut()}>
            Sign out
          </button>
        </main>
      )}
      {inside && standing.at === 'in' && where.page === 'profile' && (
        <Profile
          api={api}
          onConsents={() => setStanding({ at: 'intake', me: standing.me })}
          onSaved={(country) => void refreshHelp(api, localStorage, country)}
        />
      )}
      {inside && standing.at === 'in' && where.page === 'shelf' && (
        <Shelf
          api={api}
          name={standing.me.displayName}
          demo={standing.me.demo === true}
          onOpen={(id) => {
            location.hash = `#/story/${id}`;
          }}
          onSignOut={() => void signOut()}
        />
      )}
      <footer className="colophon">
        <p>Software, and a game. {coverage}</p>
      </footer>
      {panel === 'help' && <HelpPanel api={api} coverage={coverage} onClose={() => setPanel(null)} />}
      {panel === 'options' && (
        <Options
          appearance={appearance}
          onAppearance={setAppearance}
          onClose={() => setPanel(null)}
          {...(inside && {
            data: (
              <YourData
                api={api}
                onProfile={() => {
                  setPanel(null);
                  location.hash = '#/profile';
                }}
              />
            ),
          })}
        />
      )}
    </>
  );
}

/** The address belongs to the story, so the skip link moves focus without changing it. */
function skip(event: { preventDefault: () => void }): void {
  event.preventDefault();
  focusMain();
}
