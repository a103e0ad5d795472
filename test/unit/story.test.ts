// The authored worlds: that they load, hold together and can be played through; and what an author is told when they do not.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INTENTS } from '../../src/domain/agents.ts';
import { AppError } from '../../src/domain/errors.ts';
import { loadWorld } from '../../src/story/index.ts';
import { parseWorld } from '../../src/story/parse.ts';
import { authoredStory } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const story = authoredStory();
const WORLD = 'last-light';
const world = story.authored(WORLD);

const GOOD_TURNS = [
  'north',
  'east',
  'take the matches and take the cloth',
  'west',
  'north',
  'give the letter to Idris',
  'ask Idris about the key',
  'south',
  'west',
  'search the hull',
  'go in',
  'open the chest',
  'take the oil can and the wick',
  'go out',
  'east',
  'north',
  'unlock the door with the key',
  'go in',
  'go up',
  'put the wick in the lamp',
  'put the oil in the lamp',
  'light the lamp',
];

describe('story', () => {
  it('has a world of the promised size', () => {
    assert.ok(Object.keys(world.places).length >= 12);
    assert.ok(Object.keys(world.characters).length >= 8);
    assert.ok(Object.keys(world.things).length >= 20);
    assert.equal(story.worlds()[0]?.version, world.version);
  });

  it('gives every way a twin that leads back', () => {
    for (const exit of Object.values(world.exits)) {
      const twin = world.exits[exit.twin];
      assert.ok(twin);
      assert.deepEqual([twin.from, twin.to, twin.twin, twin.locked], [exit.to, exit.from, exit.id, exit.locked]);
    }
  });

  it('lets every place be reached, and left again', () => {
    const reached = new Set([world.start]);
    for (const place of reached)
      for (const exit of Object.values(world.exits)) if (exit.from === place) reached.add(exit.to);
    assert.deepEqual([...reached].sort(), Object.keys(world.places).sort());
    for (const place of reached)
      assert.ok(Object.values(world.exits).some((exit) => exit.from === place && !exit.hidden));
  });

  it('has a telling for every common outcome the rules can have', async () => {
    const { readdirSync, readFileSync } = await import('node:fs');
    const folder = new URL('../../src/agents/wba/', import.meta.url);
    const sources = readdirSync(folder)
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const codes = [
      ...sources.matchAll(/(?:told|failed|plain|without|spokenTo\([^)]*)\('([a-z_]+)'|'([a-z_]+_alone)'/g),
    ].map((m) => m[1] ?? m[2] ?? '');
    assert.ok(codes.length > 40);
    const silent = codes.filter(
      (code) =>
        !world.ink.paths.has(`o_${code}`) &&
        !Object.keys(world.characters).every((id) => world.ink.paths.has(`${id}.${code}`)),
    );
    // These are always told by the knot of the character that the outcome names.
    assert.deepEqual(
      silent.filter(
        (code) => !['talked', 'hurt', 'thanked', 'apologised', 'answered', 'promised', 'told'].includes(code),
      ),
      [],
    );
  });

  for (const { id, title } of story.worlds()) {
    it(`recalls the story so far when asked, in ${title}`, async () => {
      const player = createPlayer(story, id);
      const { told } = await player.say('recap');
      assert.ok(told.split(' ').length > 10, told);
    });
  }

  it('offers a vocabulary in which every thing, place and character has a name', () => {
    const named = new Set(
      story
        .vocabulary(WORLD)
        .entities.filter(({ names }) => names.length > 0)
        .map(({ id }) => id),
    );
    for (const id of [...Object.keys(world.places), ...Object.keys(world.things), ...Object.keys(world.characters)])
      assert.ok(named.has(id), id);
    assert.equal(story.vocabulary(WORLD), story.vocabulary(WORLD));
    for (const { intent } of story.vocabulary(WORLD).verbs ?? []) assert.ok(INTENTS.includes(intent));
  });

  it('is finished in about twenty good turns', async () => {
    const player = createPlayer(story, WORLD);
    for (const text of GOOD_TURNS) {
      const { proposal, told } = await player.say(text);
      assert.ok(
        proposal.outcomes.every(({ success }) => success),
        `${text}: ${JSON.stringify(proposal.outcomes)}`,
      );
      assert.ok(told.length > 20);
    }
    assert.deepEqual(player.view().storylines.lamp, { stage: 4, wick: true, oil: true, lit: true, clean: false });
  });

  it('brings the other two storylines to their ends, each by way of the lamp', async () => {
    const player = createPlayer(story, WORLD);
    for (const text of [
      'ask Bram about the tune',
      'east',
      'go in',
      'hello Wenna',
      'ask Wenna about the forgotten letters',
      'out',
      'north',
      'ask Corin about the tune',
      'tell Corin about the first phrase',
      'north',
      'hello Oona',
      'ask Oona about the tune',
      'south',
      'tell Corin about the middle phrase',
      'south',
      'go in',
      'ask Wenna about the fiddle string',
      'out',
      'west',
      'north',
      'north',
      'give the letter to Idris',
      'ask Idris about the tune',
      'east',
      'open the wall box',
      'take the folded note',
      'west',
      'give the folded note to Idris',
      'south',
      'south',
      'east',
      'go in',
      'give the folded note to Wenna',
      'out',
      'north',
      'give the fiddle string to Corin',
      'tell Corin about the last phrase',
      'ask Corin about the tune',
    ]) {
      const { proposal } = await player.say(text);
      assert.ok(
        proposal.outcomes.every(({ success }) => success),
        `${text}: ${JSON.stringify(proposal.outcomes)}`,
      );
    }
    const { post, song } = player.view().storylines;
    assert.deepEqual([post?.stage, post?.asked, song?.stage], [4, true, 2]);
    assert.equal(player.view().characters.length, 0, 'Corin has gone down to the quay');
    const closing = (await player.tell('closing')).sentences.join('');
    assert.match(closing, /twelve years late/);
    assert.match(closing, /remembered how to finish/);
  });

  it('can also be finished by kindness to the keeper, who then gives the key before he has his letter', async () => {
    const player = createPlayer(story, WORLD);
    for (const text of [
      'north',
      'north',
      'hello Idris',
      'thank you Idris',
      'thank you Idris',
      'thank you Idris',
      'thank you Idris',
      'thank you Idris',
    ])
      await player.say(text);
    const asked = await player.say('ask Idris about the key');
    assert.deepEqual(
      asked.proposal.outcomes.map(({ code }) => code),
      ['key_given'],
    );
  });

  it('tells an author the file, the line and the field of a fault', () => {
    const source =
      'id: tiny\ntitle: T\nsummary: S\nstart: nowhere\nink: a.ink\nregions: {}\nplaces:\n  hut: { name: the hut, names: [hut], region: land }\nexits: []\nthings: {}\ncharacters: {}\nfacts: {}\nstorylines: {}\ninteractions: []\n';
    assert.throws(
      () => parseWorld('world.yaml', source),
      (error: unknown) =>
        error instanceof AppError &&
        error.code === 'config_invalid' &&
        error.issues.some(({ path, message }) => path === 'start' && message === 'world.yaml:4 nowhere is not defined'),
    );
    assert.throws(
      () => parseWorld('world.yaml', source.replace('summary: S', 'summary: S\nsumary: S')),
      (error: unknown) => error instanceof AppError && /sumary/.test(error.message),
    );
    assert.throws(
      () => parseWorld('world.yaml', 'id: [unclosed\n'),
      (error: unknown) => error instanceof AppError && /world\.yaml:\d/.test(error.message),
    );
  });

  it('refuses ink that does not compile, and knots that are missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'story-'));
    try {
      const yaml =
        'id: tiny\ntitle: T\nsummary: S\nstart: hut\nink: a.ink\nregions: { land: { name: land } }\nplaces:\n  hut: { name: the hut, names: [hut], region: land }\nexits: []\nthings: {}\ncharacters: {}\nfacts: {}\nstorylines: {}\ninteractions: []\n';
      writeFileSync(join(folder, 'world.yaml'), yaml);
      writeFileSync(join(folder, 'a.ink'), '-> nowhere\n');
      assert.throws(
        () => loadWorld(folder),
        (error: unknown) => error instanceof AppError && /a\.ink.*line 1/.test(error.message),
      );
      writeFileSync(join(folder, 'a.ink'), '-> DONE\n=== hut\n= look\nA hut.\n-> DONE\n');
      assert.throws(
        () => loadWorld(folder),
        (error: unknown) => error instanceof AppError && /hut\.arrive/.test(error.message),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
