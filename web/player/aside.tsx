// What passes between the player and the people of the care team, set apart from the story and from the help dialogue so that
// nobody takes a person for software, or software for a person.
import { Resources } from '../shared/resources.tsx';
import type { AsideEntry } from './entries.ts';

export function Aside({ aside }: { aside: AsideEntry }) {
  switch (aside.kind) {
    case 'person':
      return (
        <aside className="person" aria-label={`A message from ${aside.displayName}`} data-person={aside.id}>
          <p className="person__who">
            <strong>{aside.displayName}</strong> <span>{roleLine(aside.role)}</span>
          </p>
          <p className="person__text">{aside.text}</p>
        </aside>
      );
    case 'letter':
      return (
        <aside className="letter" aria-label="Your message to the care team">
          <p className="person__who">You, to the care team</p>
          <p className="person__text">{aside.text}</p>
        </aside>
      );
    case 'unanswered':
      return (
        <aside className="turn--help" aria-label="Nobody has answered yet">
          <div className="telling">
            <p className="telling__frame">Outside the story</p>
            {aside.text.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {aside.resources.length > 0 && <Resources resources={aside.resources} />}
          </div>
        </aside>
      );
    case 'mark':
      return <p className="mark">{markLine(aside)}</p>;
  }
}

/** What is read aloud of an aside that has just come. */
export function spokenAside(aside: AsideEntry): string {
  switch (aside.kind) {
    case 'person':
      return `${aside.displayName}, ${roleLine(aside.role)}, writes: ${aside.text}`;
    case 'letter':
      return 'Your message was passed on.';
    case 'unanswered':
      return aside.text;
    case 'mark':
      return markLine(aside);
  }
}

function markLine(aside: AsideEntry & { kind: 'mark' }): string {
  return aside.mark === 'acknowledged'
    ? `${aside.displayName ?? 'Somebody'}, a person of the care team, has seen that you may need help.`
    : 'The story is open again, whenever you like.';
}

function roleLine(role: string): string {
  return role === 'clinician' ? 'a person, clinician of your care team' : 'a person of your care team';
}
