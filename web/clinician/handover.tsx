// Gives the case to a colleague of the shift list; who has a console open comes first.
import { type FormEvent, useEffect, useId, useState } from 'react';
import type { Api } from '../shared/api.ts';
import type { CaseDoor } from './case-door.ts';
import { colleaguesIn, type Shifts } from './shifts.ts';

export function Handover(props: { api: Api; door: CaseDoor; me: string; onDone: () => void }) {
  const { api, door, me } = props;
  const [shifts, setShifts] = useState<Shifts | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const id = useId();
  useEffect(() => {
    let gone = false;
    void api<Shifts>('/v1/shifts').then((answer) => {
      if (gone) return;
      if (answer.ok) setShifts(answer.value);
      else setWrong(answer.problem.detail);
    });
    return () => {
      gone = true;
    };
  }, [api]);
  const colleagues = shifts === null ? [] : colleaguesIn(shifts, me);

  async function give(event: FormEvent): Promise<void> {
    event.preventDefault();
    const chosen = colleagues.find(({ subject }) => subject === to);
    if (chosen === undefined) return setWrong('Choose who takes it.');
    const body = { to: chosen.subject, displayName: chosen.displayName };
    if (await door.act('handover', body, `Handed over to ${chosen.displayName}, who is told now.`)) props.onDone();
  }

  return (
    <form className="form" onSubmit={(event) => void give(event)} noValidate>
      <fieldset>
        <legend>To whom?</legend>
        {shifts !== null && colleagues.length === 0 && <p>Nobody else is on the shift list or has a console open.</p>}
        {colleagues.map(({ subject, displayName, present }) => (
          <label key={subject} className="check">
            <input type="radio" name={id} checked={to === subject} onChange={() => setTo(subject)} />
            {displayName}
            {present && <span className="looking">here now</span>}
          </label>
        ))}
      </fieldset>
      {wrong !== null && (
        <p className="field__wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="form__ways">
        <button type="submit" className="button button--main" disabled={colleagues.length === 0}>
          Hand it over
        </button>
        <button type="button" className="button button--quiet" onClick={props.onDone}>
          Keep it
        </button>
      </div>
    </form>
  );
}
