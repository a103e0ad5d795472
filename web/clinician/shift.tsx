// Who is here, who is paged next, and what players are told about it.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Api } from '../shared/api.ts';
import type { Desk } from './desk.ts';
import { Part } from './part.tsx';
import type { Shifts } from './shifts.ts';

const ASK_EVERY_MS = 15_000;

export function Shift({ api, desk, me }: { api: Api; desk: Desk; me: string }) {
  const [shifts, setShifts] = useState<Shifts | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const { people } = useSyncExternalStore(desk.subscribe, desk.current);
  useEffect(() => {
    document.title = 'Shift list · Story Sessions';
    let gone = false;
    const ask = (): void =>
      void api<Shifts>('/v1/shifts').then((answer) => {
        if (gone) return;
        if (answer.ok) setShifts(answer.value);
        setWrong(answer.ok ? null : answer.problem.detail);
      });
    ask();
    const timer = setInterval(ask, ASK_EVERY_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [api]);
  // The live link knows sooner than the list who has come or gone.
  const here = people.length > 0 ? people : (shifts?.present ?? []);
  const isHere = (subject: string): boolean => here.some((one) => one.subject === subject);
  return (
    <>
      <div className="page__head">
        <h1>Shift list</h1>
      </div>
      {wrong !== null && (
        <p className="field__wrong" role="alert">
          {wrong}
        </p>
      )}
      {shifts === null && wrong === null && <p>Asking…</p>}
      {shifts !== null && (
        <>
          <Part title="What players are told now">
            <p className="quote">{shifts.sentence}</p>
          </Part>
          <Part title="Here now">
            {here.length === 0 && <p className="page__empty">Nobody has a console open.</p>}
            <ul className="people">
              {here.map(({ subject, displayName, caseId }) => (
                <li key={subject}>
                  <strong>
                    {displayName}
                    {subject === me && ' (you)'}
                  </strong>
                  {caseId !== null && (
                    <span>
                      looking at case <code>{caseId.slice(0, 8)}</code>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Part>
          <Part title="On-call ladder">
            {shifts.ladder.length === 0 ? (
              <p className="page__empty">
                The ladder is empty: nobody is paged outside this console. An operator adds people to it in the
                configuration.
              </p>
            ) : (
              <table className="table">
                <caption className="visually-hidden">In the order in which they are paged</caption>
                <thead>
                  <tr>
                    <th scope="col">Rung</th>
                    <th scope="col">Who</th>
                    <th scope="col">When</th>
                    <th scope="col">Console</th>
                  </tr>
                </thead>
                <tbody>
                  {shifts.ladder.map(({ subject, displayName, when, present }, i) => (
                    <tr key={subject}>
                      <td data-label="Rung">{i + 1}</td>
                      <th scope="row">{displayName}</th>
                      <td data-label="When">{when === 'always' ? 'always' : 'in opening hours'}</td>
                      <td data-label="Console">{present || isHere(subject) ? 'open now' : 'not open'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Part>
        </>
      )}
    </>
  );
}
