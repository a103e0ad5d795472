// Takes one call of the screening door, or of the way to a person, out of a copy of the sources, and demands that a test
// notices. What survives here could be lost in the code without anybody seeing it.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { ROOT } from '../../src/cli/ground/paths.ts';
import { run } from '../../src/cli/ground/run.ts';
import { shareBundles } from '../support/bundles.ts';

interface Mutation {
  /** Ends the sentence "without …". */
  without: string;
  file: string;
  find: string;
  replace: string;
  tests: string;
  /** The test that notices, or the beginning of its name: only that is run. */
  noticed: string;
}

const GATEWAY = 'test/unit/gateway-turns.test.ts';
const FREE_TEXT = 'test/unit/gateway-free-text.test.ts';
const TURN = 'test/unit/turn-screening.test.ts';
const SAFETY = 'test/unit/safety-screen.test.ts';
const GROWING = 'test/unit/safety-growing.test.ts';
const HELP = 'test/unit/help-door.test.ts';
const CASE = 'test/workflow/crisis.test.ts';
const PEOPLE = 'test/unit/gateway-people.test.ts';
const HELD = 'test/unit/gateway-held-texts.test.ts';
const AVOID = 'test/unit/safety-avoid.test.ts';
const LIVE = 'test/integration/model-live.test.ts';
const PROTECTION = 'test/workflow/protection.test.ts';

