// The small things a player wants to look up: what they carry, where they have been, what they are practising.
import { Dialog } from '../shared/dialog.tsx';
import type { StoryState } from './state.ts';
import type { SessionView } from './story-door.ts';

export function Journal(props: { story: StoryState; view: SessionView | null; onClose: () => void }) {
  const places: string[] = [];
  const learned: string[] = [];
  for (const entry of props.story.entries) {
    if (entry.kind !== 'turn' || entry.reply === null) continue;
    const { place, worldChanges } = entry.reply;
    if (place !== undefined && !places.includes(place)) places.push(place);
    for (const change of worldChanges)
      if (change.kind === 'learned' && !learned.includes(change.what)) learned.push(change.what);
  }
  const carried = props.view?.inventory ?? [];
  const goals = (props.view?.goals ?? []).filter((goal) => goal.text !== undefined && goal.text !== '');
  return (
    <Dialog title="Journal" className="panel--side" onClose={props.onClose}>
      <section>
        <h3>You carry</h3>
        {carried.length === 0 ? (
          <p className="panel__empty">Nothing yet.</p>
        ) : (
          <ul className="plain-list">
            {carried.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
        )}
      </section>
      {places.length > 0 && (
        <section>
          <h3>Where you have been</h3>
          <ol className="plain-list">
            {places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ol>
        </section>
      )}
      {learned.length > 0 && (
        <section>
          <h3>What you have learned</h3>
          <ul className="plain-list">
            {learned.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </section>
      )}
      {goals.length > 0 && (
        <section>
          <h3>What you wished for</h3>
          <ul className="plain-list">
            {goals.map((goal) => (
              <li key={goal.id ?? goal.text}>{goal.text}</li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
