// The world builder: what commands change, what they are refused for, and that changes and inverses agree with the view.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Command } from '../../src/agents/wba/index.ts';
import { allHold, applyToView, propose, scopeOf } from '../../src/agents/wba/index.ts';
import type { Intent, Understanding } from '../../src/domain/agents.ts';
import { INTENTS } from '../../src/domain/agents.ts';
import type { Direction, WorldView } from '../../src/domain/world.ts';
import { inverseAll } from '../../src/domain/world.ts';
import { authoredStory } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const story = authoredStory();
const world = story.authored('last-light');
const ids = [
  ...Object.keys(world.places),
  ...Object.keys(world.things),
  ...Object.keys(world.characters),
  ...Object.keys(world.exits),
  ...Object.keys(world.facts),
];
const directions: Direction[] = ['north', 'south', 'east', 'west', 'up', 'down', 'in', 'out'];

function command(intent: Intent, rest: Partial<Command> = {}): Understanding {
  return {
    intent,
    interaction: 'play',
    spoken: false,
    entities: [],
    unresolved: false,
    tone: 'neutral',
    confidence: 1,
    // biome-ignore lint/suspicious/noThenProperty: the contract's name for follow-on commands; nothing awaits one
    then: [],
    ...rest,
  };
}

function inOrder(first: Command, ...then: Command[]): Understanding {
  return { ...first, then };
}

async function viewAfter(...texts: string[]): Promise<WorldView> {
  const player = createPlayer(story, 'last-light');
  for (const text of texts) await player.say(text);
  return player.view();
}

const codes = (understanding: Understanding, view: WorldView): string[] =>
  propose(understanding, view, world).outcomes.map(({ code }) => code);

