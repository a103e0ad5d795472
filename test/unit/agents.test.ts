// The registry: agents by type and instance, switched on by configuration.
import assert from 'node:assert/strict';
import { createAgents } from '../../src/agents/index.ts';
import { AppError } from '../../src/domain/errors.ts';
import { authoredStory } from '../support/authored.ts';

const story = authoredStory();
const missing = (error: unknown): boolean => error instanceof AppError && error.code === 'part_missing';

describe('agents', () => {
  it('are found by type and instance, one for each version of a world', () => {
    const { registry, narrator } = createAgents({ story });
    const found = registry.find('nga', 'authored', story.authored('last-light'));
    assert.deepEqual(found.id, { type: 'nga', instance: 'authored' });
    assert.equal(found, narrator('last-light'));
    assert.deepEqual(
      registry.cards().map(({ type, instance, enabled }) => `${type}/${instance} ${enabled}`),
      ['ipa/rules true', 'wba/rules true', 'nga/authored true'],
    );
  });

  it('are refused as missing parts when switched off, not named in the configuration, or unknown', () => {
    const agents = createAgents({ story, enabled: { ipa: { rules: true }, wba: { rules: false } } });
    assert.equal(agents.inputProcessor('last-light').id.instance, 'rules');
    assert.throws(() => agents.worldBuilder('last-light'), missing);
    assert.throws(() => agents.narrator('last-light'), missing);
    assert.throws(() => agents.registry.find('wba', 'rules', story.authored('last-light')), missing);
    assert.throws(() => agents.registry.find('ipa', 'nobody', story.authored('last-light')), missing);
  });

  it('answer not_found for a world that is not there', () => {
    assert.throws(
      () => createAgents({ story }).narrator('nowhere'),
      (error: unknown) => error instanceof AppError && error.code === 'not_found',
    );
  });
});
