// Print quality of what is read: quotes, apostrophes, dashes.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { typeset } from '../../src/domain/typography.ts';

describe('typography', () => {
  it('curls quotes by where they stand', () => {
    assert.equal(typeset('"Late?" she says. ("No.")'), '“Late?” she says. (“No.”)');
    assert.equal(typeset(`"She can't spell 'receive'," he says.`), '“She can’t spell ‘receive’,” he says.');
    assert.equal(typeset(`"'Tis late," and "'late' is a word"`), '“’Tis late,” and “‘late’ is a word”');
    assert.equal(typeset("the keepers' jam, in '96 - or later"), 'the keepers’ jam, in ’96 – or later');
    assert.equal(typeset('One.\n\n"Two."'), 'One.\n\n“Two.”');
  });

  it('changes nothing in what is set already', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab .,"'\n-]{0,40}$/), (text) => typeset(typeset(text)) === typeset(text)),
    );
  });
});
