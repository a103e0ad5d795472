// Every line that authors have written is screened when the product is checked, so that none is found wanting in a session.
import assert from 'node:assert/strict';
import { typeset } from '../../src/domain/typography.ts';
import type { AuthoredWorld } from '../../src/story/index.ts';
import { authoredStory, ownSafety } from '../support/authored.ts';
import { createPlayer } from './story-player.ts';

const story = authoredStory();
const safety = ownSafety();

/** The pieces of text in compiled ink: what stands between two decisions, each marked with a caret. */
function inkLines(world: AuthoredWorld): string[] {
  const lines: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node === 'string') {
      if (node.startsWith('^')) lines.push(node.slice(1));
    } else if (typeof node === 'object' && node !== null) for (const child of Object.values(node)) walk(child);
  };
  walk(JSON.parse(world.ink.json));
  return lines.map((line) => line.trim()).filter((line) => /\p{L}/u.test(line));
}

function dataLines(world: AuthoredWorld): string[] {
  const { title, summary, places, things, characters, facts, exits, interactions } = world;
  const names = [places, things, characters].flatMap((group) => Object.values(group).map(({ name }) => name));
  return [
    title,
    summary,
    ...names,
    ...Object.values(exits).flatMap(({ name }) => name ?? []),
    ...Object.values(facts).flatMap(({ about, journal }) => [journal, ...(about === undefined ? [] : [about])]),
    ...interactions.flatMap(({ suggest }) => suggest ?? []),
  ];
}

for (const { id, title } of story.worlds()) {
  describe(`the lines of ${title}`, () => {
    const world = story.authored(id);

    it('are found, all of them', () => {
      assert.ok(inkLines(world).length > 15 * Object.keys(world.places).length);
      assert.ok(dataLines(world).length > 3 * Object.keys(world.places).length);
    });

    it('pass the screen of agent texts, one by one', () => {
      for (const line of [...inkLines(world), ...dataLines(world)]) {
        const { blocked, reasons, screen } = safety.screenAgentText(typeset(line));
        assert.ok(!blocked && screen !== 'unreadable', `${reasons.join(', ')}: ${line}`);
      }
    });

    it('pass the screen of narratives as a player meets them, following what is suggested', async () => {
      for (const pace of [1, 2, 3]) {
        const player = createPlayer(story, id);
        let suggested = (await player.tell('opening')).suggestions;
        for (let turn = 0; turn < 40; turn += 1) {
          const { narration } = await player.say(
            suggested[(turn * pace) % Math.max(1, suggested.length)] ?? 'look around',
          );
          const screening = safety.screenNarrative(narration.sentences);
          assert.ok(screening.passed, screening.passed ? '' : screening.findings.join(', '));
          suggested = narration.suggestions;
        }
      }
    });

    it('would be refused if one of them spoke of harm', () => {
      const screening = safety.screenNarrative(['The lamp is dark. ', 'You should kill yourself.']);
      assert.equal(screening.passed, false);
    });

    it('sent back as a suggestion are never taken for a crisis', () => {
      for (const { suggest } of world.interactions) {
        if (suggest === undefined) continue;
        const verdict = safety.screenPlayerText(typeset(suggest));
        assert.equal(verdict.response, 'story', suggest);
      }
    });
  });
}
