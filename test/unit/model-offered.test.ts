// What a model is held to: a schema that names what the player can see, holds or knows, and nothing else. Asked at the process's edge.
import assert from 'node:assert/strict';
import { createRulesInputProcessor } from '../../src/agents/ipa/index.ts';
import { createModelInputProcessor, createModelWorldBuilder } from '../../src/agents/model/index.ts';
import { createRulesWorldBuilder, scopeOf } from '../../src/agents/wba/index.ts';
import type { Steering, UnderstandInput, Understanding } from '../../src/domain/agents.ts';
import type { WorldView } from '../../src/domain/world.ts';
import { grammarShape } from '../../src/models/grammar.ts';
import type { CompletionRequest, ModelProvider } from '../../src/models/index.ts';
import type { AuthoredWorld } from '../../src/story/index.ts';
import { authoredStory } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const story = authoredStory();
const WORLD = 'last-light';
const last = story.authored(WORLD);
const rules = createRulesInputProcessor(() => story.vocabulary(WORLD));
/** No rule reads it, so a model is asked. */
const UNREAD = 'zorble the frimpet gently, would you';

/** A model that says nothing of use and remembers what it was held to. */
function listener(): { provider: ModelProvider; asked: CompletionRequest[] } {
  const asked: CompletionRequest[] = [];
  const provider: ModelProvider = {
    id: 'listener',
    displayName: 'listener',
    inHouse: true,
    async complete(request) {
      asked.push(request);
      return { text: '' };
    },
    async *stream() {},
  };
  return { provider, asked };
}

async function viewAfter(...texts: string[]): Promise<WorldView> {
  const player = createPlayer(story, WORLD);
  for (const text of texts) await player.say(text);
  return player.view();
}

async function meaningAsked(
  view: WorldView,
  world: AuthoredWorld = last,
  rest: Partial<UnderstandInput> = {},
): Promise<Shape> {
  const { provider, asked } = listener();
  await createModelInputProcessor(world, rules, { provider, withinMs: 2_000 }).understand({
    text: UNREAD,
    view,
    consented: true,
    ...rest,
  });
  return asked[0]?.schema?.shape as Shape;
}

/** An act that no author has an answer for. */
const use = (target: string): Understanding => ({
  intent: 'use',
  interaction: 'play',
  target,
  spoken: false,
  entities: [target],
  unresolved: false,
  tone: 'neutral',
  confidence: 1,
  // biome-ignore lint/suspicious/noThenProperty: the contract's name for follow-on commands; nothing awaits one.
  then: [],
});

async function changesAsked(view: WorldView, target: string, world: AuthoredWorld = last): Promise<Shape | undefined> {
  const { provider, asked } = listener();
  await createModelWorldBuilder(world, { provider, withinMs: 2_000 }).propose({ understanding: use(target), view });
  return asked[0]?.schema?.shape as Shape | undefined;
}

/** As much of JSON Schema as is read here. */
interface Shape {
  type?: string;
  enum?: string[];
  anyOf?: Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
}

/** All values that a schema lets a field of this name have, at any depth. */
function valuesOf(shape: Shape | undefined, field: string): string[] {
  if (shape === undefined) return [];
  const here = shape.properties?.[field];
  const inside = [
    ...Object.values(shape.properties ?? {}),
    ...(shape.anyOf ?? []),
    ...(shape.items ? [shape.items] : []),
  ];
  return [...new Set([...leaves(here), ...inside.flatMap((one) => valuesOf(one, field))])].sort();
}
const leaves = (shape: Shape | undefined): string[] =>
  shape === undefined ? [] : [...(shape.enum ?? []), ...(shape.anyOf ?? []).flatMap(leaves)];
const isFree = (shape: Shape | undefined): boolean =>
  shape !== undefined &&
  (shape.enum === undefined ? shape.type === 'string' || (shape.anyOf ?? []).some(isFree) : false);

