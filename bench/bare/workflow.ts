// The yardstick: a workflow whose turn is one local activity that does nothing. What our turn costs above it is our own.
import { condition, defineSignal, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

const { answer } = proxyLocalActivities<{ answer(text: string): Promise<string> }>({
  startToCloseTimeout: '2 seconds',
});

export async function bare(): Promise<void> {
  let ended = false;
  setHandler(defineUpdate<string, [string]>('takeTurn'), (text) => answer(text));
  setHandler(defineSignal('end'), () => {
    ended = true;
  });
  await condition(() => ended);
}
