// The console's bell, made of plain tones so that nothing has to be loaded. A browser lets it ring only after a click.
import type { Level } from '../../src/domain/verdict.ts';
import type { Store } from '../shared/help-store.ts';

export type SoundState = 'on' | 'blocked' | 'off' | 'unsupported';

export interface Sound {
  current: () => SoundState;
  subscribe: (listener: () => void) => () => void;
  /** From a click: lets the browser play, and turns the bell on. */
  unlock: () => Promise<void>;
  turnOff: () => void;
  ring: (level: Level) => void;
}

const KEY = 'tta.bell';
/** Hz, one after the other; the graver, the higher and the more. */
const TONES: Readonly<Record<Level, readonly number[]>> = {
  none: [523],
  low: [523],
  moderate: [523, 659],
  high: [659, 784, 659],
  critical: [784, 988, 784, 988, 784],
};
const TONE_S = 0.22;
const LOUDNESS = 0.25;

export function createSound(store: Store, create: () => AudioContext | null = newContext): Sound {
  const listeners = new Set<() => void>();
  const context = create();
  let wanted = store.getItem(KEY) !== 'off';
  let state = stateNow();

  function stateNow(): SoundState {
    if (context === null) return 'unsupported';
    if (!wanted) return 'off';
    return context.state === 'running' ? 'on' : 'blocked';
  }
  function changed(): void {
    state = stateNow();
    for (const listener of listeners) listener();
  }
  function want(on: boolean): void {
    wanted = on;
    try {
      store.setItem(KEY, on ? 'on' : 'off');
    } catch {
      // Kept as long as the page.
    }
  }
  context?.addEventListener('statechange', changed);

  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async unlock() {
      want(true);
      await context?.resume().catch(() => undefined);
      changed();
    },
    turnOff() {
      want(false);
      changed();
    },
    ring(level) {
      if (context === null || state !== 'on') return;
      for (const [i, pitch] of TONES[level].entries()) tone(context, pitch, context.currentTime + i * TONE_S);
    },
  };
}

function tone(context: AudioContext, pitch: number, at: number): void {
  const source = context.createOscillator();
  const volume = context.createGain();
  source.frequency.value = pitch;
  // Swelling in and out: a hard edge would click.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + TONE_S);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + TONE_S);
}

function newContext(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    return null;
  }
}
