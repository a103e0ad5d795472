// How a case ended. Nothing is chosen beforehand.
import { type FormEvent, useId, useState } from 'react';
import { DISPOSITIONS, type Disposition } from '../../src/domain/crisis-case.ts';
import type { CaseDoor } from './case-door.ts';
import type { OpenedCase } from './cases.ts';
import { useDraft } from './use-draft.ts';
import { DISPOSITION_LABELS } from './words.ts';

export function Resolve({ door, found, onDone }: { door: CaseDoor; found: OpenedCase; onDone: () => void }) {
  const [disposition, setDisposition] = useState<Disposition | null>(null);
  const [note, setNote] = useDraft(`${found.caseId}.${found.number}.resolve`);
  const [missing, setMissing] = useState(false);
  const id = useId();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (disposition === null) return setMissing(true);
    const words = note.trim();
    const body = { disposition, ...(words === '' ? {} : { note: words }) };
    if (!(await door.act('resolve', body, `Resolved: ${DISPOSITION_LABELS[disposition].toLowerCase()}.`))) return;
    setNote('');
    onDone();
  }

  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <fieldset aria-describedby={missing ? `${id}-missing` : undefined}>
        <legend>How did it end?</legend>
        {DISPOSITIONS.map((value) => (
          <label key={value} className="check">
            <input type="radio" name={id} checked={disposition === value} onChange={() => setDisposition(value)} />
            {DISPOSITION_LABELS[value]}
          </label>
        ))}
      </fieldset>
      {missing && disposition === null && (
        <p id={`${id}-missing`} className="field__wrong" role="alert">
          Choose how it ended.
        </p>
      )}
      <label htmlFor={`${id}-note`}>Note for the record (optional)</label>
      <textarea
        id={`${id}-note`}
        rows={2}
        value={note}
        maxLength={4000}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="form__ways">
        <button type="submit" className="button button--main">
          Resolve the case
        </button>
        <button type="button" className="button button--quiet" onClick={onDone}>
          Not yet
        </button>
      </div>
    </form>
  );
}
