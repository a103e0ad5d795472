// One turn on the page: the player's words set quietly, then what the story, or the help beside it, answered.
import { useEffect } from 'react';
import type { TurnReply } from '../../src/domain/turn.ts';
import { Resources } from '../shared/resources.tsx';
import type { TurnEntry } from './entries.ts';
import { paragraphsOf } from './prose.ts';
import { QuickExit } from './quick-exit.tsx';
import { useReveal } from './use-reveal.ts';
import { canTryAgain, changeLine, problemLine, stageLine } from './wording.ts';

export interface TurnProps {
  turn: TurnEntry;
  /** Place of the turn before, so that a new one can be headed. */
  placeBefore: string | undefined;
  last: boolean;
  /** The first turn that offers the quick way out explains it; later ones only offer it. */
  explainExit: boolean;
  onTold: () => void;
  onAgain: () => void;
  onTakeBack: () => void;
}

export function Turn({ turn, placeBefore, last, explainExit, onTold, onAgain, onTakeBack }: TurnProps) {
  const { reply } = turn;
  const { shown, showAll } = useReveal(turn.sentences, turn.fresh && last);
  const complete = reply !== null && shown >= turn.sentences.length;
  useEffect(() => {
    if (last && complete) onTold();
  }, [last, complete, onTold]);
  const kind = reply?.kind ?? 'story';
  const place = reply?.place;
  return (
    <article
      className={`turn turn--${kind}`}
      data-turn={turn.turnId}
      tabIndex={-1}
      aria-busy={reply === null && turn.problem === null}
    >
      {turn.said !== null && (
        <p className="said">
          <span className="visually-hidden">You: </span>
          {turn.said}
        </p>
      )}
      {place !== undefined && place !== placeBefore && <h2 className="place">{place}</h2>}
      {turn.sentences.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: a click only hurries the telling; nothing is behind it
        // biome-ignore lint/a11y/useKeyWithClickEvents: the whole text is in the page for keyboard and screen reader anyway
        <div className="telling" onClick={showAll}>
          {kind === 'help' && <p className="telling__frame">Outside the story</p>}
          {kind === 'support' && <p className="telling__frame">Beside the story</p>}
          {paragraphsOf(turn.sentences).map((paragraph) => (
            <p key={paragraph[0]?.index}>
              {paragraph.map((sentence) => (
                <span
                  key={`${sentence.index} ${sentence.text.length}`}
                  className={sentence.index < shown ? 'sentence' : 'sentence sentence--yet'}
                >
                  {sentence.text}{' '}
                </span>
              ))}
            </p>
          ))}
          {complete && <After reply={reply} onAgain={last ? onAgain : null} />}
          {/* Not held back until the telling is through: whoever needs it needs it at once. */}
          {reply?.quickExit === true && <QuickExit explained={explainExit} />}
        </div>
      )}
      {turn.stage !== null && <p className="stage">{stageLine(turn.stage)}</p>}
      {turn.stage === 'waiting' && (
        <output className="unsent">
          They may not have arrived yet. If you are in danger, “Get help now” above works without a connection.
        </output>
      )}
      {turn.problem !== null && (
        <div className="telling telling--problem" role="alert">
          <p>{problemLine(turn.problem)}</p>
          {turn.problem.resources.length > 0 && <Resources resources={turn.problem.resources} />}
          <div className="telling__ways">
            {canTryAgain(turn.problem) && (
              <button type="button" className="button" onClick={onAgain}>
                Try again
              </button>
            )}
            <button type="button" className="button button--quiet" onClick={onTakeBack}>
              Change the words
            </button>
          </div>
        </div>
      )}
    </article>
  );
}

function After(props: { reply: TurnReply; onAgain: (() => void) | null }) {
  const { reply, onAgain } = props;
  const changes = reply.worldChanges.map(changeLine).filter((line) => line !== null);
  return (
    <>
      {changes.length > 0 && <p className="changes">{changes.join(' · ')}</p>}
      {reply.resources !== undefined && reply.resources.length > 0 && <Resources resources={reply.resources} />}
      {reply.kind === 'notice' && reply.retryable === true && onAgain !== null && (
        <div className="telling__ways">
          <button type="button" className="button" onClick={onAgain}>
            Try again
          </button>
        </div>
      )}
    </>
  );
}