describe('wba', () => {
  it('refuses what the world does not allow, each with its own code and without a change', async () => {
    const quay = await viewAfter();
    const refusals: [Understanding, string][] = [
      [command('move', { direction: 'up' }), 'no_way'],
      [command('move'), 'where_to'],
      [command('take', { target: 'bell' }), 'fixed'],
      [command('take', { target: 'letter' }), 'already_held'],
      [command('take', { target: 'matches' }), 'not_here'],
      [command('take', { target: 'bram' }), 'take_person'],
      [command('drop', { target: 'matches' }), 'not_held'],
      [command('open', { target: 'bell' }), 'does_not_open'],
      [command('read', { target: 'letter' }), 'letter_stays_sealed'],
      [command('give', { target: 'letter', indirect: 'bram' }), 'letter_shown'],
      [command('take', { target: 'bell', ambiguous: ['bell', 'letter'] }), 'ambiguous'],
      [command('take', { unresolved: true }), 'no_such_thing'],
      [command('unknown'), 'unclear'],
      [command('undo'), 'nothing_to_undo'],
    ];
    for (const [understanding, code] of refusals) {
      const { outcomes, changes } = propose(understanding, quay, world);
      assert.deepEqual([outcomes[0]?.code, outcomes[0]?.success, changes.length], [code, false, 0]);
    }
  });

  it('does not let a hidden way be walked, and lets it be once found', async () => {
    assert.deepEqual(codes(command('move', { direction: 'in' }), await viewAfter('north', 'west')), ['no_way']);
    assert.deepEqual(codes(command('move', { direction: 'in' }), await viewAfter('north', 'west', 'search the hull')), [
      'moved',
    ]);
  });

  it('locks and unlocks both sides of a door together', async () => {
    const yard = await viewAfter('north', 'north', 'give the letter to Idris', 'ask Idris about the key');
    const { changes } = propose(command('unlock', { target: 'tower_door' }), yard, world);
    const doors = changes.filter((change) => change.type === 'set' && change.property === 'locked');
    assert.deepEqual(
      doors.map((change) => change.type === 'set' && change.entity),
      ['tower_door', 'tower_door_inside'],
    );
  });

  it('runs follow-on commands against the world as changed, and stops at the first failure', async () => {
    const quay = await viewAfter();
    const { then: _none, ...north } = command('move', { direction: 'north' });
    const { then: _also, ...drop } = command('drop', { target: 'letter' });
    const both = propose(inOrder(drop, drop, north), quay, world);
    assert.deepEqual(
      both.outcomes.map(({ code }) => code),
      ['dropped', 'not_held'],
    );
    const walked = propose(inOrder(drop, north), quay, world);
    assert.deepEqual(
      walked.outcomes.map(({ code }) => code),
      ['dropped', 'moved'],
    );
    const view = applyToView(quay, walked.changes, world);
    assert.equal(view.place.id, 'lane');
    assert.ok(!view.things.some(({ id }) => id === 'letter'));
  });

  it('takes back the last turn that changed something, then the one before it, and never a help turn', async () => {
    const player = createPlayer(story, 'last-light');
    await player.say('drop the letter');
    await player.say('north');
    await player.say('look around');
    const helped = {
      ...player.view().recent[0]!,
      kind: 'help',
      changes: [{ type: 'learn', who: 'player', fact: 'lamp_dark' } as const],
    };
    const withHelp = { ...player.view(), recent: [helped, ...player.view().recent] };
    assert.deepEqual(propose(command('undo'), withHelp, world).changes, [
      { type: 'move', entity: 'player', from: 'lane', to: 'quay' },
    ]);
    await player.say('undo');
    assert.equal(player.view().place.id, 'quay');
    await player.say('undo');
    assert.equal(player.view().things.find(({ id }) => id === 'letter')?.at, 'player');
    assert.deepEqual((await player.say('undo')).proposal.outcomes[0]?.code, 'nothing_to_undo');
  });

  it('does again what was done last of what stands: never the undo, nor what it took back', async () => {
    const player = createPlayer(story, 'last-light');
    await player.say('look at the bell');
    await player.say('drop the letter');
    await player.say('undo');
    const again = await player.say('again');
    assert.deepEqual(again.proposal.outcomes, [
      { code: 'examined', success: true, entities: ['bell'], knot: 'bell.look' },
    ]);
    await player.say('again');
    assert.equal(player.view().things.find(({ id }) => id === 'letter')?.at, 'player');
    await player.say('north');
    await player.say('again');
    assert.equal(player.view().place.id, 'yard', 'the same way once more');
    await player.say('undo');
    await player.say('undo');
    assert.equal(player.view().place.id, 'quay');
    assert.deepEqual((await player.say('again')).proposal.outcomes[0]?.code, 'examined');
  });

  it('lets rudeness cool a character and an apology mend it', async () => {
    const quay = await viewAfter();
    const rude = propose(command('say', { target: 'bram', tone: 'angry' }), quay, world);
    const hurt = applyToView(quay, rude.changes, world);
    assert.equal(scopeOf(hurt, world).character('bram')?.disposition, 0.05);
    const mended = applyToView(hurt, propose(command('apologise', { target: 'bram' }), hurt, world).changes, world);
    assert.equal(scopeOf(mended, world).character('bram')?.disposition, 0.2);
  });

  it('lets a character know what was told', async () => {
    const lane = await viewAfter('ask Bram about the weather');
    const view = applyToView(lane, [{ type: 'learn', who: 'player', fact: 'boathouse_way' }], world);
    const { changes, outcomes } = propose(command('tell', { target: 'bram', topic: 'boathouse_way' }), view, world);
    assert.equal(outcomes[0]?.code, 'told');
    assert.ok(applyToView(view, changes, world).characters[0]?.knows.includes('boathouse_way'));
  });

  const anyCommand = fc.record({
    intent: fc.constantFrom(...INTENTS),
    target: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    indirect: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    topic: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    direction: fc.option(fc.constantFrom(...directions), { nil: undefined, freq: 1 }),
    tone: fc.constantFrom('neutral' as const, 'angry' as const, 'warm' as const),
  });
  const asUnderstanding = ({
    intent,
    target,
    indirect,
    topic,
    direction,
    tone,
  }: {
    intent: Intent;
    target: string | undefined;
    indirect: string | undefined;
    topic: string | undefined;
    direction: Direction | undefined;
    tone: 'neutral' | 'angry' | 'warm';
  }): Understanding =>
    command(intent, {
      tone,
      ...(target && { target }),
      ...(indirect && { indirect }),
      ...(topic && { topic }),
      ...(direction && { direction }),
    });

  it('proposes only changes whose `from` holds, and whose inverse gives the same world again, wherever a player wanders', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { minLength: 1, maxLength: 25 }), async (commands) => {
        const player = createPlayer(story, 'last-light');
        for (const one of commands) {
          const view = player.view();
          const { changes } = propose(asUnderstanding(one), view, world);
          assert.ok(allHold(changes, scopeOf(view, world)), JSON.stringify(changes));
          const back = applyToView(applyToView(view, changes, world), inverseAll(changes), world);
          assert.deepEqual(back, applyToView(view, [], world));
          // The plain record refuses a change whose `from` does not hold, so this is a second opinion.
          await player.act('', asUnderstanding(one));
        }
      }),
      { numRuns: 15 },
    );
  });
});