/** The same place with forty things lying about. */
function crowded(view: WorldView): { view: WorldView; world: AuthoredWorld } {
  const [cloth] = Object.values(last.things);
  assert.ok(cloth !== undefined);
  const ids = Array.from({ length: 40 }, (_, n) => `thing_number_${n}`);
  return {
    view: { ...view, things: [...view.things, ...ids.map((id) => ({ id, at: view.place.id, properties: {} }))] },
    world: {
      ...last,
      things: { ...last.things, ...Object.fromEntries(ids.map((id) => [id, { ...cloth, portable: true }])) },
    },
  };
}

describe('what a model can say the player means', () => {
  it('names places, ways, people and things in sight, and null', async () => {
    const shape = await meaningAsked(await viewAfter('north', 'north'));
    const targets = valuesOf(shape, 'target');
    for (const id of ['idris', 'letter', 'tower_door', 'tower', 'yard']) assert.ok(targets.includes(id), id);
    assert.deepEqual(valuesOf(shape, 'indirect'), targets);
    assert.deepEqual(valuesOf(shape, 'direction'), ['east', 'in', 'south']);
    assert.ok(valuesOf(shape, 'topic').length > 0);
    for (const field of ['target', 'indirect', 'topic', 'direction']) {
      const value = shape.properties?.[field];
      assert.ok(!isFree(value), `${field} may be any word`);
      assert.ok(
        value?.anyOf?.some(({ type }) => type === 'null'),
        `${field} may be left out`,
      );
    }
  });

  it('names nothing that is hidden or elsewhere', async () => {
    const shape = await meaningAsked(await viewAfter('north', 'west'));
    for (const id of ['oil_can', 'wick', 'mara', 'idris', 'iron_key', 'lamp_room', 'boathouse'])
      assert.ok(!valuesOf(shape, 'target').includes(id), id);
  });

  it('has null alone where there is nobody to speak of', async () => {
    const shape = await meaningAsked({ ...(await viewAfter()), characters: [] });
    assert.deepEqual(shape.properties?.topic, { type: 'null' });
  });

  it('is the same schema for the same scene in another order', async () => {
    const view = await viewAfter('north', 'north');
    const turned = { ...view, things: [...view.things].reverse(), exits: [...view.exits].reverse() };
    assert.deepEqual(await meaningAsked(turned), await meaningAsked(view));
  });

  it('is no deed where words are plainly said to somebody, unless the story invited to it', async () => {
    const view = await viewAfter();
    const said = { text: 'Bram, I missed the smell of tar all winter' };
    const intents = valuesOf(await meaningAsked(view, last, said), 'intent');
    for (const one of ['say', 'ask', 'feel', 'stop', 'technique', 'unknown']) assert.ok(intents.includes(one), one);
    for (const one of ['take', 'give', 'touch', 'look', 'move']) assert.ok(!intents.includes(one), one);
    const steering: Steering = {
      themes: [],
      depth: 'steady',
      bodyFocus: true,
      avoid: { hard: [], soft: [] },
      invited: { suggestion: 'Name three things I can see', intents: ['look'] },
      next: null,
      note: null,
    };
    assert.ok(valuesOf(await meaningAsked(view, last, { ...said, steering }), 'intent').includes('look'));
    for (const text of ['say how I missed the smell of tar', '“I missed the smell of tar”'])
      assert.ok(!valuesOf(await meaningAsked(view, last, { text }), 'intent').includes('touch'), text);
    assert.ok(
      valuesOf(await meaningAsked(view), 'intent').includes('drop'),
      'what is only taken for words may be a deed',
    );
  });

  it('stays speech where a model makes a deed of it all the same', async () => {
    const { provider } = listener();
    const meant = {
      intent: 'touch',
      target: 'bram',
      indirect: null,
      topic: null,
      direction: null,
      tone: 'sad',
      sure: 1,
    };
    const degraded: string[] = [];
    const { intent, source } = await createModelInputProcessor(last, rules, {
      provider: { ...provider, complete: async () => ({ text: '', json: meant }) },
      withinMs: 2_000,
      onDegraded: ({ type }, reason) => degraded.push(`${type} ${reason}`),
    }).understand({ text: 'Bram, I missed the smell of tar all winter', view: await viewAfter(), consented: true });
    assert.deepEqual([intent, source, degraded], ['say', 'rules', ['ipa unsure']]);
  });

  it('stays small where forty things lie about', async () => {
    const { view, world } = crowded(await viewAfter());
    const shape = await meaningAsked(view, world);
    assert.equal(valuesOf(shape, 'target').filter((id) => id.startsWith('thing_number')).length, 40);
    assert.ok(JSON.stringify(shape).length < 4_000, `${JSON.stringify(shape).length} letters`);
  });
});

