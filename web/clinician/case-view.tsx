// One case on the screen: what is known and why, what was said and done, and what can be done now.
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Me } from '../shared/account.ts';
import type { Api } from '../shared/api.ts';
import { Acts } from './acts.tsx';
import { Assessment } from './assessment.tsx';
import { BreakGlass } from './break-glass.tsx';
import { type CaseDoor, openCaseDoor } from './case-door.ts';
import { isUnacknowledged, type OpenedCase } from './cases.ts';
import { Conversation } from './conversation.tsx';
import { Deliveries } from './deliveries.tsx';
import type { Desk } from './desk.ts';
import { Evidence } from './evidence.tsx';
import { PracticePart } from './practice.tsx';
import { goTo } from './route.ts';
import type { Seen } from './seen.ts';
import { Clock, DrillTag, LevelTag, Looking } from './tags.tsx';
import { Transcript } from './transcript.tsx';
import { useNow } from './use-desk.ts';
import { useKeys } from './use-keys.ts';
import { dayAndTime, KIND_LABELS, STATUS_LABELS } from './words.ts';

export interface CaseViewProps {
  api: Api;
  desk: Desk;
  me: Me;
  seen: Seen;
  caseId: string;
}

export function CaseView(props: CaseViewProps) {
  const { api, desk, seen, caseId } = props;
  const [door, setDoor] = useState<CaseDoor | null>(null);
  useEffect(() => {
    const opened = openCaseDoor(caseId, {
      api,
      onRead(found) {
        seen.looked(found);
        desk.learn(found);
      },
    });
    setDoor(opened);
    // The list hears of every change; the case is read again when it is newer there.
    const leave = desk.subscribe(() => {
      const listed = desk.current().cases?.find((found) => found.caseId === caseId);
      if (listed !== undefined) opened.heard(listed);
    });
    const tell = (): void => desk.look(document.visibilityState === 'visible' ? caseId : null);
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => {
      document.removeEventListener('visibilitychange', tell);
      desk.look(null);
      leave();
      opened.stop();
    };
  }, [api, desk, seen, caseId]);
  useKeys({ back: () => goTo({ page: 'cases' }) });
  return (
    <>
      <p className="case__back">
        <a href="#/">← All cases</a>
      </p>
      {door !== null && <Opened {...props} door={door} />}
    </>
  );
}

function Opened(props: CaseViewProps & { door: CaseDoor }) {
  const { api, door, caseId } = props;
  const { found, problem } = useSyncExternalStore(door.subscribe, door.current);
  if (found !== null) return <Whole {...props} found={found} />;
  if (problem === null) return <p aria-busy="true">Opening the case…</p>;
  if (problem.status === 403)
    return (
      <>
        <h1>This case is outside your care</h1>
        <p>It is not of your team, and it was not routed to you.</p>
        <BreakGlass
          api={api}
          player={caseId}
          what="this player’s case and sessions"
          onOpened={() => void door.reload()}
        />
      </>
    );
  return (
    <div role="alert">
      <h1>{problem.code === 'not_found' ? 'There is no such case' : 'The case could not be opened'}</h1>
      <p>{problem.detail}</p>
      <button type="button" className="button" onClick={() => void door.reload()}>
        Try again
      </button>
    </div>
  );
}

function Whole(props: CaseViewProps & { door: CaseDoor; found: OpenedCase }) {
  const { api, desk, door, me, found } = props;
  const now = useNow(desk);
  const { people } = useSyncExternalStore(desk.subscribe, desk.current);
  const { problem, busy } = useSyncExternalStore(door.subscribe, door.current);
  const conversation = useRef<HTMLElement>(null);
  const others = useMemo(
    () => people.filter((one) => one.caseId === found.caseId && one.subject !== me.subject),
    [people, found.caseId, me.subject],
  );
  const kind = KIND_LABELS[found.kind];
  useEffect(() => {
    document.title = `${found.level} · ${kind} · Story Sessions`;
  }, [found.level, kind]);

  const box = (name: 'message' | 'note'): void =>
    conversation.current?.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`)?.focus();
  useKeys({
    acknowledge: () => {
      if (isUnacknowledged(found)) void door.act('acknowledge', {}, 'The case is yours. The player is told your name.');
    },
    write: () => box('message'),
    note: () => box('note'),
  });

  return (
    <article className={found.drill ? 'case case--drill' : 'case'} data-opened-case={found.caseId} data-busy={busy}>
      {found.drill && (
        <p className="drill-line">
          This is a drill. The player is made up, and nobody outside the team is told anything.
        </p>
      )}
      <header className="case__head">
        <div>
          <h1>
            <LevelTag level={found.level} /> {kind} <DrillTag drill={found.drill} />
          </h1>
          <p className="case__line">
            <span>{STATUS_LABELS[found.status]}</span>
            <span>
              {found.heldBy === null
                ? 'with nobody yet'
                : found.heldBy.subject === me.subject
                  ? 'with you'
                  : `with ${found.heldBy.displayName}`}
            </span>
            <span>opened {dayAndTime(found.openedAt)}</span>
            <span>
              case <code>{found.caseId}</code>
              {found.number > 1 && `, number ${found.number} of this player`}
            </span>
          </p>
          <p aria-live="polite">
            <Looking people={others} />
          </p>
        </div>
        {found.status !== 'resolved' && <Clock found={found} now={now} />}
      </header>
      {problem !== null && (
        <p className="field__wrong" role="alert">
          What is shown may be old: {problem.detail}
        </p>
      )}
      <div className="case__columns">
        <Acts api={api} desk={desk} door={door} found={found} me={me} now={now} onWrite={() => box('message')} />
        <div className="case__main">
          <Assessment found={found} />
          <Evidence found={found} />
          <Conversation door={door} found={found} me={me} section={conversation} />
          <PracticePart api={api} found={found} />
          <Transcript api={api} found={found} />
          <Deliveries deliveries={found.deliveries} />
        </div>
      </div>
    </article>
  );
}
