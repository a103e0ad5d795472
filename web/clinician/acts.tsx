// What can be done with a case now. Each act goes out with the version on the screen; what came of it is said here.
import { useState, useSyncExternalStore } from 'react';
import type { Me } from '../shared/account.ts';
import type { Api } from '../shared/api.ts';
import type { CaseDoor } from './case-door.ts';
import { isOverdueElsewhere, isUnacknowledged, type OpenedCase } from './cases.ts';
import type { Desk } from './desk.ts';
import { Guide } from './guide.tsx';
import { Handover } from './handover.tsx';
import { Outcome } from './outcome.tsx';
import { Resolve } from './resolve.tsx';
import { StoryActs } from './story-acts.tsx';
import { DISPOSITION_LABELS, dayAndTime } from './words.ts';

type Form = 'resolve' | 'handover' | 'guide' | null;

export function Acts(props: {
  api: Api;
  desk: Desk;
  door: CaseDoor;
  found: OpenedCase;
  me: Me;
  now: number;
  onWrite: () => void;
}) {
  const { api, door, found, me } = props;
  const { busy, outcome } = useSyncExternalStore(door.subscribe, door.current);
  const [form, setForm] = useState<Form>(null);
  const waiting = isUnacknowledged(found);
  const open = found.status !== 'resolved';
  const mine = found.heldBy?.subject === me.subject;
  const elsewhere = !waiting && !mine && found.heldBy !== null;
  // A case without readable evidence is treated as the gravest.
  const hold = found.evidence.length === 0 || found.evidence.some((one) => one.response === 'hold');
  const close = (): void => setForm(null);
  const toggle = (name: Exclude<Form, null>): void => setForm((now) => (now === name ? null : name));
  const off = busy !== null;

  return (
    <section className="acts" aria-label="What to do">
      <Outcome outcome={outcome} onClose={() => door.say(null)} />
      {!open && (
        <div className="acts__end">
          <p>
            Resolved{found.resolvedAt === null ? '' : ` ${dayAndTime(found.resolvedAt)}`}
            {found.disposition === null ? '' : `: ${DISPOSITION_LABELS[found.disposition].toLowerCase()}`}.
          </p>
          {found.reopenableUntil !== null && found.reopenableUntil > props.now ? (
            <>
              <button
                type="button"
                className="button button--main"
                disabled={off}
                onClick={() => void door.act('reopen', {}, 'The case is open again.')}
              >
                Open it again
              </button>
              <p className="acts__hint">Until {dayAndTime(found.reopenableUntil)}.</p>
            </>
          ) : (
            <p className="acts__hint">Its seven days are over. What comes now opens a new case.</p>
          )}
        </div>
      )}
      {waiting && (
        <>
          <button
            type="button"
            className="button button--main button--wide"
            disabled={off}
            onClick={() => void door.act('acknowledge', {}, 'The case is yours. The player is told your name.')}
          >
            Acknowledge
          </button>
          <p className="acts__hint">The player is told that you have seen it. Paging stops.</p>
        </>
      )}
      {isOverdueElsewhere(found, me.subject, props.now) && (
        <>
          <button
            type="button"
            className="button button--main button--wide"
            disabled={off}
            onClick={() => void door.act('acknowledge', {}, 'The case is yours now. The player is told your name.')}
          >
            Take it over
          </button>
          <p className="acts__hint">The time to reach the player has passed, so you may take it.</p>
        </>
      )}
      {open && elsewhere && (
        <p className="acts__hint">
          {found.heldBy?.displayName} answers for this case. You can add notes; ask them to hand it over if you are to
          take it.
        </p>
      )}
      {open && (
        <div className="acts__list">
          {mine && (
            <button type="button" className="button" disabled={off} onClick={props.onWrite}>
              Write to the player
            </button>
          )}
          {!elsewhere && hold && found.releasedAt === null && (
            <button
              type="button"
              className="button"
              disabled={off}
              onClick={() => void door.act('release', {}, 'Released. The player may go on with the story.')}
            >
              Release the story
            </button>
          )}
          <StoryActs api={api} door={door} found={found} />
          <button
            type="button"
            className="button"
            aria-expanded={form === 'guide'}
            disabled={off}
            onClick={() => toggle('guide')}
          >
            Guide the story…
          </button>
          {form === 'guide' && <Guide door={door} found={found} onDone={close} />}
          {mine && (
            <button
              type="button"
              className="button"
              aria-expanded={form === 'handover'}
              disabled={off}
              onClick={() => toggle('handover')}
            >
              Hand over…
            </button>
          )}
          {form === 'handover' && <Handover api={api} door={door} me={me.subject} onDone={close} />}
          {!elsewhere && (
            <button
              type="button"
              className="button"
              aria-expanded={form === 'resolve'}
              disabled={off}
              onClick={() => toggle('resolve')}
            >
              Resolve…
            </button>
          )}
          {form === 'resolve' && <Resolve door={door} found={found} onDone={close} />}
        </div>
      )}
    </section>
  );
}
