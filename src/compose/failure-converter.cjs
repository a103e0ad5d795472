// Loaded by the workflow sandbox, the worker and clients by path (hence CommonJS): failure messages and stack traces go
// through the codec too, because the message of an unexpected error is of unknown origin.
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
