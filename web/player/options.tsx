// How the page looks, and the three ways to leave a story: pause, back to the shelf, end.
import { useState } from 'react';
import type { PublicStatus } from '../../src/domain/events.ts';
import { type Appearance, TEXT_SIZES, THEMES } from '../shared/appearance.ts';
import { Dialog } from '../shared/dialog.tsx';

const SIZE_LABELS = { small: 'Small', regular: 'Regular', large: 'Large', largest: 'Largest' } as const;
const THEME_LABELS = { auto: 'As the device', light: 'Light', dark: 'Dark' } as const;

export interface OptionsProps {
  appearance: Appearance;
  onAppearance: (appearance: Appearance) => void;
  onClose: () => void;
  /** Absent before somebody is in. */
  data?: React.ReactNode;
  /** Absent outside a story. */
  story?: { status: PublicStatus; onPause: () => void; onLeave: () => void; onEnd: () => void };
}

export function Options({ appearance, onAppearance, onClose, data, story }: OptionsProps) {
  const [ending, setEnding] = useState(false);
  return (
    <Dialog title="Options" className="panel--side" onClose={onClose}>
      <fieldset className="segments">
        <legend>Text size</legend>
        {TEXT_SIZES.map((textSize) => (
          <label key={textSize}>
            <input
              type="radio"
              name="text-size"
              checked={appearance.textSize === textSize}
              onChange={() => onAppearance({ ...appearance, textSize })}
            />
            <span>{SIZE_LABELS[textSize]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="segments">
        <legend>Light or dark</legend>
        {THEMES.map((theme) => (
          <label key={theme}>
            <input
              type="radio"
              name="theme"
              checked={appearance.theme === theme}
              onChange={() => onAppearance({ ...appearance, theme })}
            />
            <span>{THEME_LABELS[theme]}</span>
          </label>
        ))}
      </fieldset>
      {data}
      {story !== undefined && (
        <section className="options__ways">
          <h3>This story</h3>
          {story.status === 'active' && (
            <button type="button" className="button" onClick={story.onPause}>
              Pause
            </button>
          )}
          <button type="button" className="button" onClick={story.onLeave}>
            Back to your stories
          </button>
          {story.status !== 'ended' && !ending && (
            <button type="button" className="button button--quiet" onClick={() => setEnding(true)}>
              End this story…
            </button>
          )}
          {ending && (
            <div className="options__confirm">
              <p>
                You can also close the page and come back later: it keeps your place. Ending tells a short closing, and
                the story cannot go on after it.
              </p>
              <button type="button" className="button" onClick={story.onEnd}>
                End it here
              </button>
              <button type="button" className="button button--main" onClick={onClose}>
                Keep it open
              </button>
            </div>
          )}
        </section>
      )}
    </Dialog>
  );
}
