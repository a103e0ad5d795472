// Five small ways to steer the story, at hand beneath the line to write on. Each sends its word as a turn, by the same door as
// typing, so that nothing is read or answered differently because it was tapped.
import { useId, useState } from 'react';
import { STEERING, type steeringRests } from './steering.ts';

export function Tools(props: {
  /** Why no word can be sent now; null when one can. */
  rests: ReturnType<typeof steeringRests>;
  onSend: (text: string, byKeyboard: boolean) => void;
}) {
  const id = useId();
  const { rests } = props;
  // A reason is said to whoever asks for it by pressing: one that came and went with every turn would be unrest.
  const [asked, setAsked] = useState<string | null>(null);
  const shown = rests !== null && (rests.lasts || asked === rests.reason);
  return (
    <div className="tools">
      <fieldset className="tools__row" aria-label="Steer the story">
        {STEERING.map(({ name, does, words }) => (
          <button
            key={words}
            type="button"
            className="tool"
            title={does}
            aria-label={`${name}: ${does}`}
            aria-disabled={rests !== null}
            aria-describedby={rests === null ? undefined : `${id}-reason`}
            onClick={(event) => {
              if (rests !== null) return setAsked(rests.reason);
              setAsked(null);
              props.onSend(words, event.detail === 0);
            }}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <output id={`${id}-reason`} className={shown ? 'tools__reason' : 'visually-hidden'}>
        {rests?.reason}
      </output>
    </div>
  );
}
