// Out of the page at one tap, or with Esc twice: somebody may be looking over a shoulder.
import { useEffect } from 'react';
import { leaveQuickly } from '../shared/help-panel.tsx';

/** Twice within this is meant; a single Esc closes a panel. */
const TWICE_WITHIN_MS = 900;

export function QuickExit({ explained }: { explained: boolean }) {
  return (
    <div className="quick-exit">
      <button type="button" className="button" onClick={leaveQuickly}>
        Leave this page now
      </button>
      {explained && (
        <p>
          This clears the screen and opens a weather page. So does pressing Esc twice. It cannot remove this site from
          your browser’s history: clear that yourself, or use a private window next time.
        </p>
      )}
    </div>
  );
}

export function useEscTwice(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    let before = Number.NEGATIVE_INFINITY;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.repeat) return;
      if (event.timeStamp - before < TWICE_WITHIN_MS) leaveQuickly();
      before = event.timeStamp;
    };
    // Before any panel takes the key for itself.
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [on]);
}
