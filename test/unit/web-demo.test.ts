// The demo account of a device: found again by its name, forgotten when the page is left quickly.
import assert from 'node:assert/strict';
import { forgetDemoName, guestName, keepDemoName, keptDemoName } from '../../web/shared/demo-name.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('the demo account of a device', () => {
  it('is offered again under the name it was begun with, until it is forgotten', () => {
    const store = memory();
    assert.equal(keptDemoName(store), null);
    keepDemoName(store, 'Ana');
    assert.equal(keptDemoName(store), 'Ana');
    forgetDemoName(store);
    assert.equal(keptDemoName(store), null);
  });

  it('has a name of its own where none was given', () => {
    assert.equal(guestName(0), 'Guest 1000');
    assert.equal(guestName(0.9999), 'Guest 9999');
  });

  it('does without storage', () => {
    const broken = {
      getItem: () => {
        throw new Error('no storage');
      },
      setItem: () => {
        throw new Error('no storage');
      },
      removeItem: () => {
        throw new Error('no storage');
      },
    };
    keepDemoName(broken, 'Ana');
    forgetDemoName(broken);
    assert.equal(keptDemoName(broken), null);
  });
});
