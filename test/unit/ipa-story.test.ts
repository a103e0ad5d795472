// The authored worlds and the input processor meet at the vocabulary: what the story names and suggests has to be understood.
import assert from 'node:assert/strict';
import { createRulesInputProcessor } from '../../src/agents/ipa/index.ts';
import type { WorldView } from '../../src/domain/world.ts';
import { authoredStory } from '../support/authored.ts';

const story = authoredStory();
const ipa = createRulesInputProcessor((worldId) => story.vocabulary(worldId));

for (const { id: worldId, version: worldVersion, title } of story.worlds()) {
  const world = story.authored(worldId);
  const seed = story.seed(worldId);
  /** Everything in one place, so that names compete as hard as they can. */
  const crowded: WorldView = {
    worldId,
    worldVersion,
    turnSeq: 1,
    place: { id: world.start, region: '', visits: 1, properties: {} },
    // The seed's directions are those of the authored file, which the loader checks against the domain's.
    exits: Object.values(world.exits).map(({ id, direction, to }) => ({
      id,
      direction,
      to,
      locked: false,
      hidden: false,
    })),
    things: seed.things.map(({ id }) => ({ id, at: world.start, properties: {} })),
    characters: seed.characters.map(({ id, disposition, knows }) => ({
      id,
      at: world.start,
      disposition,
      knows,
      properties: {},
    })),
    neighbours: [],
    playerKnows: [],
    storylines: {},
    goals: [],
    recent: [],
    narratorState: null,
  };
  const understand = (text: string) => ipa.understand({ text, view: crowded });

  describe(`the input processor in ${title}`, () => {
    for (const [id, { name }] of Object.entries(world.things)) {
      it(`knows ${name} by the name the narrator uses`, async () => {
        assert.equal((await understand(`Look at ${name}`)).target, id);
        assert.equal((await understand(`Take ${name}`)).target, id);
      });
    }
    for (const [id, { name, topics }] of Object.entries(world.characters)) {
      it(`knows ${name} and what ${name} can be asked about`, async () => {
        assert.equal((await understand(`Greet ${name}`)).target, id);
        for (const about of Object.keys(topics)) {
          const fact = world.facts[about];
          const known = world.things[about] ?? world.places[about] ?? world.characters[about];
          const words = fact === undefined ? known?.name : (fact.about ?? fact.names?.[0]);
          const { intent, target, topic } = await understand(`Ask ${name} about ${words}`);
          assert.deepEqual({ intent, target, topic }, { intent: 'ask', target: id, topic: about }, words);
        }
      });
    }
    for (const { suggest, do: intents, target } of world.interactions) {
      if (suggest === undefined) continue;
      it(`understands its suggestion "${suggest}"`, async () => {
        const understood = await understand(suggest);
        assert.ok(intents.includes(understood.intent), understood.intent);
        if (target !== undefined) assert.ok(target.includes(understood.target ?? ''), understood.target);
        assert.ok(understood.confidence > 0.9);
      });
    }
  });
}
