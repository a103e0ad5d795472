// One browser for the tests of a file, and people who come in by the demonstration accounts of a local run.
import { after, before } from 'mocha';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** `npm test` finds the browser, or says that there is none. */
const executablePath = process.env.TTA_CHROMIUM;
const LAUNCH = {
  // A browser's own sandbox needs rights that a container's root does not have.
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export const CRISIS = 'I want to kill myself tonight, I have the pills here';

/** Launched before the tests of the suite that asks for it; they are skipped where there is no browser. */
export function sharedBrowser(): () => Browser {
  let browser: Browser | undefined;
  before(async function () {
    if (executablePath === undefined) return this.skip();
    browser = await chromium.launch({ ...LAUNCH, executablePath });
  });
  after(async () => browser?.close());
  return () => {
    if (browser === undefined) throw new Error('the browser runs only while tests do');
    return browser;
  };
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  close(): Promise<void>;
}

/** A window of somebody's own, with the demonstration account of this name, or a new one. */
export async function visitAs(
  browser: Browser,
  base: string,
  role: 'player' | 'clinician' | 'supervisor' | 'operator',
  name?: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const signedIn = await context.request.post(`${base}/v1/auth/demo`, {
    data: { role, ...(name !== undefined && { name }) },
    headers: { 'x-tta': '1' },
  });
  if (!signedIn.ok()) throw new Error(`no demonstration account: ${signedIn.status()}`);
  return { context, page: await context.newPage(), close: () => context.close() };
}

/** Begins a story and resolves to its session's id, when the opening can be read. */
export async function beginStory(page: Page, base: string): Promise<string> {
  await page.goto(base);
  await page.getByRole('button', { name: 'Begin The Last Light of Orrin' }).click();
  await page.getByLabel('What do you do?').waitFor();
  await page.locator('.turn .sentence').first().waitFor();
  return page.url().split('/').at(-1) ?? '';
}

export async function say(page: Page, text: string): Promise<void> {
  const turns = await page.locator('.turn').count();
  await page.getByLabel(/What do you do\?|Your answer/).fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.turn').nth(turns).locator('.telling').waitFor();
  await page.locator('.turn[aria-busy="true"]').waitFor({ state: 'detached' });
}

/** The case of a player is named by the first half of the session's id. */
export const caseOf = (sessionId: string): string => sessionId.slice(0, 16);
