// The player's rights over what is kept, where they can be found: who has seen it, a copy of it, what is asked of the story.
import { useState } from 'react';
import type { Api } from '../shared/api.ts';
import { downloadOwnData } from './export.ts';

/** `onShared` is there inside a story: the record is kept by session. */
export function YourData(props: { api: Api; onShared?: () => void; onProfile: () => void }) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);

  async function download(): Promise<void> {
    setBusy(true);
    const problem = await downloadOwnData(props.api);
    setBusy(false);
    setWrong(problem === null ? null : problem.detail);
  }

  return (
    <section className="options__ways">
      <h3>You and your data</h3>
      <button type="button" className="button" onClick={props.onProfile}>
        What the story should know
      </button>
      {props.onShared !== undefined && (
        <button type="button" className="button" onClick={props.onShared}>
          Who has seen this
        </button>
      )}
      <button type="button" className="button" disabled={busy} onClick={() => void download()}>
        {busy ? 'Gathering it…' : 'Download my data'}
      </button>
      <p className="field__wrong" role="alert">
        {wrong}
      </p>
    </section>
  );
}
