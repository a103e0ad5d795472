// What came of the last act, and what a colleague changed meanwhile.
import type { Outcome as What } from './case-door.ts';

export function Outcome({ outcome, onClose }: { outcome: What | null; onClose: () => void }) {
  return (
    <div className="outcomes">
      <output className="outcome outcome--done">{outcome?.kind === 'done' && outcome.text}</output>
      <div role="alert">
        {outcome !== null && outcome.kind !== 'done' && (
          <div className="outcome outcome--refused">
            <p>{outcome.text}</p>
            {outcome.kind === 'overtaken' && (
              <ul>
                {outcome.changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            )}
            <button type="button" className="link" onClick={onClose}>
              I have read it
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
