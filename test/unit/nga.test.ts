// The narrator: that its words agree with the world, are the same for the same turn, and stay small in memory.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createAgents, createAuthoredNarrator, NarrationFailed } from '../../src/agents/index.ts';
import { readMemory, writeMemory } from '../../src/agents/nga/memory.ts';
import { sentencesOf } from '../../src/agents/nga/sentences.ts';
import { authoredStory } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const story = authoredStory();
const WORLD = 'last-light';

describe('nga', () => {
  it('cuts a text into sentences that joined are the text again', () => {
    for (const text of [
      '"Late?" she says. "Not so late."\n\nThe lamp burns.',
      'One.',
      '',
      'Dr. Who? Yes!  Two spaces.\n\nEnd',
    ]) {
      assert.equal(sentencesOf(text).join(''), text);
    }
    assert.deepEqual(sentencesOf('"Late?" she says. No.'), ['"Late?" she says. ', 'No.']);
    assert.deepEqual(sentencesOf('It is late.\n\nThe lamp burns.'), ['It is late.\n\n', 'The lamp burns.']);
  });

  it('agrees with the world in what it tells of things, doors and lamps', async () => {
    const player = createPlayer(story, WORLD);
    const tells = async (text: string, has: RegExp, hasNot?: RegExp): Promise<void> => {
      const { told } = await player.say(text);
      assert.match(told, has, text);
      if (hasNot !== undefined) assert.doesNotMatch(told, hasNot, text);
    };
    await tells('north', /east/);
    await tells('east', /box of matches lies/);
    await tells('take the matches', /take the matches/i);
    await tells('look around', /stove/, /matches/);
    await tells('inventory', /matches/);
    await tells('drop the matches', /matches/);
    await tells('look around', /matches/);
    await tells('take the matches', /matches/i);
    await tells('west', /lane/i);
    await tells('north', /door is shut|green door is shut/, /ajar/);
    await tells('go in', /locked/i);
    await tells('give the letter to Idris', /takes? it|Then he does/);
    await tells('inventory', /matches/, /letter/);
    await tells('ask Idris about the key', /puts it in your hand/);
    await tells('unlock the door', /open/);
    await tells('look around', /open/, /is locked/);
    await tells('lock the door', /locked/);
    await tells('look around', /is locked/);
  });

  it('is gentler from the next turn on when it is asked to be, and not on every turn', async () => {
    const gentle = { guidance: { gentler: true, closeSoon: false } };
    const asked = createPlayer(story, WORLD);
    const plain = createPlayer(story, WORLD);
    const turns = ['look around', 'wait', 'north', 'wait', 'look around', 'wait'];
    const longer: boolean[] = [];
    for (const text of turns) {
      const [told, without] = [await asked.say(text, gentle), await plain.say(text)];
      assert.ok(told.told.startsWith(without.told.slice(0, 20)), 'what happened is told first');
      longer.push(told.told.length > without.told.length);
    }
    assert.equal(longer[0], true);
    assert.ok(longer.includes(false), 'a wish that is heard on every turn wears out');
  });

  it('offers to stop from the next turn on when the session should close soon', async () => {
    const player = createPlayer(story, WORLD);
    const { told, narration } = await player.say('look around', { guidance: { gentler: false, closeSoon: true } });
    assert.match(told, /stop for today|come back another day|end here/);
    assert.equal(narration.suggestions[0], 'Stop for today');
    const understood = await player.agents
      .inputProcessor(WORLD)
      .understand({ text: 'Stop for today', view: player.view() });
    assert.equal(understood.intent, 'stop');
  });

  it('can tell any turn in words that say no more than that it happened', async () => {
    const player = createPlayer(story, WORLD);
    assert.match((await player.say('north', { plain: true })).told, /^You come to /);
    assert.equal((await player.say('wait', { plain: true })).told, 'It is done.');
  });

  it('asks which one is meant, naming both, and does not repeat the words of the player', async () => {
    const player = createPlayer(story, WORLD);
    const { told } = await player.act('take it', {
      intent: 'take',
      interaction: 'play',
      spoken: false,
      entities: ['bell', 'letter'],
      ambiguous: ['bell', 'letter'],
      unresolved: false,
      tone: 'neutral',
      confidence: 0.8,
      // biome-ignore lint/suspicious/noThenProperty: the contract's name for follow-on commands; nothing awaits one
      then: [],
    });
    assert.match(told, /the harbour bell or the letter\?/);
    const odd = await player.say('zyxxolit the brabblewock');
    assert.doesNotMatch(odd.told, /zyxx|brabble/i);
  });

  it('tells the same words for the same turn, and other words when something in them was blocked', async () => {
    const narrator = createAgents({ story }).narrator(WORLD);
    const player = createPlayer(story, WORLD);
    await player.say('hello Bram');
    const view = player.view();
    const first = await narrator.narrate({ occasion: 'support', view, seed: 'turn-7' });
    for (let i = 0; i < 5; i += 1)
      assert.deepEqual(
        await createAuthoredNarrator(story.authored(WORLD)).narrate({ occasion: 'support', view, seed: 'turn-7' }),
        first,
      );
    const others = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((rule) =>
        narrator.narrate({ occasion: 'support', view, seed: 'turn-7', findings: [rule] }),
      ),
    );
    assert.ok(others.some(({ sentences }) => sentences.join('') !== first.sentences.join('')));
  });

  it('suggests at most four commands that are understood and accepted, and never a way that is still hidden', async () => {
    const player = createPlayer(story, WORLD);
    for (const text of [
      'look around',
      'north',
      'east',
      'hello Mara',
      'take the bun',
      'take the matches',
      'west',
      'north',
      'give the letter to Idris',
      'ask Idris about the key',
      'south',
      'west',
      'give the bun to Pim',
      'go in',
      'open the chest',
      'take the wick',
    ]) {
      const { narration } = await player.say(text);
      const { suggestions } = narration;
      assert.ok(suggestions.length >= 1 && suggestions.length <= 4);
      const view = player.view();
      const hidden = view.exits.filter((exit) => exit.hidden).map(({ direction }) => `Go ${direction}`);
      for (const suggestion of suggestions) {
        assert.ok(!hidden.includes(suggestion));
        const understanding = await player.agents.inputProcessor(WORLD).understand({ text: suggestion, view });
        const proposal = await player.agents.worldBuilder(WORLD).propose({ understanding, view });
        assert.ok(
          proposal.outcomes.every(({ success }) => success),
          `${suggestion} after ${text}: ${JSON.stringify(proposal.outcomes)}`,
        );
      }
    }
  });

  it('opens, takes up where it was left, and closes gently', async () => {
    const player = createPlayer(story, WORLD);
    assert.match((await player.tell('opening')).sentences.join(''), /letter/);
    await player.say('north');
    assert.match((await player.tell('recap')).sentences.join(''), /Harbour Lane/);
    const closing = await player.tell('closing');
    assert.match(closing.sentences.join(''), /island|lamp/);
    assert.deepEqual(closing.suggestions, []);
  });

  it('says plainly that it is software and a game when asked', async () => {
    const { told } = await createPlayer(story, WORLD).say('are you real?');
    assert.match(told, /software, and a game/);
  });

  it('remembers within 8 KB after two hundred turns, and begins anew from a memory it cannot read', async () => {
    const player = createPlayer(story, WORLD);
    const walk = [
      'north',
      'look around',
      'east',
      'ask Mara about dragons',
      'listen',
      'west',
      'north',
      'talk to Idris',
      'wait',
      'south',
      'west',
      'hello Pim',
      'smell',
      'east',
      'south',
      'search',
      'thank Bram',
      'inventory',
      'where am I',
      'hint',
    ];
    for (let turn = 0; turn < 200; turn += 1) await player.say(walk[turn % walk.length] ?? 'look');
    const state = player.view().narratorState ?? '';
    assert.ok(Buffer.byteLength(state) <= 8 * 1024);
    assert.equal(readMemory('{"v":9', 'seed').visits.size, 0);
    const many = new Map(Array.from({ length: 2_000 }, (_, i) => [`place_${i}.look.0.g-0`, 1]));
    const kept = writeMemory({ seed: 1, turn: 1, visits: new Map([...many, ['the.newest', 2]]), heard: [] }, many);
    assert.ok(Buffer.byteLength(kept) <= 8 * 1024);
    assert.ok(readMemory(kept, 'seed').visits.has('the.newest'));
  });

  it('fails with a typed error when the ink cannot tell it', async () => {
    const world = story.authored(WORLD);
    const broken = createAuthoredNarrator({
      ...world,
      ink: { ...world.ink, json: world.ink.json.replaceAll('"opening"', '"opened"') },
    });
    await assert.rejects(
      broken.narrate({ occasion: 'opening', view: createPlayer(story, WORLD).view(), seed: 's' }),
      NarrationFailed,
    );
  });

  it('has no line that breaks, wherever a player stands and whatever has happened', async () => {
    // Each knot and stitch is told in each of these worlds; ink reports a fault in any of them.
    const { createTeller } = await import('../../src/agents/nga/teller.ts');
    const { scopeOf } = await import('../../src/agents/wba/index.ts');
    const world = story.authored(WORLD);
    const teller = createTeller(world);
    const player = createPlayer(story, WORLD);
    for (const text of ['', 'north', 'north', 'give the letter to Idris']) {
      if (text !== '') await player.say(text);
      let memory = readMemory(null, 'seed');
      for (const path of world.ink.paths) {
        if (path.startsWith('global ')) continue;
        for (let time = 0; time < 2; time += 1) {
          const told = teller.tell(
            [{ path, with: ['letter', 'bram'] }],
            { tone: 'sad', cameFrom: 'quay' },
            scopeOf(player.view(), world),
            memory,
          );
          memory = told.memory;
          assert.doesNotMatch(told.paragraphs.join(' '), /undefined|null|\{|\}|->|\btrue\b|\bfalse\b| {2}/, path);
        }
      }
    }
  });

  it('keeps clinical words out of the story', () => {
    const folder = new URL('../../src/story/worlds/last-light/', import.meta.url);
    const words = /\b(therap|symptom|diagnos|disorder|clinic|patient|treatment|coping|trauma|anxiety|depress)/i;
    // Who has reviewed a world is told to authors, not to players.
    for (const file of readdirSync(folder))
      assert.doesNotMatch(readFileSync(new URL(file, folder), 'utf8').replace(/^reviewedBy:.*$/m, ''), words, file);
  });
});
