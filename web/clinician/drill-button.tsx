// Starts a rehearsal of the whole chain: a case of a made-up player, marked as a drill wherever it is told.
import { useState } from 'react';
import type { Level } from '../../src/domain/verdict.ts';
import type { Api } from '../shared/api.ts';
import { Dialog } from '../shared/dialog.tsx';

const LEVELS: readonly Level[] = ['moderate', 'high', 'critical'];

export function DrillButton({ api }: { api: Api }) {
  const [open, setOpen] = useState(false);
  const [level, setLevel] = useState<Level>('high');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<string | null>(null);

  async function start(): Promise<void> {
    setBusy(true);
    const answer = await api<{ caseId: string }>('/v1/crises/drill', { method: 'POST', body: { level } });
    setBusy(false);
    setOutcome(
      answer.ok
        ? `The drill is under way as case ${answer.value.caseId}. Watch who acknowledges it, and when.`
        : answer.problem.detail,
    );
  }

  return (
    <>
      <button
        type="button"
        className="button button--small"
        onClick={() => {
          setOutcome(null);
          setOpen(true);
        }}
      >
        Start a drill…
      </button>
      {open && (
        <Dialog title="A drill" onClose={() => setOpen(false)}>
          {outcome !== null ? (
            <output>{outcome}</output>
          ) : (
            <div className="form form--plain">
              <p>
                Whoever is on duty is paged as for a real case, by every channel; each says DRILL. Reports leave it out.
              </p>
              <fieldset>
                <legend>How grave?</legend>
                {LEVELS.map((one) => (
                  <label key={one} className="check">
                    <input type="radio" name="drill-level" checked={level === one} onChange={() => setLevel(one)} />
                    {one}
                  </label>
                ))}
              </fieldset>
              <div className="form__ways">
                <button type="button" className="button button--main" disabled={busy} onClick={() => void start()}>
                  Start the drill
                </button>
              </div>
            </div>
          )}
        </Dialog>
      )}
    </>
  );
}
