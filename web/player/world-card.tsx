// A story that can be begun: what it is, and what it holds that somebody may rather know first.
import { useId } from 'react';

export interface WorldListing {
  worldId: string;
  title: string;
  blurb?: string;
  /** What it touches on, each a phrase or sentence of its author. */
  warnings?: readonly string[];
}

export function WorldCard(props: { world: WorldListing; beginning: string | null; onBegin: () => void }) {
  const { world, beginning } = props;
  const id = useId();
  const warnings = world.warnings ?? [];
  return (
    <div className="world-card">
      <h3>{world.title}</h3>
      {world.blurb !== undefined && <p className="world-card__blurb">{world.blurb}</p>}
      {warnings.length > 0 && (
        <div className="world-card__warnings" id={`${id}-warnings`}>
          <p>What it touches on:</p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      <button
        type="button"
        className="button button--main"
        disabled={beginning !== null}
        aria-label={`Begin ${world.title}`}
        aria-describedby={warnings.length > 0 ? `${id}-warnings` : undefined}
        onClick={props.onBegin}
      >
        {beginning === world.worldId ? 'Opening the first page…' : 'Begin'}
      </button>
    </div>
  );
}