describe('what a model can wish to change', () => {
  it('is what can be carried, states that no author uses, and what may be learned here', async () => {
    const view = await viewAfter('north', 'east', 'take the cloth');
    const shape = await changesAsked(view, 'cloth');
    assert.ok(shape !== undefined);
    assert.deepEqual(valuesOf(shape, 'type'), ['learn', 'move', 'set']);
    assert.ok(valuesOf(shape, 'entity').includes('cloth'));
    assert.ok(valuesOf(shape, 'fact').includes('idris_knee'), 'Mara would say it');
    assert.ok(!valuesOf(shape, 'fact').includes('nell_left'), 'nobody here would');
    assert.deepEqual(valuesOf(shape, 'to'), ['player', 'tea_room']);
    for (const id of valuesOf(shape, 'entity')) assert.ok(scopeOf(view, last).thing(id) !== undefined, id);
    assert.doesNotMatch(JSON.stringify(shape), /tower_door|"letter_unknown"/);
  });

  it('is never a way, what somebody else holds, or a thing that is hidden', async () => {
    const shape = await changesAsked(await viewAfter('north', 'north'), 'letter');
    const moves = (shape?.properties?.changes?.items?.anyOf ?? []).find((one) =>
      valuesOf(one, 'type').includes('move'),
    );
    assert.ok(!valuesOf(moves, 'entity').includes('iron_key'), 'it is in the hands of Idris');
    assert.doesNotMatch(JSON.stringify(shape), /tower_door|yard_lane/);
  });

  it('stays small where forty things lie about', async () => {
    const { view, world } = crowded(await viewAfter());
    const shape = await changesAsked(view, 'thing_number_3', world);
    assert.ok(JSON.stringify(shape).length < 4_000, `${JSON.stringify(shape).length} letters`);
  });

  it('is nothing where there is nothing to change, and then nobody is asked', async () => {
    const view = await viewAfter();
    const bare = { ...view, things: [], characters: [], playerKnows: [] };
    const { provider, asked } = listener();
    const builder = createModelWorldBuilder(last, { provider, withinMs: 2_000 });
    const input = { understanding: use('bell'), view: bare };
    const plain = await createRulesWorldBuilder(last).propose(input);
    assert.deepEqual((await builder.propose(input)).outcomes, plain.outcomes);
    assert.equal(asked.length, 0);
  });
});

describe('the schemas of the agents as a grammar', () => {
  /** The words that node-llama-cpp makes a grammar of; another word would let the model say anything, or nothing. */
  const KNOWN = new Set(['type', 'enum', 'const', 'oneOf', 'properties', 'required', 'additionalProperties', 'items']);

  function wordsOf(shape: unknown): string[] {
    if (Array.isArray(shape)) return shape.flatMap(wordsOf);
    if (typeof shape !== 'object' || shape === null) return [];
    return Object.entries(shape).flatMap(([word, value]) => [
      word,
      ...(word === 'properties'
        ? Object.values(value as object).flatMap(wordsOf)
        : word === 'enum'
          ? []
          : wordsOf(value)),
    ]);
  }

  it('use no word that the grammar does not know', async () => {
    const { view, world } = crowded(await viewAfter('north', 'east'));
    for (const shape of [await meaningAsked(view, world), await changesAsked(view, 'cloth', world)]) {
      const words = new Set(wordsOf(grammarShape(shape)));
      assert.ok(words.has('oneOf') && words.has('enum'));
      assert.deepEqual(
        [...words].filter((word) => !KNOWN.has(word)),
        [],
      );
    }
  });
});
