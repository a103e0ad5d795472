// The clinician's console in a real browser against the running system, with a player on the other side.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { sharedSystem } from '../support/outside.ts';
import { beginStory, CRISIS, caseOf, say, sharedBrowser, type Visit, visitAs } from './browser.ts';

/** A case is on an open console within this, worker and feed included; the shortest deadline is five minutes. */
const SECONDS = 15_000;

describe('the clinician console in a browser', function () {
  this.timeout(120_000);
  const system = sharedSystem();
  const browser = sharedBrowser();
  const visits: Visit[] = [];

  async function visit(...who: [role: Parameters<typeof visitAs>[2], name?: string, options?: object]): Promise<Page> {
    const made = await visitAs(browser(), system().api, ...who);
    visits.push(made);
    return made.page;
  }
  afterEach(async () => {
    for (const made of visits.splice(0)) await made.close();
  });

  async function console_(name: string, options?: object): Promise<Page> {
    const page = await visit('clinician', name, options);
    await page.goto(`${system().api}/clinician`);
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    return page;
  }

  /** A player in danger, and the case's id. */
  async function inDanger(): Promise<{ player: Page; caseId: string }> {
    const player = await visit('player');
    const caseId = caseOf(await beginStory(player, system().api));
    await say(player, CRISIS);
    return { player, caseId };
  }

  const row = (page: Page, caseId: string) => page.locator(`[data-case="${caseId}"]`);
  const opened = (page: Page, caseId: string) => page.locator(`[data-opened-case="${caseId}"]`);
  async function openCase(page: Page, caseId: string): Promise<void> {
    await row(page, caseId).getByRole('link').click();
    await opened(page, caseId).waitFor();
  }

  it('brings a crisis to an open console, and people together until it is resolved', async () => {
    const desk = await console_('Dr Vega');
    const spoken = desk.locator('[data-spoken="assertive"]');
    const { player, caseId } = await inDanger();
    await row(desk, caseId).getByText('left').waitFor({ timeout: SECONDS });
    await row(desk, caseId).getByText('New', { exact: true }).waitFor();
    await spoken.getByText('New critical case.').first().waitFor({ state: 'attached' });
    assert.match(await desk.title(), /^\(\d+\) Cases/);

    await row(desk, caseId).getByRole('button', { name: 'Acknowledge' }).click();
    await opened(desk, caseId).getByText('with you').waitFor();
    await player.locator('.mark').getByText('Dr Vega, a person of the care team, has seen').waitFor();

    await desk.getByLabel('To the player').fill('This is Dr Vega. I am here. Are you alone?');
    await desk.getByRole('button', { name: 'Send to the player' }).click();
    const message = player.getByRole('complementary', { name: 'A message from Dr Vega' });
    await message.getByText('Are you alone?').waitFor();
    await desk.getByText('Sent. The player sees it').waitFor();
    assert.equal(await desk.getByLabel('To the player').inputValue(), '');

    await player.getByLabel('Write to Dr Vega').fill('My sister is in the next room.');
    await player.getByRole('button', { name: 'Send to Dr Vega' }).click();
    await desk.locator('.entry--player').getByText('next room').waitFor({ timeout: SECONDS });

    await desk.getByLabel('Note for the team').fill('Sister stays with them.');
    await desk.getByLabel('I reached the player by other means').check();
    await desk.getByRole('button', { name: 'Keep the note' }).click();
    await desk.locator('.entry--note').getByText('Sister stays').waitFor();

    await desk.getByRole('button', { name: 'Release the story' }).click();
    await player.locator('.mark').getByText('The story is open again').waitFor();
    await desk.getByRole('button', { name: 'Resolve…' }).click();
    await desk.getByRole('button', { name: 'Resolve the case' }).click();
    await desk.getByText('Choose how it ended.').waitFor();
    await desk.getByLabel('Safe').check();
    await desk.getByRole('button', { name: 'Resolve the case' }).click();
    await opened(desk, caseId).getByText('Resolved', { exact: true }).waitFor();
    await desk.keyboard.press('Escape');
    await desk.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    await row(desk, caseId).waitFor({ state: 'detached' });

    // Its address is still good, and it can be opened again.
    await desk.goto(`${system().api}/clinician#/case/${caseId}`);
    await desk.getByText(/^Resolved .*: safe\.$/).waitFor();
    await desk.getByRole('button', { name: 'Open it again' }).click();
    await opened(desk, caseId).getByText('with you').waitFor();
  });

  it('says that the sound is blocked until a click, and that it is off for as long as it is', async () => {
    const desk = await visit('clinician', 'Dr Reyes');
    // Whether a browser without a screen blocks sound is its own affair: this one does.
    await desk.addInitScript(() => {
      window.AudioContext = class extends AudioContext {
        constructor() {
          super();
          void this.suspend();
        }
      };
    });
    await desk.goto(`${system().api}/clinician`);
    const warning = desk.locator('[data-warning="sound"]');
    await warning.getByText('blocked').waitFor();
    await warning.getByRole('button', { name: 'Turn sound on' }).click();
    await warning.waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'Sound on' }).click();
    await warning.getByText('Sound is off').waitFor();
    await desk.reload();
    await desk.getByRole('heading', { level: 1, name: 'Cases' }).click();
    await warning.getByText('Sound is off').waitFor();
    await desk.getByRole('button', { name: 'Try the sound' }).click();
    await warning.waitFor({ state: 'detached' });
  });

  it('says since when the live link is down, and still brings what is new', async () => {
    const desk = await visit('clinician', 'Dr Line');
    let cut = false;
    await desk.routeWebSocket(/crises\/events/, (socket) => {
      if (cut) return void socket.close({ code: 1011 });
      const server = socket.connectToServer();
      server.onMessage((message) => {
        if (cut) void socket.close({ code: 1011 });
        else socket.send(message);
      });
    });
    await desk.goto(`${system().api}/clinician`);
    await desk.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    await desk.locator('[data-warning="line"]').waitFor({ state: 'detached' });
    cut = true;
    const { caseId } = await inDanger();
    await desk
      .locator('[data-warning="line"]')
      .getByText(/down since \d\d:\d\d/)
      .waitFor({ timeout: 30_000 });
    await row(desk, caseId).waitFor({ timeout: 30_000 });
  });

  it('lets two clinicians see each other, and neither overwrite what the other did', async () => {
    const { player, caseId } = await inDanger();
    const one = await console_('Dr Ada Okafor');
    const two = await console_('Mei Lin');
    await row(one, caseId).waitFor({ timeout: SECONDS });
    await openCase(one, caseId);
    await row(two, caseId).getByText('Dr Ada Okafor is looking at this now').waitFor({ timeout: SECONDS });
    await openCase(two, caseId);
    await opened(one, caseId).getByText('Mei Lin is looking at this now').waitFor({ timeout: SECONDS });

    // Both have the same version on the screen; the first click wins, the other is told what happened.
    await two.getByLabel('Note for the team').fill('half a thought');
    await two.route('**/acknowledge', async (route) => {
      await one.getByRole('button', { name: 'Acknowledge' }).click();
      await opened(one, caseId).getByText('with you').waitFor();
      await route.continue();
    });
    await two.getByRole('button', { name: 'Acknowledge' }).click();
    const refusal = two.getByRole('alert').filter({ hasText: 'Not done' });
    await refusal.getByText('Dr Ada Okafor holds the case now.').waitFor({ timeout: SECONDS });
    await player.locator('.mark').getByText('Dr Ada Okafor, a person of the care team, has seen').waitFor();
    assert.equal(await two.getByRole('button', { name: 'Resolve…' }).count(), 0);
    assert.ok(await two.getByRole('button', { name: 'Send to the player' }).isDisabled());

    // What the second was writing is still there, and a note is theirs to add.
    assert.equal(await two.getByLabel('Note for the team').inputValue(), 'half a thought');
    await two.getByRole('button', { name: 'Keep the note' }).click();
    await one.locator('.entry--note').getByText('half a thought').waitFor({ timeout: SECONDS });

    await one.getByRole('button', { name: 'Hand over…' }).click();
    await one.getByLabel('Mei Lin').check();
    await one.getByRole('button', { name: 'Hand it over' }).click();
    await opened(two, caseId).getByText('with you').waitFor({ timeout: SECONDS });
    await opened(one, caseId).getByText('with Mei Lin').waitFor({ timeout: SECONDS });
  });

  it('can be walked by the keyboard alone, and leaves typing alone', async () => {
    const { caseId } = await inDanger();
    const desk = await console_('Dr Keys');
    await row(desk, caseId).waitFor({ timeout: SECONDS });
    await desk.keyboard.press('?');
    await desk.getByRole('dialog', { name: 'Keys' }).waitFor();
    await desk.keyboard.press('Escape');
    const focusedCase = () =>
      desk.evaluate(() => document.activeElement?.closest('[data-case]')?.getAttribute('data-case') ?? null);
    for (let left = await desk.locator('[data-line]').count(); left > 0 && (await focusedCase()) !== caseId; left -= 1)
      await desk.keyboard.press('j');
    assert.equal(await focusedCase(), caseId);
    await desk.keyboard.press('Enter');
    await opened(desk, caseId).waitFor();
    await desk.keyboard.press('n');
    await desk.keyboard.type('a man jumps, 3 times? ');
    assert.equal(await desk.getByLabel('Note for the team').inputValue(), 'a man jumps, 3 times? ');
    assert.ok(await opened(desk, caseId).isVisible());
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('a');
    await opened(desk, caseId).getByText('with you').waitFor({ timeout: SECONDS });
    await desk.keyboard.press('m');
    await desk.keyboard.type('Hello.');
    assert.equal(await desk.getByLabel('To the player').inputValue(), 'Hello.');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Escape');
    await desk.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    assert.equal(await focusedCase(), caseId);
    await desk.keyboard.press('2');
    await desk.getByRole('heading', { level: 1, name: 'Shift list' }).waitFor();
    await desk.getByText('Dr Keys (you)').waitFor();
    // Words that were not sent are still in their box.
    await desk.keyboard.press('1');
    await row(desk, caseId).getByRole('link').press('Enter');
    await opened(desk, caseId).waitFor();
    assert.equal(await desk.getByLabel('To the player').inputValue(), 'Hello.');
    assert.equal(await desk.getByLabel('Note for the team').inputValue(), 'a man jumps, 3 times? ');
  });

  it('shows the words only after a click that says what it means, and the player sees who read them', async () => {
    const { player, caseId } = await inDanger();
    const desk = await console_('Dr Reader');
    await row(desk, caseId).waitFor({ timeout: SECONDS });
    await openCase(desk, caseId);
    assert.equal(await desk.getByText(CRISIS).count(), 0);
    await desk.getByText('the player can see that you read it').waitFor();
    await desk.getByRole('button', { name: 'Read the transcript' }).click();
    await desk.locator('.line--player').getByText(CRISIS).waitFor();
    await player.getByRole('button', { name: 'Options' }).click();
    await player.getByRole('button', { name: 'Who has seen this' }).click();
    await player.getByText('Dr Reader read this story with your words.').waitFor({ timeout: SECONDS });
  });

  it('pauses the story, guides it, and lets it go on', async () => {
    const { player, caseId } = await inDanger();
    const desk = await console_('Dr Guide');
    await row(desk, caseId).waitFor({ timeout: SECONDS });
    await row(desk, caseId).getByRole('button', { name: 'Acknowledge' }).click();
    await opened(desk, caseId).getByText('with you').waitFor();
    await desk.getByRole('button', { name: 'Guide the story…' }).click();
    await desk.getByLabel('Keep away from a theme').check();
    await desk.getByRole('button', { name: 'Guide the story', exact: true }).click();
    await desk.getByText('this needs the line above').waitFor();
    await desk.getByLabel('Which theme').fill('deep water');
    await desk.getByRole('button', { name: 'Guide the story', exact: true }).click();
    await desk.getByText('The story follows this from its next turn on.').waitFor();
    await desk.getByRole('button', { name: 'Release the story' }).click();
    await player.locator('.mark').getByText('The story is open again').waitFor();
    await desk.getByRole('button', { name: 'Pause the story' }).click();
    await player.getByText('Your care team has paused the story.').waitFor();
    await desk.getByRole('button', { name: 'Let the story go on' }).click();
    await player.getByLabel('What do you do?').waitFor();
  });

  it('fits a window of 360 px', async () => {
    const { caseId } = await inDanger();
    const desk = await console_('Dr Small', { viewport: { width: 360, height: 740 } });
    const sideways = () => desk.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await row(desk, caseId).waitFor({ timeout: SECONDS });
    assert.ok((await sideways()) <= 0);
    await openCase(desk, caseId);
    assert.ok((await sideways()) <= 0);
    await desk.goto(`${system().api}/clinician#/shift`);
    await desk.getByRole('heading', { level: 1, name: 'Shift list' }).waitFor();
    assert.ok((await sideways()) <= 0);
  });

  it('shows a supervisor how it goes and not what it is about, and starts a drill that reaches the console', async () => {
    const { caseId } = await inDanger();
    const desk = await console_('Dr Drill');
    const office = await visit('supervisor');
    await office.goto(`${system().api}/clinician`);
    await row(office, caseId).waitFor({ timeout: SECONDS });
    assert.doesNotMatch((await row(office, caseId).textContent()) ?? '', /suicide/i);
    assert.equal(await row(office, caseId).getByRole('link').count(), 0);
    await office.getByRole('link', { name: 'Report' }).click();
    await office.getByRole('row', { name: /Suicide/ }).waitFor();
    await office.getByRole('button', { name: 'Start a drill…' }).click();
    await office.getByRole('button', { name: 'Start the drill' }).click();
    const started = await office.getByText('The drill is under way as case').textContent();
    const drill = /case ([0-9a-f]{16})/.exec(started ?? '')?.[1] ?? '';
    await row(desk, drill).getByText('Drill', { exact: true }).waitFor({ timeout: SECONDS });
  });

  it('lets somebody of another team in for a reason only, which the player is shown', async () => {
    const { api } = system();
    const office = (await visit('operator')).context().request;
    const headers = { 'x-tta': '1' };
    const invited = async (role: 'player' | 'clinician', displayName: string, careTeam: string[]): Promise<Page> => {
      const subject = `${role}-${crypto.randomUUID()}`;
      const made = await office.post(`${api}/v1/invitations`, {
        headers,
        data: { role, subject, displayName, careTeam },
      });
      const context = await browser().newContext({ reducedMotion: 'reduce' });
      const page = await context.newPage();
      visits.push({ context, page, close: () => context.close() });
      await context.request.post(`${api}/v1/auth/redeem`, { headers, data: { code: (await made.json()).code } });
      return page;
    };
    const player = await invited('player', 'Robin', [`clinician-${crypto.randomUUID()}`]);
    const info = await (await player.context().request.get(`${api}/v1/info`)).json();
    const consents = { play: true, clinicianMayRead: true, crisisContact: true, modelProvider: false };
    const intake = { textVersion: info.intakeText.version, consents, ageBand: '25-44', country: 'US' };
    await player.context().request.post(`${api}/v1/players/me/intake`, { headers, data: intake });
    const caseId = caseOf(await beginStory(player, api));
    await say(player, CRISIS);

    const stranger = await invited('clinician', 'Dr Stranger', []);
    await stranger.goto(`${api}/clinician#/case/${caseId}`);
    await stranger.getByRole('heading', { name: 'This case is outside your care' }).waitFor();
    await stranger.getByRole('button', { name: 'Read it all the same…' }).click();
    await stranger.getByText('the player will see them').waitFor();
    await stranger.getByLabel('Reason, in words the player may read').fill('short');
    await stranger.getByRole('button', { name: 'Read for 60 minutes' }).click();
    await stranger.getByText('at least 10 characters').waitFor();
    await stranger.getByLabel('Reason, in words the player may read').fill('Your team is away until Monday.');
    await stranger.getByRole('button', { name: 'Read for 60 minutes' }).click();
    await opened(stranger, caseId).waitFor({ timeout: SECONDS });
    await stranger.getByRole('button', { name: 'Read the transcript' }).click();
    await stranger.locator('.line--player').getByText(CRISIS).waitFor();
    await player.getByRole('button', { name: 'Options' }).click();
    await player.getByRole('button', { name: 'Who has seen this' }).click();
    await player.getByText('Your team is away until Monday.').waitFor({ timeout: SECONDS });
  });
});
