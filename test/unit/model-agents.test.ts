// The agents that ask a model, in their parts: what a model may change, what of its telling contradicts the world, and how
// configuration chooses them.
import assert from 'node:assert/strict';
import { createAgents } from '../../src/agents/index.ts';
import { contradictionsOf } from '../../src/agents/model/contradiction.ts';
import type { Wish } from '../../src/agents/model/permitted.ts';
import { permitted, statesOf } from '../../src/agents/model/permitted.ts';
import { promptOf } from '../../src/agents/model/prompts.ts';
import { sceneOf } from '../../src/agents/model/scene.ts';
import type { Scope } from '../../src/agents/wba/index.ts';
import { allHold, scopeOf } from '../../src/agents/wba/index.ts';
import { AppError } from '../../src/domain/errors.ts';
import { intakeText } from '../../src/gateway/intake-text.ts';
import type { ModelProvider } from '../../src/models/index.ts';
import { createOpenAiProvider } from '../../src/models/index.ts';
import { authoredStory } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const story = authoredStory();
const WORLD = 'last-light';
const world = story.authored(WORLD);
/** Nobody listens at port 1; none of these tests asks. */
const nobody: ModelProvider = createOpenAiProvider({ url: 'http://127.0.0.1:1', model: 'm', timeoutMs: 50 });

async function scopeAfter(...texts: string[]): Promise<Scope> {
  const player = createPlayer(story, WORLD);
  for (const text of texts) await player.say(text);
  return scopeOf(player.view(), world);
}

describe('what a model may change', () => {
  const refused = (wish: Wish, scope: Scope): string => {
    const judged = permitted([wish], scope);
    assert.ok('because' in judged, JSON.stringify(wish));
    return judged.because;
  };

  it('is where carried things are, and states that no author uses', async () => {
    const scope = await scopeAfter('north', 'east');
    const judged = permitted(
      [
        { type: 'move', entity: 'cloth', to: 'player' },
        { type: 'set', entity: 'cloth', property: 'folded', to: true },
        { type: 'move', entity: 'cloth', to: 'tea_room' },
      ],
      scope,
    );
    assert.ok('changes' in judged);
    assert.deepEqual(judged.changes, [
      { type: 'move', entity: 'cloth', from: 'tea_room', to: 'player' },
      { type: 'set', entity: 'cloth', property: 'folded', from: null, to: true },
      { type: 'move', entity: 'cloth', from: 'player', to: 'tea_room' },
    ]);
    assert.ok(allHold(judged.changes, scope));
  });

  it('is never what somebody else holds, a way, a person, or the player', async () => {
    const yard = await scopeAfter('north', 'north');
    assert.match(refused({ type: 'move', entity: 'iron_key', to: 'player' }, yard), /held by idris/);
    assert.match(refused({ type: 'set', entity: 'tower_door', property: 'locked', to: false }, yard), /only its key/);
    assert.match(refused({ type: 'set', entity: 'yard_lane', property: 'locked', to: true }, yard), /stays as it is/);
    assert.match(refused({ type: 'set', entity: 'idris', property: 'met', to: true }, yard), /Only a thing/);
    assert.match(refused({ type: 'move', entity: 'player', to: 'tower' }, yard), /do not change place/);
    assert.match(refused({ type: 'move', entity: 'idris', to: 'tower' }, yard), /do not change place/);
    assert.match(refused({ type: 'move', entity: 'letter', to: 'tower' }, yard), /can only go/);
  });

  it('is never a thing that a story waits for somebody to be given', async () => {
    const yard = await scopeAfter('north', 'north');
    assert.match(refused({ type: 'move', entity: 'letter', to: 'idris' }, yard), /does not take/);
  });

  it('is never hidden, and a refusal does not name what is', async () => {
    const boathouse = await scopeAfter('north', 'west', 'search the hull', 'go in');
    assert.equal(boathouse.view.place.id, 'boathouse');
    assert.equal(boathouse.property('oil_can', 'hidden'), true, 'the chest is still shut');
    assert.doesNotMatch(refused({ type: 'move', entity: 'oil_can', to: 'player' }, boathouse), /oil/);
    assert.doesNotMatch(JSON.stringify(sceneOf(boathouse)), /oil_can|wick|hidden/);
  });

  it('is learned only from somebody here who would say it', async () => {
    const tea = await scopeAfter('north', 'east');
    assert.ok('changes' in permitted([{ type: 'learn', who: 'player', fact: 'idris_knee' }], tea));
    assert.match(refused({ type: 'learn', who: 'player', fact: 'nell_left' }, tea), /Nobody here/);
    assert.match(refused({ type: 'learn', who: 'mara', fact: 'weather_turning' }, tea), /does not know/);
  });

  it('is no plot', async () => {
    const tea = await scopeAfter('north', 'east');
    const wish: Wish = { type: 'set', entity: 'cloth', property: 'folded', to: true };
    assert.ok('because' in permitted([wish, wish, wish, wish], tea));
  });

  it('leaves every state that an interaction uses to its author', () => {
    const states = statesOf(world);
    assert.ok(states.length > 0);
    const taken = {
      ...world,
      interactions: [{ ...world.interactions[0]!, changes: [{ set: 'cloth.folded', to: true }] }],
    };
    assert.ok(states.includes('folded') && !statesOf(taken).includes('folded'));
  });
});

