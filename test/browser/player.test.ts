// The player page in a real browser against the running system. What it shows of people is in help.test.ts.
import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import type { BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { sharedSystem } from '../support/outside.ts';
import { CRISIS, say as sayOn, sharedBrowser } from './browser.ts';

const TEN_TURNS = [
  'look around',
  'where am I?',
  'listen',
  'i',
  'wait',
  'tell me a story',
  'who is here?',
  'look',
  'thank you',
  'what can I do?',
];

describe('the player page in a browser', function () {
  this.timeout(60_000);
  const system = sharedSystem();
  let base: string;
  const browser = sharedBrowser();
  let context: BrowserContext;
  let page: Page;

  before(() => {
    base = system().api;
  });
  beforeEach(async () => {
    context = await browser().newContext({ reducedMotion: 'reduce' });
    page = await context.newPage();
  });
  afterEach(async () => context?.close());

  /** A new player by the door that real ones use: an operator's invitation with a one-time code. */
  async function acceptInvitation(): Promise<void> {
    const office = await browser().newContext({ extraHTTPHeaders: { 'x-tta': '1' } });
    const operator = office.request;
    await operator.post(`${base}/v1/auth/demo`, { data: { role: 'operator' } });
    const made = await operator.post(`${base}/v1/invitations`, {
      data: { role: 'player', subject: `player-${crypto.randomUUID()}`, displayName: 'Robin' },
    });
    const { code } = await made.json();
    await office.close();
    await page.goto(`${base}/?invite=${code}`);
    await page.getByRole('button', { name: 'Accept your invitation' }).click();
    await page.getByRole('heading', { level: 1, name: 'Before you begin' }).waitFor();
    assert.equal(new URL(page.url()).search, '');
  }

  async function giveIntake(): Promise<void> {
    await page.getByLabel('25 to 44').check();
    await page.getByLabel('The country you are in').selectOption('US');
    await page.getByLabel('I have read this page and want to play.').check();
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Your stories' }).waitFor();
  }

  async function beginStory(): Promise<void> {
    await page.goto(base);
    await page.getByRole('button', { name: 'Begin as a demo player' }).click();
    await page.getByRole('button', { name: 'Begin The Last Light of Orrin' }).click();
    await page.getByLabel('What do you do?').waitFor();
    await page.locator('.turn .sentence').first().waitFor();
  }

  const say = (text: string): Promise<void> => sayOn(page, text);

  const saidLines = (): Promise<string[]> =>
    page.locator('.said').evaluateAll((all) => all.map((p) => p.lastChild?.textContent ?? ''));

  it('asks for the intake with nothing ticked, names each missing field, and moves focus to what is wrong', async () => {
    await acceptInvitation();
    assert.equal(await page.locator('input:checked').count(), 0);
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    const summary = page.locator('.intake__summary');
    assert.equal(await summary.getByRole('link').count(), 3);
    await page.waitForFunction(() => document.activeElement?.className === 'intake__summary');
    await summary.getByRole('link').nth(1).click();
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SELECT');
    await giveIntake();
  });

  it('tells ten turns, each once, under one heading, and keeps the focus where the player writes', async () => {
    await beginStory();
    for (const text of TEN_TURNS) await say(text);
    assert.deepEqual(await saidLines(), TEN_TURNS);
    assert.equal(await page.locator('.turn').count(), TEN_TURNS.length + 1);
    assert.equal(await page.locator('h1').count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA');
    const announced = await page.locator('[aria-live="polite"][aria-atomic="true"]').textContent();
    const shown = await page.locator('.turn').last().locator('.sentence').allTextContents();
    assert.equal(announced?.replaceAll(/\s+/g, ''), shown.join('').replaceAll(/\s+/g, ''));
  });

  it('goes on with a suggestion by one tap', async () => {
    await beginStory();
    const suggestion = page.locator('.suggestion').first();
    const text = await suggestion.textContent();
    await suggestion.click();
    await page.locator('.turn').nth(1).locator('.telling').waitFor();
    assert.deepEqual(await saidLines(), [text]);
  });

  it('says within 200 ms that the words are being read', async () => {
    await beginStory();
    await page.getByLabel('What do you do?').fill('look');
    await page.evaluate(() => {
      document.addEventListener('keydown', () => performance.mark('sent'), { once: true, capture: true });
      new MutationObserver((_changes, observer) => {
        if (document.querySelector('.stage') === null) return;
        observer.disconnect();
        performance.measure('until-said-so', 'sent');
      }).observe(document.body, { childList: true, subtree: true });
    });
    await page.keyboard.press('Enter');
    await page.locator('.turn').nth(1).locator('.telling').waitFor();
    const [waited] = await page.evaluate(() =>
      performance.getEntriesByName('until-said-so').map((entry) => entry.duration),
    );
    assert.ok(waited !== undefined && waited < 200, `${waited} ms`);
  });

  it('neither loses nor doubles a turn when the network goes in the middle of it', async () => {
    const sockets: WebSocketRoute[] = [];
    let cut = false;
    await page.routeWebSocket(/\/events/, (socket) => {
      if (cut) return void socket.close({ code: 1011 });
      const server = socket.connectToServer();
      sockets.push(socket);
      server.onMessage((message) => {
        if (!cut) socket.send(message);
      });
    });
    const sent: string[] = [];
    await page.route('**/turns', async (route) => {
      sent.push(route.request().postDataJSON().turnId);
      if (!cut) return route.continue();
      // The gateway takes the first one and answers; only the answer is lost. Later ones do not even reach it.
      if (sent.length === 1) await route.fetch();
      await route.abort();
    });
    await beginStory();
    cut = true;
    for (const socket of sockets) await socket.close({ code: 1011 });
    await page.getByLabel('What do you do?').fill('look around');
    await page.keyboard.press('Enter');
    await page.getByText('The connection is lost.').waitFor();
    await page.getByText('Your words are kept').waitFor();
    await page.getByText('They may not have arrived yet. If you are in danger').waitFor();
    cut = false;
    await page.locator('.turn').nth(1).locator('.telling').waitFor();
    await page.getByText('The connection is lost.').waitFor({ state: 'detached' });
    assert.deepEqual(await saidLines(), ['look around']);
    assert.equal(await page.locator('.turn').count(), 2);
    assert.equal(new Set(sent).size, 1);
    await say('listen');
    assert.deepEqual(await saidLines(), ['look around', 'listen']);
  });

  it('shows the whole story again after a reload, without telling it anew', async () => {
    await beginStory();
    await say('look around');
    const before = await page.locator('.turn .telling').allTextContents();
    await page.reload();
    await page.locator('.turn').nth(1).locator('.telling').waitFor();
    assert.deepEqual(await page.locator('.turn .telling').allTextContents(), before);
    assert.deepEqual(await saidLines(), ['look around']);
    assert.equal((await page.locator('[aria-live="polite"][aria-atomic="true"]').textContent()) ?? '', '');
  });

  it('meets a crisis outside the story, with places a phone can call and no clinical label', async () => {
    await beginStory();
    await say(CRISIS);
    const help = page.locator('.turn--help');
    await help.waitFor();
    assert.ok((await help.locator('a[href^="tel:"]').count()) > 0);
    assert.doesNotMatch((await help.textContent()) ?? '', /\b(critical|high risk|hold|severity|verdict)\b/i);
    await page.getByLabel('Your answer').waitFor();
  });

  it('reads a text that is too long before it asks for a shorter one', async () => {
    await beginStory();
    await page.getByLabel('What do you do?').fill(`${'I walk on. '.repeat(200)}${CRISIS}`);
    await page.getByText('It will be read').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.turn--help').waitFor();
  });

  it('shows help for the country without a network, also after a reload', async () => {
    await beginStory();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await page.getByLabel('What do you do?').waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Get help now' }).click();
    await page.getByRole('dialog', { name: 'Get help now' }).locator('a[href="tel:988"]').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Get help now' }).click();
    await page.getByRole('dialog', { name: 'Get help now' }).locator('a[href="tel:988"]').waitFor();
  });

  it('keeps the focus inside a panel, closes it with Esc and gives the focus back', async () => {
    await beginStory();
    const opener = page.getByRole('button', { name: 'Get help now' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Get help now' });
    await dialog.waitFor();
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press('Tab');
      assert.ok(
        await page.evaluate(
          () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
        ),
      );
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Get help now');
  });

  it('fits a window of 320 px, also with the largest text', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    const sideways = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await page.goto(base);
    await page.getByRole('button', { name: 'Begin as a demo player' }).waitFor();
    assert.ok((await sideways()) <= 0);
    await beginStory();
    await say('look around');
    assert.ok((await sideways()) <= 0);
    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByLabel('Largest').check();
    await page.keyboard.press('Escape');
    assert.ok((await sideways()) <= 0);
  });

  it('pauses and carries on', async () => {
    await beginStory();
    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('The story is paused.').waitFor();
    await page.getByRole('button', { name: 'Carry on' }).click();
    await page.getByLabel('What do you do?').waitFor();
  });

  it('ends gently, and can be read again', async () => {
    await beginStory();
    await say('look around');
    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByRole('button', { name: 'End this story…' }).click();
    await page.getByRole('button', { name: 'End it here' }).click();
    await page.getByText('This story has ended.').waitFor();
    assert.equal(await page.locator('textarea').count(), 0);
    await page.getByRole('button', { name: 'Back to your stories' }).click();
    await page.getByRole('link', { name: 'Read again' }).click();
    await page.getByText('This story has ended.').waitFor();
    assert.deepEqual(await saidLines(), ['look around']);
  });
});
