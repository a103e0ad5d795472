// The bell: whether it rings, a way to hear it now, and a way to silence it that the banner will not let be forgotten.
import { useSyncExternalStore } from 'react';
import type { Sound } from './sound.ts';

export function Bell({ sound }: { sound: Sound }) {
  const state = useSyncExternalStore(sound.subscribe, sound.current);
  if (state === 'unsupported') return null;
  return (
    <>
      <button
        type="button"
        className="button button--small"
        aria-pressed={state === 'on'}
        onClick={() => (state === 'on' ? sound.turnOff() : void sound.unlock())}
      >
        {state === 'on' ? 'Sound on' : 'Sound off'}
      </button>
      <button
        type="button"
        className="button button--small"
        onClick={() => void sound.unlock().then(() => sound.ring('high'))}
      >
        Try the sound
      </button>
    </>
  );
}
