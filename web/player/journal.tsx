// The small things a player wants to look up: what they carry, what they know and wished for, what they practised, and how the
// story went. No score and no count of days: a line of practice says what was done, in plain words.
import { Dialog } from '../shared/dialog.tsx';
import { chaptersOf, learnedIn } from './journal-lines.ts';
import type { StoryState } from './state.ts';
import type { SessionView } from './story-door.ts';

export function Journal(props: {
  story: StoryState;
  view: SessionView | null;
  onClose: () => void;
  /** Turns the page to this turn. */
  onTurn: (turnId: string) => void;
}) {
  const learned = learnedIn(props.story.entries);
  const { inventory = [], goals = [], practice = [] } = props.view ?? {};
  const chapters = chaptersOf(props.story.entries);
  return (
    <Dialog title="Journal" className="panel--side" onClose={props.onClose}>
      <section>
        <h3>You carry</h3>
        {inventory.length === 0 ? <p className="panel__empty">Nothing just now.</p> : <Lines lines={inventory} />}
      </section>
      <Part title="What you have learned" lines={learned} />
      <Part title="What you practised" lines={practice} />
      <Part title="What you wished for" lines={goals.flatMap(({ text }) => (text ? [text] : []))} />
      {chapters.length > 0 && (
        <section>
          <h3>The story so far</h3>
          {chapters.map((chapter, i) => (
            <details key={chapter.turnId} className="chapter" open={i === chapters.length - 1}>
              <summary>{chapter.place || 'The beginning'}</summary>
              <ol className="chapter__lines">
                {chapter.lines.map((line) => (
                  <li key={line.turnId}>
                    <button type="button" onClick={() => props.onTurn(line.turnId)}>
                      {line.said !== null && (
                        <span className="chapter__said">
                          <span className="visually-hidden">You: </span>
                          {line.said}{' '}
                        </span>
                      )}
                      <span className="chapter__came">{line.came}</span>
                    </button>
                  </li>
                ))}
              </ol>
            </details>
          ))}
        </section>
      )}
    </Dialog>
  );
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <Lines lines={lines} />
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
