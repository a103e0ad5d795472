// Help is authored, and passes the screening door all the same: whole, and sentence by sentence as it is streamed.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CLEAR_VERDICT, CRISIS_KINDS } from '../../src/domain/verdict.ts';
import { createHelp } from '../../src/people/index.ts';
import { ownSafety } from '../support/authored.ts';

describe('help', () => {
  const safety = ownSafety();
  const passed = new Set<string>();
  const help = createHelp({
    ...safety,
    approve(text, key) {
      const approved = safety.approve(text, key);
      passed.add(approved);
      return approved;
    },
  });
  const country = 'GB';

  function assertPassed(line: { text: string; sentences?: readonly string[] }): void {
    for (const text of [line.text, ...(line.sentences ?? [])]) assert.ok(passed.has(text), `not approved: ${text}`);
  }

  it('shows no line and no sentence that has not passed the door', () => {
    for (const kind of CRISIS_KINDS) {
      const first = help.open({ kind, level: 'high', country, at: 0 });
      assertPassed(first);
      assertPassed(help.open({ kind, level: 'moderate', country, at: 0, nobodyTold: true }));
      assert.ok(first.state !== null);
      assertPassed(help.next(first.state, { text: 'no', verdict: CLEAR_VERDICT, country, at: 1 }));
      assertPassed(help.support({ category: kind, country }));
    }
    for (const key of ['unreadable', 'unavailable', 'nobody_told', 'untold']) assertPassed(help.notice(key, country));
  });
});
