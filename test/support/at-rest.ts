// The time-skipping server now and then loses an update for good that arrives while an activity of the same workflow completes;
// the real server does not. What a case has done is seen in the graph while its activity is still completing, so a test speaks
// to a workflow when its history says that nothing is under way.
import type { WorkflowHandle } from '@temporalio/client';
import { until } from './until.ts';

type HistoryEvent = NonNullable<Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']>[number];

export async function atRest(what: string, handle: WorkflowHandle): Promise<void> {
  await until(`${what} is at rest`, async () => restsAt((await handle.fetchHistory()).events ?? []));
}

/** Every activity has ended, and the workflow has taken note of the last. */
function restsAt(events: readonly HistoryEvent[]): boolean {
  const last = (find: (event: HistoryEvent) => unknown): number => events.findLastIndex((one) => Boolean(find(one)));
  const count = (find: (event: HistoryEvent) => unknown): number => events.filter((one) => Boolean(find(one))).length;
  const ended = (event: HistoryEvent): unknown =>
    event.activityTaskCompletedEventAttributes ??
    event.activityTaskFailedEventAttributes ??
    event.activityTaskTimedOutEventAttributes;
  const taken = last((event) => event.workflowTaskCompletedEventAttributes);
  return (
    taken > last((event) => event.workflowTaskScheduledEventAttributes) &&
    taken > last(ended) &&
    count((event) => event.activityTaskScheduledEventAttributes) === count(ended)
  );
}
