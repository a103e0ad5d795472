// Until when somebody waits for this attempt of an activity.
import { activityInfo } from '@temporalio/activity';

/** Epoch ms. An attempt that goes on after it (a frozen process, a graph that hangs) has been given up by its session, which
 *  may have answered other turns since. */
export function givenUpAt(): number {
  const { currentAttemptScheduledTimestampMs, startToCloseTimeoutMs } = activityInfo();
  return currentAttemptScheduledTimestampMs + startToCloseTimeoutMs;
}

/** Milliseconds that earlier attempts have taken. Both times are the server's, so they can be compared. */
export function goneBefore(): number {
  const { currentAttemptScheduledTimestampMs, scheduledTimestampMs } = activityInfo();
  return currentAttemptScheduledTimestampMs - scheduledTimestampMs;
}
