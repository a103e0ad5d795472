// The story itself: earlier turns above, the newest at the top of the window, and one line to write on beneath it.
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Info } from '../shared/account.ts';
import { whoReads } from '../shared/account.ts';
import type { Api } from '../shared/api.ts';
import type { Appearance } from '../shared/appearance.ts';
import { HelpPanel } from '../shared/help-panel.tsx';
import { MAIN_ID } from '../shared/landmark.ts';
import { Announcer, AsideAnnouncer } from './announcers.tsx';
import { Aside } from './aside.tsx';
import type { TurnEntry } from './entries.ts';
import { Journal } from './journal.tsx';
import { LetterBox } from './letter-box.tsx';
import { Masthead } from './masthead.tsx';
import { Options } from './options.tsx';
import { Prompt } from './prompt.tsx';
import { useEscTwice } from './quick-exit.tsx';
import { RestNotice } from './rest-notice.tsx';
import { SharedWith } from './shared-with.tsx';
import { personHere, type StoryState, turnInFlight } from './state.ts';
import { steeringRests } from './steering.ts';
import { openStoryDoor, type StoryDoor } from './story-door.ts';
import { Tools } from './tools.tsx';
import { Turn } from './turn.tsx';
import { useRest } from './use-rest.ts';
import { prefersStillness } from './use-reveal.ts';
import { lineNotice } from './wording.ts';
import { wordsOf } from './words.ts';
import { YourData } from './your-data.tsx';

export interface StoryProps {
  api: Api;
  info: Info | null;
  sessionId: string;
  title: string;
  appearance: Appearance;
  onAppearance: (appearance: Appearance) => void;
  onLeave: () => void;
}

export function Story(props: StoryProps) {
  const [door, setDoor] = useState<StoryDoor | null>(null);
  useEffect(() => {
    const opened = openStoryDoor(props.sessionId, {
      api: props.api,
      words: wordsOf(sessionStorage, props.sessionId),
      socketBase: location.origin.replace(/^http/, 'ws'),
      newId: () => crypto.randomUUID(),
    });
    setDoor(opened);
    window.addEventListener('online', opened.nudge);
    return () => {
      window.removeEventListener('online', opened.nudge);
      opened.stop();
    };
  }, [props.sessionId, props.api]);
  return door === null ? null : <OpenStory {...props} door={door} />;
}

type Panel = 'help' | 'journal' | 'options' | 'shared' | null;

