// What the session client makes of Temporal's errors.
import assert from 'node:assert/strict';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { describe, it } from 'mocha';
import { asAppError } from '../../src/client/errors.ts';

const failed = (type: string, message = 'said by our handler') =>
  new WorkflowUpdateFailedError('Workflow Update failed', ApplicationFailure.nonRetryable(message, type));

describe('an error of Temporal', () => {
  it('keeps the code and message that one of our handlers gave', () => {
    const error = asAppError(failed('stale_turn'));
    assert.deepEqual([error.code, error.message], ['stale_turn', 'said by our handler']);
  });

  it('of unknown origin never brings its message along', () => {
    for (const unknown of [failed('TypeError', 'quotes a word of a player'), new Error('quotes a word of a player')]) {
      const error = asAppError(unknown);
      assert.equal(error.code, 'unavailable');
      assert.ok(!error.message.includes('word of a player'));
    }
  });

  it('says that a session has ended when its run is over', () => {
    assert.equal(asAppError(failed('AcceptedUpdateCompletedWorkflow')).code, 'session_ended');
    assert.equal(
      asAppError(new WorkflowExecutionAlreadyStartedError('started', 'session/x', 'session')).code,
      'session_ended',
    );
  });

  it('tells an unknown id from a server that did not answer in time', () => {
    assert.equal(asAppError(new WorkflowNotFoundError('not found', 'session/x', undefined)).code, 'not_found');
    const late = asAppError(new WorkflowUpdateRPCTimeoutOrCancelledError('deadline exceeded'));
    assert.deepEqual([late.code, late.retryable], ['unavailable', true]);
  });
});
