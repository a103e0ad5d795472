// Mocha's own reporter, and the counts in a file for the line that `npm test` ends with.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

class CountsReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      writeFileSync(
        process.env.TTA_TEST_COUNTS,
        JSON.stringify({ passed: passes, failed: failures, skipped: pending }),
      );
    });
  }
}

module.exports = CountsReporter;