const MUTATIONS: readonly Mutation[] = [
  {
    without: 'the reading of texts at the gateway',
    file: 'src/gateway/reading.ts',
    find: 'texts.map((text) => safety.screenPlayerText(text))',
    replace: 'texts.map(() => CLEAR_VERDICT)',
    tests: GATEWAY,
    noticed:
      'a turn at the gateway without a valid turn id is refused with malformed, and with help when it is a crisis',
  },
  {
    without: 'help in any case at the gateway',
    file: 'src/gateway/turn.ts',
    find: 'reading.verdict.crisis ? helpInAnyCase(normally) : normally()',
    replace: 'normally()',
    tests: GATEWAY,
    noticed:
      'a turn at the gateway without a valid turn id is refused with malformed, and with help when it is a crisis',
  },
  {
    without: 'the gateway’s refusal to go on with what nothing could read',
    file: 'src/gateway/turn.ts',
    find: "if (reading.verdict.screen === 'unreadable')",
    replace: 'if (Math.random() > 2)',
    tests: GATEWAY,
    noticed: 'that nothing can read gets an honest notice and resources, and no story',
  },
  {
    without: 'the reading of words in a broken body',
    file: 'src/gateway/turn.ts',
    find: 'const text = said?.text ?? body.words;',
    replace: "const text = body.ok ? (said?.text ?? '') : '';",
    tests: GATEWAY,
    noticed: 'in a broken body is refused with its place, told none of its words, and still read',
  },
  {
    without: 'the deadline after which the gateway helps by itself',
    file: 'src/gateway/turn.ts',
    find: 'await within(settings.crisisDeadlineMs / 2, (async () => work())())',
    replace: 'await work()',
    tests: GATEWAY,
    noticed: 'in a crisis opens the case of its player, once the session cannot answer in time',
  },
  {
    without: 'help for a crisis in a goal or a name',
    file: 'src/gateway/free-text.ts',
    find: 'if (crisis !== undefined)',
    replace: 'if (crisis === null)',
    tests: FREE_TEXT,
    noticed: 'a free text in goals.0 is met with help in a crisis, and otherwise taken',
  },
  {
    without: 'the refusal of harm in a goal or a name',
    file: 'src/gateway/free-text.ts',
    find: 'if (issues.length > 0)',
    replace: 'if (issues.length < 0)',
    tests: FREE_TEXT,
    noticed: 'a free text in goals.0 that asks for harm is refused by its path, and none of it is told',
  },
  {
    without: 'the refusal of a goal or a name that nothing could read',
    file: 'src/gateway/free-text.ts',
    find: "if (readings.some(({ reading }) => reading.verdict.screen === 'unreadable'))",
    replace: 'if (readings.length < 0)',
    tests: FREE_TEXT,
    noticed: 'a free text in goals.0 that nothing can read is not taken',
  },
  {
    without: 'the reading of a profile',
    file: 'src/gateway/routes/players.ts',
    find: 'await passFreeText(actor, {\n',
    replace: 'await passFreeText(actor, {}) ?? void ({\n',
    tests: FREE_TEXT,
    noticed: 'a free text in goals.0 is met with help in a crisis, and otherwise taken',
  },
  {
    without: 'the reading of a contact person',
    file: 'src/gateway/routes/players.ts',
    find: 'await passFreeText(actor, contactTexts(contactPerson))',
    replace: 'null',
    tests: FREE_TEXT,
    noticed: 'a free text in contactPerson.name is met with help in a crisis, and otherwise taken',
  },
  {
    without: 'the reading of a session’s goals',
    file: 'src/gateway/routes/sessions.ts',
    find: "await passFreeText(actor, byPath('goals', asked.goals))",
    replace: 'null',
    tests: FREE_TEXT,
    noticed: 'a free text in a goal of a session is met with help in a crisis, and otherwise taken',
  },
  {
    without: 'the reading of a name',
    file: 'src/gateway/routes/auth.ts',
    find: 'await passFreeText(actor, { name })',
    replace: 'null',
    tests: FREE_TEXT,
    noticed: 'a free text in name is met with help in a crisis, and otherwise taken',
  },
  {
    without: 'the case that the gateway opens',
    file: 'src/gateway/emergency.ts',
    find: 'await within(caseWithinMs, sessions.openCase(evidence, { deadlineMs: caseWithinMs }));',
    replace: '',
    tests: GATEWAY,
    noticed: 'in a crisis opens the case of its player, once the session cannot answer in time',
  },
  {
    without: 'the evidence kept on disk when no case can be opened',
    file: 'src/gateway/emergency.ts',
    find: 'await outbox\n      .put(evidence)',
    replace: 'await Promise.resolve()',
    tests: GATEWAY,
    noticed: 'with nobody to tell says so, keeps the evidence sealed on disk, and hands it over later',
  },
  {
    without: 'the words that nobody has been told',
    file: 'src/gateway/emergency.ts',
    find: 'nobodyTold: !told',
    replace: 'nobodyTold: false',
    tests: GATEWAY,
    noticed: 'with nobody to tell says so, keeps the evidence sealed on disk, and hands it over later',
  },
  {
    without: 'the screening of the player’s words in the turn',
    file: 'src/turn/run.ts',
    find: 'services.safety.screenPlayerText(input.text, { locale: session.locale })',
    replace:
      "{ level: 'none', category: null, crisis: false, blocked: false, response: 'story', reasons: [], screen: 'rules' } as const",
    tests: TURN,
    noticed:
      'a turn with a crisis in play is answered with help and gives the case its evidence, and no agent is asked',
  },
  {
    without: 'the turn’s answer to a crisis',
    file: 'src/turn/response.ts',
    find: 'if (verdict.crisis && isCrisisKind(verdict.category)) {',
    replace: 'if (verdict.crisis && verdict.category === null) {',
    tests: TURN,
    noticed:
      'a turn with a crisis in play is answered with help and gives the case its evidence, and no agent is asked',
  },
  {
    without: 'the turn’s refusal to go on with what nothing could read',
    file: 'src/turn/response.ts',
    find: "if (verdict.screen === 'unreadable') {",
    replace: 'if (Math.random() > 2) {',
    tests: TURN,
    noticed: 'that nothing can read gets an honest notice and no story, and keeps nothing',
  },
  {
    without: 'the refusal of a request for harm',
    file: 'src/turn/response.ts',
    find: "if (verdict.blocked) return { do: 'refuseHarm' };",
    replace: '',
    tests: TURN,
    noticed: 'with a request for harm is turned away in the voice of the story, and changes nothing',
  },
  {
    without: 'help that goes on while it is open',
    file: 'src/turn/response.ts',
    find: 'if (session.help !== null) {',
    replace: 'if (session.help !== null && verdict.crisis) {',
    tests: TURN,
    noticed: 'while help is open goes on with help, and a new crisis in it reaches the case',
  },
  {
    without: 'the evidence of a turn in crisis',
    file: 'src/turn/response.ts',
    find: 'if (!verdict.crisis || !isCrisisKind(verdict.category)) return [];',
    replace: 'if (verdict.level !== verdict.response) return [];',
    tests: TURN,
    noticed:
      'a turn with a crisis in play is answered with help and gives the case its evidence, and no agent is asked',
  },
  {
    without: 'the screening of what the narrator tells',
    file: 'src/turn/steps.ts',
    find: 'services.safety.screenNarrative(narration.sentences, { avoid })',
    replace:
      "{ passed: true, sentences: narration.sentences, text: narration.sentences.join('') } as never as ReturnType<typeof services.safety.screenNarrative>",
    tests: TURN,
    noticed: 'whose narrator writes harm asks it twice more with the findings, then tells the authored form',
  },
  {
    without: 'the block on harmful sentences',
    file: 'src/safety/index.ts',
    find: "if (verdict.blocked || verdict.screen === 'unreadable') {",
    replace: 'if (Math.random() > 2) {',
    tests: SAFETY,
    noticed: 'passes a tale sentence by sentence and stops before the first that is not fit, naming the rule',
  },
  {
    without: 'the reading of a sentence with all before it',
    file: 'src/safety/growing.ts',
    find: 'const seam = endsApart(text) && endsApart(told);',
    replace: 'const seam = true;',
    tests: GROWING,
    noticed: 'stops at the sentence with which harmless ones become dangerous together',
  },
  {
    without: 'the care for letters that are set apart across two sentences',
    file: 'src/safety/growing.ts',
    find: "return ended && (WORD.test(text[at - 1] ?? '') || /[0-9]/.test(letter));",
    replace: 'return ended;',
    tests: GROWING,
    noticed: 'stops at the sentence with which harmless ones become dangerous together',
  },
  {
    without: 'the reading again of a sentence that was blocked',
    file: 'src/safety/growing.ts',
    find: 'if (harmless) known.add(key);',
    replace: 'known.add(key);',
    tests: GROWING,
    noticed: 'blocks what it blocked before',
  },
  {
    without: 'the difference between a sentence told and the same said by a figure',
    file: 'src/safety/growing.ts',
    find: 'sentence === told ? sentence :',
    replace: 'sentence ||',
    tests: GROWING,
    noticed: 'blocks what it blocked before',
  },
  {
    without: 'the door that stays closed when the rules cannot be read',
    file: 'src/safety/index.ts',
    find: '    return closedDoor();',
    replace: '    return openDoor(loadRules(OWN_RULES), options.onFault);',
    tests: SAFETY,
    noticed: 'make every answer unreadable, pass no story, and still let approved help through',
  },
  {
    without: 'the approval of authored help',
    file: 'src/people/help/speech.ts',
    find: 'const text = safety.approve(whole, key);',
    replace: 'const text = whole as never;',
    tests: HELP,
    noticed: 'shows no line and no sentence that has not passed the door',
  },
  {
    without: 'the approval of each sentence of authored help',
    file: 'src/people/help/speech.ts',
    find: 'splitSentences(whole).map((sentence) => safety.approve(sentence, key))',
    replace: 'splitSentences(whole) as never',
    tests: HELP,
    noticed: 'shows no line and no sentence that has not passed the door',
  },
  {
    without: 'the session’s report to the case',
    file: 'src/workflows/session.ts',
    find: 'cases.report(turn.evidence);',
    replace: '',
    tests: CASE,
    noticed: 'is answered with help, and its case starts in the same workflow task',
  },
  {
    without: 'the keeping of a text that nothing could read',
    file: 'src/gateway/unreadable.ts',
    find: '        keep({ actor, sessionId: asked, turnId, text }),',
    replace: '',
    tests: PEOPLE,
    noticed: 'pause the session at the second, which tells the operator, and are read when they can be',
  },
  {
    without: 'the reading, later, of what was kept',
    file: 'src/gateway/held-texts.ts',
    find: "if (!verdict.crisis) return 'done';",
    replace: "if (verdict.screen !== 'unreadable') return 'done';",
    tests: HELD,
    noticed: 'opens a late case when danger was in it, with the time at which it was written',
  },
  {
    without: 'the themes a player wants to be spared',
    file: 'src/safety/index.ts',
    find: 'if (spared.length > 0)',
    replace: 'if (spared.length > 99)',
    tests: AVOID,
    noticed: 'a theme to be avoided "spiders" is found in',
  },
  {
    without: 'the screening of what is told live',
    file: 'src/turn/live.ts',
    find: 'for (const passed of screening.sentences.slice(said)) say(passed);',
    replace: 'say(sentence as ScreenedText);',
    tests: LIVE,
    noticed: 'never hands on what is unsafe',
  },
  {
    without: 'the taking back of what was told live and then blocked',
    file: 'src/turn/steps.ts',
    find: "pace.voice.takeBack('blocked');",
    replace: '',
    tests: LIVE,
    noticed: 'never hands on what is unsafe',
  },
  {
    without: 'the count of blocked narratives',
    file: 'src/workflows/session.ts',
    find: 'noteBlocked(turn.blocked);',
    replace: '',
    tests: PROTECTION,
    noticed: 'is told in authored words from then on, and the operator hears of it once',
  },
];

