// The case's own workflows, beside a session that only keeps what a case tells it: what a player would be shown.
import { condition, defineQuery, defineSignal, setHandler } from '@temporalio/workflow';

export { crisisCase } from '../../src/workflows/crisis-case.ts';
export { operatorAlert } from '../../src/workflows/operator-alert.ts';

const DOORS = ['helpAcknowledged', 'helpReleased', 'helpUnanswered', 'humanMessage'] as const;
export type Told = { what: (typeof DOORS)[number]; said: Record<string, unknown> };

export async function session(): Promise<void> {
  const told: Told[] = [];
  let ended = false;
  for (const what of DOORS) setHandler(defineSignal<[Told['said']]>(what), (said) => void told.push({ what, said }));
  setHandler(defineSignal('end'), () => {
    ended = true;
  });
  setHandler(defineQuery<Told[]>('told'), () => told);
  await condition(() => ended);
}