describe('a contradiction', () => {
  const cases: [string, string[], [string, string | null][]][] = [
    [
      'at the locked door',
      ['north', 'north'],
      [
        ['The tower door swings open without a sound.', 'open'],
        ['The green door stands ajar.', 'open'],
        ['You push open the tower door.', 'open'],
        ['The tower door does not open.', null],
        ['The tower door is locked, and stays locked.', null],
        ['You take the iron key from its nail.', 'held'],
        ['You have the iron key at last.', 'held'],
        ['You do not have the iron key.', null],
        ['The iron key hangs at his belt.', null],
        ['You climb, and then you step into the lamp room.', 'place'],
        ['Far above, the lamp room is dark.', null],
        ['You hold the letter against your coat.', null],
      ],
    ],
    [
      'before the hidden gap',
      ['north', 'west'],
      [
        ['Behind the hull there is a gap.', 'hidden'],
        ['Shingle shifts under your boots.', null],
        ['Here is the story as JSON.', 'fiction'],
        ['As an AI language model, I must stop.', 'fiction'],
        ['See https://example.com for more.', 'fiction'],
        ['"I won\'t ask again," the player said.', 'fiction'],
      ],
    ],
  ];
  for (const [where, way, sentences] of cases) {
    for (const [sentence, expected] of sentences) {
      it(`${where}: ${expected ?? 'none'} in "${sentence}"`, async () => {
        assert.equal(contradictionsOf(await scopeAfter(...way), undefined)(sentence), expected);
      });
    }
  }

  it('is hardly ever found in what the author tells', async () => {
    const player = createPlayer(story, WORLD);
    let sentences = 0;
    const found: string[] = [];
    for (const text of [
      ...['look around', 'talk to Bram', 'north', 'east', 'take the matches', 'take the cloth', 'ask Mara about Idris'],
      ...['west', 'north', 'talk to Idris', 'open the door', 'give the letter to Idris', 'ask Idris about the key'],
      ...[
        'unlock the door',
        'in',
        'look around',
        'up',
        'look at the lamp',
        'down',
        'out',
        'drop the cloth',
        'south',
        'west',
      ],
    ]) {
      const played = await player.say(text);
      const contradicts = contradictionsOf(scopeOf(player.view(), world), played.proposal);
      for (const sentence of played.narration.sentences) {
        sentences += 1;
        const what = contradicts(sentence);
        if (what !== null) found.push(`${what}: ${sentence}`);
      }
    }
    assert.ok(sentences > 60, String(sentences));
    assert.deepEqual(found, []);
  });
});

describe('the model instances', () => {
  it('are there only with a model, and go before the others where they are switched on', () => {
    const names = (model: ModelProvider | null) =>
      createAgents({ story, model })
        .registry.cards()
        .map(({ type, instance, enabled }) => `${type}/${instance} ${enabled}`);
    assert.deepEqual(names(null), ['ipa/rules true', 'wba/rules true', 'nga/authored true']);
    assert.ok(names(nobody).includes('nga/model false'), 'a model alone switches nothing on');
    const both = { ipa: { rules: true, model: true }, wba: { rules: true }, nga: { authored: true, model: true } };
    const agents = createAgents({ story, model: nobody, enabled: both });
    assert.equal(agents.inputProcessor(WORLD).id.instance, 'model');
    assert.equal(agents.worldBuilder(WORLD).id.instance, 'rules');
    assert.equal(agents.narrator(WORLD).id.instance, 'model');
    assert.equal(agents.fallbackNarrator(WORLD).id.instance, 'authored');
    assert.equal(createAgents({ story, enabled: both }).narrator(WORLD).id.instance, 'authored');
  });

  it('switched on alone and without a model are refused, with what to do', () => {
    const agents = createAgents({
      story,
      enabled: { ipa: { model: true }, wba: { rules: true }, nga: { model: true } },
    });
    assert.throws(
      () => agents.narrator(WORLD),
      (error: unknown) => error instanceof AppError && error.code === 'part_missing' && /MODEL_URL/.test(error.message),
    );
  });

  it('carry the version of their prompt', () => {
    const { registry } = createAgents({ story, model: nobody });
    for (const { type, instance, version } of registry.cards())
      if (instance === 'model') assert.equal(version, promptOf(type).version);
  });
});

describe('the consent to a model', () => {
  it('names who receives what is written, and is to that one alone', () => {
    const texts = [null, 'api.example.com', 'models.example.org'].map((modelProvider) =>
      intakeText({ coverage: 'none', modelProvider }),
    );
    assert.equal(new Set(texts.map(({ version }) => version)).size, 3);
    assert.match(JSON.stringify(texts[1]), /language model of api\.example\.com/);
  });
});
