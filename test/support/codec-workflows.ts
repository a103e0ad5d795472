// Workflows of the codec's test: one session and one case that together send every sort of payload there is.
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  executeChild,
  getExternalWorkflowHandle,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';

interface Acts {
  echo(text: string): Promise<string>;
}
const far = proxyActivities<Acts>({ startToCloseTimeout: '10 seconds' });
const near = proxyLocalActivities<Acts>({ startToCloseTimeout: '2 seconds' });

export const say = defineUpdate<string, [string]>('say');
export const heard = defineQuery<string[]>('heard');
export const tell = defineSignal<[string]>('tell');

export async function talk(caseId: string, said: string[], rounds: number): Promise<string[]> {
  setHandler(heard, () => said);
  setHandler(tell, (text) => void said.push(text));
  setHandler(say, async (text) => {
    if (text === 'fail') throw ApplicationFailure.create({ message: 'refused', details: ['the secret lighthouse'] });
    const answer = `${await near.echo(text)} ${await far.echo(text)}`;
    said.push(answer);
    await getExternalWorkflowHandle(caseId).signal(tell, text);
    return answer;
  });
  await condition(() => said.length > rounds);
  await condition(allHandlersFinished);
  if (rounds < 3) await continueAsNew<typeof talk>(caseId, said, said.length + 2);
  said.push(await executeChild(listen, { workflowId: `child/${caseId}`, args: ['the secret lighthouse', 1] }));
  return said;
}

export async function listen(first: string, signals: number): Promise<string> {
  const told: string[] = [first];
  setHandler(tell, (text) => void told.push(text));
  await condition(() => told.length >= signals);
  return told.join(' | ');
}