function OpenStory(props: StoryProps & { door: StoryDoor }) {
  const { door } = props;
  const { story, line, view, loaded, closed } = useSyncExternalStore(door.subscribe, door.current);
  const [panel, setPanel] = useState<Panel>(null);
  const [draft, setDraft] = useState('');
  const [toldTurn, setToldTurn] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const log = useRef<HTMLElement>(null);

  const turns = story.entries.filter((entry) => entry.kind === 'turn');
  const last = turns.at(-1) ?? null;
  const lastId = last?.turnId ?? null;
  const inFlight = turnInFlight(story) !== null;
  const told = last !== null && last.reply !== null && toldTurn === last.turnId;
  const onTold = useCallback(() => setToldTurn(lastId), [lastId]);
  const coverage = whoReads(props.info);
  const firstExit = turns.find((turn) => turn.reply?.quickExit === true)?.turnId ?? null;
  useEscTwice(firstExit !== null || story.status === 'help');
  const person = personHere(story);
  const rest = useRest(loaded && story.status === 'active', sessionStorage);
  const newestAside = story.entries.findLast((entry) => entry.kind !== 'turn') ?? null;

  const watched = last?.fresh === true;
  useEffect(() => {
    if (!loaded || lastId === null) return;
    const article = log.current?.querySelector(`[data-turn="${CSS.escape(lastId)}"]`);
    // The opening is read from its title; every later turn from its own first line.
    if (article?.previousElementSibling) {
      article.scrollIntoView({ block: 'start', behavior: prefersStillness() || !watched ? 'auto' : 'smooth' });
    }
  }, [loaded, lastId, watched]);

  const news = newestAside !== null && newestAside.kind === 'person' && newestAside.fresh ? newestAside.id : null;
  useEffect(() => {
    if (news === null) return;
    const message = log.current?.querySelector(`[data-person="${CSS.escape(news)}"]`);
    message?.scrollIntoView({ block: 'center', behavior: prefersStillness() ? 'auto' : 'smooth' });
  }, [news]);

  function send(text: string): void {
    setDraft('');
    door.send(text);
  }

  function choose(suggestion: string, byKeyboard: boolean): void {
    send(suggestion);
    // A tap must not raise the phone's keyboard; a keyboard user must not lose the place when the button goes.
    if (byKeyboard || matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }

  function steer(words: string, byKeyboard: boolean): void {
    // What is half written stays: a hint may be what it waits for. The tool stays too, and with it a keyboard user's place.
    door.send(words);
    if (!byKeyboard && matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }

  function readTurn(turnId: string): void {
    setPanel(null);
    // After the panel has given the focus back to what opened it.
    requestAnimationFrame(() => {
      const article = log.current?.querySelector<HTMLElement>(`[data-turn="${CSS.escape(turnId)}"]`);
      article?.scrollIntoView({ block: 'start', behavior: prefersStillness() ? 'auto' : 'smooth' });
      article?.focus({ preventScroll: true });
    });
  }

  async function act(name: 'pause' | 'resume' | 'end'): Promise<void> {
    setPanel(null);
    const answer = await door.act(name);
    setRefusal(answer.ok ? null : answer.problem.detail);
  }

  async function askForPerson(): Promise<void> {
    const answer = await door.act('human');
    if (!answer.ok) return setAsked(answer.problem.detail);
    // A case that has taken the wish is the only ground for saying that it was passed on.
    const told =
      typeof answer.value === 'object' && answer.value !== null && 'told' in answer.value && answer.value.told;
    setAsked(
      told === false
        ? 'Nobody could be told just now. Please use one of the numbers above.'
        : `Your wish to speak with a person was passed on. ${coverage}`,
    );
  }

  const notice = lineNotice(line, story.degraded) ?? refusal;
  const place = turns.findLast((turn) => turn.reply?.place !== undefined)?.reply?.place ?? view?.place ?? '';

  return (
    <>
      <Masthead
        place={story.status === 'help' ? '' : place}
        inHelp={story.status === 'help'}
        onJournal={() => setPanel('journal')}
        onOptions={() => setPanel('options')}
        onHelp={() => setPanel('help')}
      />
      <main id={MAIN_ID} className="story" tabIndex={-1}>
        <h1 className="story__title">{props.title}</h1>
        {closed !== null && (
          <div className="telling telling--problem" role="alert">
            <p>{closed.code === 'not_found' ? 'There is no such story here.' : closed.detail}</p>
            <button type="button" className="button" onClick={props.onLeave}>
              Back to your stories
            </button>
          </div>
        )}
        {!loaded && closed === null && <p className="stage">Opening the book</p>}
        <section ref={log} role="log" aria-live="off" aria-label="The story so far">
          {story.entries.map((entry) =>
            entry.kind === 'turn' ? (
              <Turn
                key={entry.turnId}
                turn={entry}
                placeBefore={placeBefore(turns, entry)}
                last={entry.turnId === lastId}
                explainExit={entry.turnId === firstExit}
                onTold={onTold}
                onAgain={() => door.again(entry.turnId)}
                onTakeBack={() => {
                  setDraft(door.takeBack(entry.turnId));
                  field.current?.focus();
                }}
              />
            ) : (
              <Aside key={`${entry.kind} ${'id' in entry ? entry.id : entry.order}`} aside={entry} />
            ),
          )}
        </section>
        <Announcer turn={last} />
        <AsideAnnouncer aside={newestAside} />
        {loaded && person !== null && <LetterBox to={person} write={door.write} />}
        {loaded && story.status === 'paused' && (
          <div className="resting">
            <p>{pausedLine(story.pausedBy)}</p>
            <button type="button" className="button button--main" onClick={() => void act('resume')}>
              Carry on
            </button>
          </div>
        )}
        {loaded && story.status === 'ended' && (
          <div className="resting">
            <p>This story has ended.</p>
            <button type="button" className="button button--main" onClick={props.onLeave}>
              Back to your stories
            </button>
          </div>
        )}
        {loaded && story.status !== 'ended' && story.status !== 'paused' && (
          <div className={story.status === 'help' ? 'next next--help' : 'next'}>
            {told && last.reply !== null && last.reply.suggestions.length > 0 && (
              <fieldset className="suggestions" aria-label={story.status === 'help' ? 'Answers' : 'Some ways to go on'}>
                {last.reply.suggestions.map((suggestion) => (
                  <button
                    key={suggestion}
                    type="button"
                    className="suggestion"
                    onClick={(event) => choose(suggestion, event.detail === 0)}
                  >
                    {suggestion}
                  </button>
                ))}
              </fieldset>
            )}
            <Prompt
              label={promptLabel(story.status === 'help', person !== null)}
              value={draft}
              busy={inFlight}
              field={field}
              onChange={setDraft}
              onSend={send}
            />
          </div>
        )}
        {loaded && story.status !== 'ended' && <Tools rests={steeringRests(story.status, inFlight)} onSend={steer} />}
        {loaded && (
          <RestNotice
            due={rest.due}
            onRest={() => {
              rest.answer(true);
              void act('pause');
            }}
            onGoOn={() => {
              rest.answer(false);
              field.current?.focus({ preventScroll: true });
            }}
          />
        )}
        <output className="line-notice">{notice}</output>
      </main>
      <footer className="colophon">
        <p>Software, and a game. {coverage}</p>
      </footer>
      {panel === 'journal' && <Journal story={story} view={view} onClose={() => setPanel(null)} onTurn={readTurn} />}
      {panel === 'options' && (
        <Options
          appearance={props.appearance}
          onAppearance={props.onAppearance}
          onClose={() => setPanel(null)}
          data={
            <YourData
              api={props.api}
              onShared={() => setPanel('shared')}
              onProfile={() => {
                location.hash = '#/profile';
              }}
            />
          }
          story={{
            status: story.status,
            onPause: () => void act('pause'),
            onLeave: props.onLeave,
            onEnd: () => void act('end'),
          }}
        />
      )}
      {panel === 'shared' && <SharedWith api={props.api} sessionId={props.sessionId} onClose={() => setPanel(null)} />}
      {panel === 'help' && (
        <HelpPanel api={props.api} coverage={coverage} onClose={() => setPanel(null)}>
          {story.status !== 'ended' && (
            <div className="panel__person">
              <button type="button" className="button" disabled={asked !== null} onClick={() => void askForPerson()}>
                Ask for a person
              </button>
              <output>{asked}</output>
            </div>
          )}
        </HelpPanel>
      )}
    </>
  );
}

/** With a person here there are two places to write; each says who reads it. */
function promptLabel(inHelp: boolean, withPerson: boolean): string {
  if (!inHelp) return 'What do you do?';
  return withPerson ? 'Your answer to the questions above, which software reads' : 'Your answer';
}

function pausedLine(by: StoryState['pausedBy']): string {
  switch (by) {
    case 'team':
      return 'Your care team has paused the story. It keeps its place.';
    case 'system':
      return 'Your last words could not be read, so the story rests. If you are in danger, use “Get help now” above.';
    case 'player':
    case null:
      return 'The story is paused. It keeps its place.';
  }
}

function placeBefore(turns: readonly TurnEntry[], turn: TurnEntry): string | undefined {
  const before = turns.slice(0, turns.indexOf(turn));
  return before.findLast((earlier) => earlier.reply?.place !== undefined)?.reply?.place;
}