/** One lane for each of two cores. */
const LANES = 2;
/** Milliseconds for one test of a mutant: what hangs has noticed. */
const TEST_TIMEOUT_MS = '12000';
/** A house is opened first: the workflows are bundled, a Temporal with a clock of its own is started. */
const CASE_TIMEOUT_MS = '90000';
const COPIED = ['src', 'test', 'web', 'config', 'scripts', 'package.json', 'tsconfig.json', 'tta_config.yaml'];

interface Result {
  /** Tests that failed, by their names. */
  failed: readonly string[];
  output: string;
}

describe('some test fails', function () {
  this.timeout(300_000);
  let folder: string;
  const results = new Map<Mutation, (result: Promise<Result>) => void>();
  const promised = new Map(
    MUTATIONS.map((mutation) => [mutation, new Promise<Result>((resolve) => results.set(mutation, resolve))]),
  );

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tta-mutation-'));
    const waiting = [...MUTATIONS];
    for (let lane = 0; lane < LANES; lane += 1) {
      const copy = join(folder, String(lane));
      for (const name of COPIED) await cp(join(ROOT, name), join(copy, name), { recursive: true });
      await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
      await mkdir(join(copy, '.local'));
      shareBundles(join(copy, '.local'));
      void (async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const result = tried(next, copy);
          results.get(next)?.(result);
          await result.catch(() => undefined);
        }
      })();
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const mutation of MUTATIONS) {
    it(`without ${mutation.without}`, async () => {
      const { failed, output } = (await promised.get(mutation)) ?? { failed: [], output: '' };
      assert.ok(failed.length > 0, `every test of ${mutation.tests} passes without ${mutation.without}: ${output}`);
      // A mutant that does not even load is noticed by anything, which says nothing.
      assert.ok(!failed.some(isHook), `${mutation.tests} could not be run: ${failed.join('; ')}`);
    });
  }
});

