// What stands beside the story on the player page: words that steer it, the journal, the offer of a rest, what is said before
// a story is begun. In a real browser against the running system.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { loadFrameworks } from '../../src/story/index.ts';
import { sharedSystem } from '../support/outside.ts';
import { until } from '../support/until.ts';
import { beginStory, CRISIS, caseOf, say, sharedBrowser, type Visit, visitAs } from './browser.ts';

const MINUTE = 60_000;

describe('beside the story in a browser', function () {
  this.timeout(60_000);
  const system = sharedSystem();
  const browser = sharedBrowser();
  let visit: Visit;
  let page: Page;
  beforeEach(async () => {
    visit = await visitAs(browser(), system().api, 'player');
    page = visit.page;
  });
  afterEach(async () => visit?.close());

  const begin = (): Promise<string> => beginStory(page, system().api);
  const tool = (name: string): Locator =>
    page.getByRole('group', { name: 'Steer the story' }).getByRole('button', { name: new RegExp(`^${name}`) });
  const lastTurn = (): Locator => page.locator('.turn').last();
  const lastTelling = async (): Promise<string> => (await lastTurn().locator('.telling').innerText()).trim();

  /** Presses a tool and resolves when the turn that it sent is answered. */
  async function press(name: string): Promise<void> {
    const turns = await page.locator('.turn').count();
    await tool(name).click();
    await page.locator('.turn').nth(turns).locator('.telling').waitFor();
    await page.locator('.turn[aria-busy="true"]').waitFor({ state: 'detached' });
  }

  async function carried(): Promise<string[]> {
    await page.getByRole('button', { name: 'Journal' }).click();
    const journal = page.getByRole('dialog', { name: 'Journal' });
    const things = await journal
      .locator('section', { hasText: 'You carry' })
      .first()
      .getByRole('listitem')
      .allInnerTexts();
    await page.keyboard.press('Escape');
    await journal.waitFor({ state: 'detached' });
    return things;
  }

  describe('the words that steer', () => {
    it('take the last change back, and the page says so', async () => {
      await begin();
      const before = await carried();
      await say(page, 'drop the letter');
      assert.notDeepEqual(await carried(), before);
      await press('Undo');
      assert.match(await lastTurn().locator('.said').innerText(), /undo$/);
      await lastTurn().locator('.changes').getByText('Undone: the letter').waitFor();
      assert.deepEqual(await carried(), before);
    });

    it('take back no more than there is', async () => {
      await begin();
      await press('Undo');
      assert.equal(await lastTurn().locator('.changes').count(), 0);
    });

    it('go in as turns like any other, each understood', async () => {
      await begin();
      // By the turn's id: on a slow line the page sends a turn again.
      const turns = new Map<string, string>();
      page.on('request', (request) => {
        const { turnId, text } = request.url().endsWith('/turns') ? request.postDataJSON() : {};
        if (turnId !== undefined) turns.set(turnId, text);
      });
      await say(page, 'look');
      const looked = await lastTelling();
      for (const [name, words] of [
        ['Again', 'again'],
        ['Hint', 'hint'],
        ['Gentler', 'gentler'],
        ['Skip this', 'skip this'],
      ] as const) {
        await press(name);
        assert.equal([...turns.values()].at(-1), words);
        assert.match((await lastTurn().getAttribute('class')) ?? '', /turn--story/);
        assert.notEqual(await lastTelling(), looked);
        assert.doesNotMatch(await lastTelling(), /not sure what you meant|cannot make an act of it/);
      }
      assert.equal(turns.size, 5);
    });

    it('do the last thing once more', async () => {
      await begin();
      await say(page, 'examine the harbour bell');
      await press('Again');
      assert.match(await lastTelling(), /bell/);
    });

    it('leave alone what is half written', async () => {
      await begin();
      await page.getByLabel('What do you do?').fill('ask about the');
      await press('Hint');
      assert.equal(await page.getByLabel('What do you do?').inputValue(), 'ask about the');
    });

    it('wait while a turn is answered, and say why when they are pressed all the same', async () => {
      await begin();
      let sent = 0;
      let answer = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route('**/turns', async (route) => {
        sent += 1;
        await held;
        await route.continue();
      });
      await tool('Hint').click();
      await page.locator('.turn[aria-busy="true"]').waitFor();
      assert.equal(await tool('Undo').getAttribute('aria-disabled'), 'true');
      // Not disabled for the browser: it takes the press, and answers it with the reason.
      await tool('Undo').click({ force: true });
      await page.locator('.tools__reason').getByText('your last words are being answered').waitFor();
      answer();
      await page.locator('.turn').nth(1).locator('.telling').waitFor();
      assert.equal(await tool('Undo').getAttribute('aria-disabled'), 'false');
      assert.equal(sent, 1);
    });

    it('wait, with a reason, while the story is paused or help is open', async () => {
      await begin();
      await page.getByRole('button', { name: 'Options' }).click();
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('These wait until you carry on.').waitFor();
      assert.equal(await tool('Gentler').getAttribute('aria-disabled'), 'true');
      await page.getByRole('button', { name: 'Carry on' }).click();
      await page.getByLabel('What do you do?').waitFor();
      await say(page, CRISIS);
      await page.getByText('These wait until the story goes on.').waitFor();
      const turns = await page.locator('.turn').count();
      await tool('Skip this').click({ force: true });
      assert.equal(await page.locator('.turn').count(), turns);
    });
  });

  it('is played by keyboard alone, and the place on the page is kept', async () => {
    await page.goto(system().api);
    await page.getByRole('button', { name: 'Begin The Last Light of Orrin' }).waitFor();
    await tabTo('Begin The Last Light of Orrin');
    await page.keyboard.press('Enter');
    await page.getByLabel('What do you do?').waitFor();
    await tabTo('What do you do?');
    await page.keyboard.type('drop the letter');
    await page.keyboard.press('Enter');
    await page.locator('.turn').nth(1).locator('.telling').waitFor();
    await tabTo('Undo');
    await page.keyboard.press('Enter');
    await page.locator('.turn').nth(2).locator('.changes').waitFor();
    assert.match(await focused(), /^Undo/);
    await page.keyboard.press('Shift+Tab');
    assert.match(await focused(), /^Hint/);
    await page.keyboard.press(' ');
    await page.locator('.turn').nth(3).locator('.telling').waitFor();
    await tabTo('Journal');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Journal' }).waitFor();
    await tabTo('drop the letter');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await until('the turn that was chosen', () =>
      page.evaluate(() => document.activeElement?.querySelector('.said')?.textContent?.includes('drop the letter')),
    );
  });

  /** What has the focus, by the name that is read aloud, or its words. */
  function focused(): Promise<string> {
    return page.evaluate(() => {
      const at = document.activeElement;
      if (at instanceof HTMLTextAreaElement) return at.labels[0]?.textContent ?? '';
      return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
    });
  }

  async function tabTo(name: string): Promise<void> {
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      if ((await focused()).includes(name)) return;
    }
    assert.fail(`Tab does not reach ${name}`);
  }

  describe('the journal', () => {
    it('tells the story so far by place, also what was told before this visit', async () => {
      const sessionId = await begin();
      await say(page, 'drop the letter');
      await say(page, 'take the letter');
      // Another window, which has heard nothing of it.
      page = await visit.context.newPage();
      await page.goto(`${system().api}/#/story/${sessionId}`);
      await page.locator('.turn').nth(2).waitFor();
      await page.getByRole('button', { name: 'Journal' }).click();
      const chapter = page.getByRole('dialog', { name: 'Journal' }).locator('details[open]');
      const lines = await chapter.getByRole('listitem').allInnerTexts();
      assert.equal(lines.length, 3);
      assert.match(lines[1] ?? '', /drop the letter\s+You leave the letter/);
      assert.match(lines[2] ?? '', /take the letter\s+You now carry the letter/);
    });

    it('says in plain words what was practised, and nothing before anything was; so does the clinician’s case', async () => {
      const willing = { techniques: true, readiness: 1, intensity: 1, goals: ['worry less at night'] };
      const kept = await page.request.put(`${system().api}/v1/players/me`, {
        data: willing,
        headers: { 'x-tta': '1' },
      });
      assert.ok(kept.ok(), await kept.text());
      const sessionId = await begin();
      const journal = page.getByRole('dialog', { name: 'Journal' });
      await page.getByRole('button', { name: 'Journal' }).click();
      await journal.getByText('The story so far').waitFor();
      assert.equal(await journal.getByText('What you practised').count(), 0);
      await page.keyboard.press('Escape');

      await (await offered()).click();
      await page.locator('.turn[aria-busy="true"]').waitFor({ state: 'detached' });
      await lastTurn().locator('.telling').waitFor();
      await page.getByRole('button', { name: 'Journal' }).click();
      const practised = journal.locator('section', { hasText: 'What you practised' }).getByRole('listitem');
      await practised.first().waitFor();
      assert.match((await practised.allInnerTexts()).join(), /^You .+ once\.$/);
      await page.keyboard.press('Escape');

      await say(page, CRISIS);
      const clinician = await visitAs(browser(), system().api, 'clinician', 'Dr Told');
      try {
        await clinician.page.goto(`${system().api}/clinician#/case/${caseOf(sessionId)}`);
        const inStory = clinician.page.getByRole('region', { name: 'In the story' });
        await inStory.getByText('worry less at night').waitFor();
        const [line, ...more] = await inStory.locator('.practice').last().getByRole('listitem').allInnerTexts();
        assert.match(line ?? '', / once \(.+\)\.$/);
        assert.deepEqual(more, []);
      } finally {
        await clinician.close();
      }
    });

    /** Plays until the story brings a technique in, and answers the suggestion that takes it up. */
    async function offered(): Promise<Locator> {
      const known = new Set(loadFrameworks().flatMap(({ forms }) => forms.map(({ suggestion }) => suggestion)));
      for (let i = 0; i < 20; i += 1) {
        await say(page, ['look around', 'listen', 'wait a moment'][i % 3] ?? 'wait');
        const shown = await page.locator('.suggestion').allInnerTexts();
        const found = shown.find((text) => known.has(text));
        if (found !== undefined) return page.locator('.suggestion', { hasText: found });
      }
      return assert.fail('no technique in 20 turns');
    }
  });

  describe('the offer of a rest', () => {
    /** Plays on with the page's clock: a sign of play every five minutes. */
    async function play(minutes: number): Promise<void> {
      for (let i = 0; i < minutes; i += 5) {
        await page.clock.fastForward(5 * MINUTE);
        await page.getByLabel('What do you do?').press('a');
      }
    }
    const offer = (): Locator => page.getByRole('region', { name: 'A good place to rest' }).getByRole('status');

    beforeEach(async () => {
      await page.clock.install();
      await begin();
    });

    it('comes after 45 minutes, stands in nobody’s way, and comes once', async () => {
      await play(40);
      assert.equal(await offer().innerText(), '');
      await play(5);
      await offer().getByText('This is a good place to rest').waitFor();
      await say(page, 'look');
      assert.equal(await page.locator('.turn').count(), 2);
      await page.getByRole('button', { name: 'Go on playing' }).click();
      assert.equal(await offer().innerText(), '');
      await play(60);
      assert.equal(await offer().innerText(), '');
    });

    it('is not made to somebody who was away in between', async () => {
      await play(30);
      await page.clock.fastForward(11 * MINUTE);
      await play(30);
      assert.equal(await offer().innerText(), '');
    });

    it('pauses the story where it is taken, and counts anew after it', async () => {
      await play(45);
      await page.getByRole('button', { name: 'Take a break' }).click();
      await page.getByText('The story is paused.').waitFor();
      await page.getByRole('button', { name: 'Carry on' }).click();
      await page.getByLabel('What do you do?').waitFor();
      await play(40);
      assert.equal(await offer().innerText(), '');
      await play(5);
      await offer().getByText('This is a good place to rest').waitFor();
    });
  });

  describe('the shelf', () => {
    it('says what a story has in it before it is begun, also to a screen reader', async () => {
      await page.goto(system().api);
      const button = page.getByRole('button', { name: 'Begin The Last Light of Orrin' });
      await button.waitFor();
      const { warnings } = (await (await page.request.get(`${system().api}/v1/worlds`)).json()).find(
        ({ worldId }: { worldId: string }) => worldId === 'last-light',
      );
      assert.ok(warnings.length > 0);
      const described = await button.evaluate(
        (at) => document.getElementById(at.getAttribute('aria-describedby') ?? '')?.innerText ?? '',
      );
      for (const warning of warnings) assert.ok(described.includes(warning), warning);
    });

    it('lists the own stories with title, place, time and what is out of the ordinary', async () => {
      await begin();
      await page.getByRole('button', { name: 'Options' }).click();
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('The story is paused.').waitFor();
      await page.goto(`${system().api}/#/`);
      const card = page.getByRole('region', { name: 'Go on reading' }).getByRole('listitem');
      await card.getByRole('heading', { name: 'The Last Light of Orrin' }).waitFor();
      assert.match(await card.innerText(), /Today, \d\d:\d\d\s+Paused/);
      assert.ok((await card.locator('p').innerText()).length > 'Today, 00:00 Paused'.length, 'the place');
      await card.getByRole('link', { name: 'Continue: The Last Light of Orrin' }).click();
      await page.getByText('The story is paused.').waitFor();
    });
  });

  it('fits a window of 320 px with the largest text, with room for a finger', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.addInitScript(() => localStorage.setItem('tta.appearance', '{"textSize":"largest","theme":"auto"}'));
    await begin();
    await say(page, 'drop the letter');
    const sideways = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok((await sideways()) <= 0);
    for (const box of await page.locator('.tool').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))) {
      assert.ok(box.height >= 40 && box.left >= 0 && box.right <= 320, JSON.stringify(box));
    }
    await page.getByRole('button', { name: 'Journal' }).click();
    assert.ok(
      await page.getByRole('dialog', { name: 'Journal' }).evaluate((at) => at.scrollWidth <= at.clientWidth),
      'the journal',
    );
  });
});
