// The player's side of help in a real browser against the running system: leaving at once, one's own data, what to keep away from.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { sharedSystem } from '../support/outside.ts';
import { beginStory, CRISIS, say, sharedBrowser, type Visit, visitAs } from './browser.ts';

const ABUSE = 'My husband hit me again tonight and I am scared of what he does when he comes back';
const UNEASE = 'I have to be careful what I say around my boyfriend';
const AWAY = 'https://www.bbc.com/weather';

describe('the player’s side of help in a browser', function () {
  this.timeout(60_000);
  const system = sharedSystem();
  const browser = sharedBrowser();
  let visit: Visit;
  let page: Page;
  beforeEach(async () => {
    visit = await visitAs(browser(), system().api, 'player');
    page = visit.page;
    // Another site, as far as this test goes.
    await page.route(`${AWAY}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Rain later.</p>' }));
  });
  afterEach(async () => visit?.close());

  it('leaves the page at one tap when somebody may be looking, and the way back leads elsewhere', async () => {
    await beginStory(page, system().api);
    await say(page, ABUSE);
    const help = page.locator('.turn--help').last();
    await help.getByText('It cannot remove this site from your browser’s history').waitFor();
    await help.getByRole('button', { name: 'Leave this page now' }).click();
    await page.getByText('Rain later.').waitFor();
    assert.equal(page.url(), AWAY);
    await page.goBack().catch(() => null);
    assert.equal(await page.getByText(ABUSE).count(), 0);
  });

  it('offers the way out also where a worry about somebody close is only a hint', async () => {
    await beginStory(page, system().api);
    await say(page, UNEASE);
    const aside = page.locator('.turn--support').last();
    await aside.getByText('Beside the story').waitFor();
    await aside.getByRole('button', { name: 'Leave this page now' }).click();
    await page.getByText('Rain later.').waitFor();
    assert.equal(page.url(), AWAY);
  });

  it('explains the way out once, and takes Esc pressed twice for it', async () => {
    await beginStory(page, system().api);
    await say(page, ABUSE);
    await say(page, 'He is not here now');
    assert.equal(await page.getByText('It cannot remove this site from your browser’s history').count(), 1);
    await page.keyboard.press('Escape');
    assert.ok(page.url().startsWith(system().api));
    await page.keyboard.press('Escape');
    await page.getByText('Rain later.').waitFor();
  });

  it('lets the player say with one tap that it was about the game', async () => {
    await beginStory(page, system().api);
    await say(page, CRISIS);
    await page.getByRole('button', { name: 'This was about the game' }).click();
    await page.locator('.said').getByText('This was about the game').waitFor();
    await page.locator('.turn').nth(2).locator('.telling').waitFor();
  });

  it('keeps what the story should keep away from, and gives everything away as a file', async () => {
    await beginStory(page, system().api);
    await say(page, 'look around');
    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByRole('button', { name: 'What the story should know' }).click();
    await page.getByLabel('Never in my stories').fill('drowning\nspiders');
    await page.getByLabel('Somebody your care team may call for you').fill('Ana');
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.getByText('Say how to reach them').waitFor();
    await page.getByLabel('How to reach them').fill('555 0100');
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.getByText('Kept. The story follows it').waitFor();
    await page.reload();
    await page.getByLabel('Never in my stories').waitFor();
    assert.equal(await page.getByLabel('Never in my stories').inputValue(), 'drowning\nspiders');

    await page.getByRole('button', { name: 'Options' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download my data' }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    assert.deepEqual(file.profile.avoidHard, ['drowning', 'spiders']);
    assert.match(JSON.stringify(file.sessions), /look around/);
  });

  it('says at the foot of the page whether a person reads now', async () => {
    const info = await (await visit.context.request.get(`${system().api}/v1/info`)).json();
    await beginStory(page, system().api);
    await page.getByRole('contentinfo').getByText(info.coverageLine).waitFor();
  });
});