/** Mocha's title of a hook, such as `"before all" hook`; its message on a timeout speaks of hooks, too. */
const isHook = (name: string): boolean => name.includes('" hook');

async function tried({ file, find, replace, tests, noticed }: Mutation, copy: string): Promise<Result> {
  const path = join(copy, file);
  const whole = await readFile(path, 'utf8');
  assert.equal(whole.split(find).length, 2, `${file} has not this call once; bring the list of mutations up to date`);
  await writeFile(
    path,
    whole.replace(find, () => replace),
  );
  try {
    const result = await runTests(tests, noticed, copy);
    // A server that was slow to come up says nothing of the mutant either.
    return result.failed.some(isHook) ? await runTests(tests, noticed, copy) : result;
  } finally {
    await writeFile(path, whole);
  }
}

async function runTests(file: string, noticed: string, copy: string): Promise<Result> {
  const report = join(copy, 'report.json');
  await rm(report, { force: true });
  const mocha = join(copy, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const options = [
    '--no-config',
    '--exit',
    '--bail',
    '--fgrep',
    noticed,
    '--timeout',
    file.startsWith('test/workflow') ? CASE_TIMEOUT_MS : TEST_TIMEOUT_MS,
  ];
  const reporter = ['--reporter', 'json', '--reporter-option', `output=${report}`];
  const args = ['--import', 'tsx', mocha, ...options, ...reporter, file];
  const { output } = await run(process.execPath, args, { cwd: copy });
  const told: { failures: { fullTitle: string; err: { message?: string } }[] } = JSON.parse(
    await readFile(report, 'utf8').catch(() => '{"failures":[]}'),
  );
  return {
    failed: told.failures.map(({ fullTitle, err }) => `${fullTitle}: ${err.message ?? ''}`),
    output: output.slice(-500),
  };
}
