// What only a screen reader hears of what comes: each thing once and whole, however it arrived on the page.
import { spokenAside } from './aside.tsx';
import type { AsideEntry, TurnEntry } from './entries.ts';

/** Says each reply once and whole, however it arrived on the page. */
export function Announcer(props: { turn: TurnEntry | null }) {
  const { turn } = props;
  const said = turn === null || !turn.fresh ? '' : (turn.reply?.text ?? '');
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {said}
    </div>
  );
}

/** Says what a person of the care team writes or does, as it comes. */
export function AsideAnnouncer({ aside }: { aside: AsideEntry | null }) {
  const spoken = aside !== null && (aside.kind === 'letter' || aside.fresh) ? spokenAside(aside) : '';
  return (
    <div className="visually-hidden" aria-live="polite" data-spoken="asides">
      {spoken}
    </div>
  );
}
