// What a person of the team says or does, set apart from the story so that nobody takes it for the narrator.
import type { MarkEntry, PersonEntry } from './state.ts';

export function Aside({ aside }: { aside: PersonEntry | MarkEntry }) {
  if (aside.kind === 'person') {
    return (
      <aside className="person" aria-label={`A message from ${aside.displayName}`}>
        <p className="person__who">{aside.displayName}, a person from your care team</p>
        <p>{aside.text}</p>
      </aside>
    );
  }
  return (
    <output className="mark">
      {aside.mark === 'acknowledged'
        ? `${aside.displayName ?? 'Somebody'} from the team has seen that you asked for or may need help.`
        : 'The story is open again, whenever you like.'}
    </output>
  );
}
