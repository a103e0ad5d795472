// Run by hand: node --import tsx test/story/house-playthrough.ts <world> <persona> [--model] [--patience N] [--threads N]
// [--techniques] [--turns N]. Plays a person's inputs over the real graph and streams, as a session's workflow drives its turns:
// with the small model where asked, with techniques where asked, of which every second offer is taken up. Every turn says who
// told it, how long it took and what of the model's words was held back.
import { randomBytes, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createAgents } from '../../src/agents/index.ts';
import { contradictionsOf } from '../../src/agents/model/contradiction.ts';
import { promptOf } from '../../src/agents/model/index.ts';
import { sentencesOf } from '../../src/agents/nga/sentences.ts';
import { scopeOf } from '../../src/agents/wba/index.ts';
import { NO_TECHNIQUES, planFrom } from '../../src/domain/plan.ts';
import { afterTurn } from '../../src/domain/plan-progress.ts';
import { DEFAULT_KNOBS, NO_GUIDANCE } from '../../src/domain/session.ts';
import type { TurnDone, TurnRun, TurnSession } from '../../src/domain/turn-run.ts';
import { typeset } from '../../src/domain/typography.ts';
import { createEmbeddedProvider } from '../../src/models/index.ts';
import type { TurnServices } from '../../src/turn/index.ts';
import { openSession, runFast, runSlow } from '../../src/turn/index.ts';
import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import type { Heard } from '../support/small-model.ts';
import { listening, smallModel } from '../support/small-model.ts';
import { replyOf } from '../support/turns.ts';
import { linesOf } from './playthrough.ts';

/** As workflows/turn.ts has it: from a turn's arrival to its reply, less what the last steps keep. */
const TURN_MS = 23_000;
/** A call is ended by its step's time; this is for the first reading of the instructions, which waits for a busy machine. */
const CALL_MS = 10 * 60_000;
/** The defaults of the configuration. */
const STEP_MS = { ipa: 10_000, wba: 15_000, nga: 20_000 };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: 'boolean' },
    // How many times their time the steps get: on a machine that does other things, to read what the model would have said.
    patience: { type: 'string', default: '1' },
    threads: { type: 'string', default: '2' },
    techniques: { type: 'boolean' },
    turns: { type: 'string', default: '99' },
  },
});
const [world = '', persona = ''] = positionals;
const patience = Number(values.patience);

/** Somebody who wants the techniques and is half ready for them. */
const PROFILE = { intensity: 0.5, readiness: 0.5, avoidSoft: [], avoidHard: [], techniques: true };
const GOALS = ['I want to worry less at night', 'be kinder to myself'];

/** What the model was asked and answered in the turn that is being played, and why an agent did without it. */
interface Ear {
  heard: Heard[];
  degraded: string[];
}

const scaled = ({ ipa, wba, nga }: typeof STEP_MS): typeof STEP_MS => ({
  ipa: ipa * patience,
  wba: wba * patience,
  nga: nga * patience,
});

async function withModel(house: House, ear: Ear): Promise<{ services: TurnServices; close(): Promise<void> }> {
  const found = await smallModel();
  if ('missing' in found) throw new Error(found.missing);
  const model = await createEmbeddedProvider({
    modelPath: found.file,
    threads: Number(values.threads),
    timeoutMs: CALL_MS,
  });
  // As in any process after its first turns: the instructions have been read.
  for (const agent of ['ipa', 'wba', 'nga'] as const)
    await model.complete({ system: promptOf(agent).text, messages: [{ role: 'user', content: '{}' }], maxTokens: 1 });
  const { provider, heard } = listening(model);
  ear.heard = heard;
  const { rooms, parts } = house.composition;
  const agents = createAgents({
    story: rooms.story,
    enabled: { ipa: { model: true }, wba: { model: true }, nga: { model: true } },
    timeouts: { ms: scaled(STEP_MS), warnAt: 1, onSlow: () => undefined },
    model: provider,
    onDegraded: ({ type }, reason) => ear.degraded.push(`${type} ${reason}`),
  });
  const worldOf: TurnServices['worldOf'] = (played) => ({
    ...parts.turn.worldOf(played),
    inputProcessor: agents.inputProcessor(played.worldId, played.worldVersion),
    worldBuilder: agents.worldBuilder(played.worldId, played.worldVersion),
    narrator: agents.narrator(played.worldId, played.worldVersion),
    fallbackNarrator: agents.fallbackNarrator(played.worldId, played.worldVersion),
  });
  return { services: { ...parts.turn, worldOf }, close: () => model.close() };
}

async function opened(house: House, services: TurnServices, worldId: string, techniques: boolean) {
  const { rooms } = house.composition;
  const player = randomBytes(8).toString('hex');
  const sessionId = `${player}-${randomBytes(8).toString('hex')}`;
  await rooms.keys.ensureSession(sessionId);
  const { version: worldVersion } = rooms.story.authored(worldId);
  const plan = techniques ? planFrom({ ...PROFILE, goals: GOALS }) : NO_TECHNIQUES;
  const where = { sessionId, worldId, worldVersion, locale: 'en', country: 'US', avoid: [], modelConsent: true, plan };
  const { reply, turnSeq } = await openSession(services, { ...where, goals: [], knobs: DEFAULT_KNOBS });
  const session: TurnSession = {
    ...where,
    turnSeq,
    paused: false,
    help: null,
    returning: false,
    guidance: NO_GUIDANCE,
    protected: false,
  };
  return { session, reply };
}

interface Turn {
  done: TurnDone;
  /** As the last step that waited for a model left it. */
  run: TurnRun | null;
  ms: number;
}

/** As the workflow drives it, with its deadline. */
async function play(services: TurnServices, session: TurnSession, text: string): Promise<Turn> {
  const from = performance.now();
  const leftMs = (): number => TURN_MS * patience - (performance.now() - from);
  let result = await runFast(services, { session, input: { turnId: randomUUID(), text } });
  let run: TurnRun | null = null;
  while (!result.done) {
    const waiting: TurnRun = result.run;
    run = await runSlow(services, waiting, { withinMs: leftMs() }).catch(() => null);
    result = await runFast(services, run === null ? { run: waiting, leftMs: 0 } : { run, leftMs: leftMs() });
  }
  return { done: result, run, ms: performance.now() - from };
}

/** The session as its workflow knows it after the turn. */
function after(session: TurnSession, { turnSeq, news, help, gentler }: TurnDone): TurnSession {
  return {
    ...session,
    turnSeq: turnSeq ?? session.turnSeq,
    help,
    returning: false,
    plan: news.reduce(afterTurn, session.plan),
    guidance: { ...session.guidance, gentler: session.guidance.gentler || gentler },
  };
}

/** What the model wrote and the player was not shown, with the reason beside the sentence that ended it. */
function heldBack(house: House, { run }: Turn, heard: readonly Heard[]): string[] {
  const view = run?.viewAfter ?? run?.view;
  if (run === null || view === undefined) return [];
  const world = house.composition.rooms.story.authored(run.session.worldId, run.session.worldVersion);
  const fault = contradictionsOf(scopeOf(view, world), run.proposal);
  return heard
    .filter(({ agent }) => agent === 'nga')
    .map(({ text, whole, ms }) => {
      const read = sentencesOf(text).map((one) => {
        const why = fault(typeset(one));
        return why === null ? one.trim() : `**${why}: ${one.trim()}**`;
      });
      return `${Math.round(ms)} ms${whole ? '' : ', cut off'}: ${read.join(' ')}`;
    });
}

const ear: Ear = { heard: [], degraded: [] };
const house = await openHouse();
const played = values.model === true ? await withModel(house, ear) : { services: house.composition.parts.turn };
const say = (line: string): void => void process.stdout.write(`${line}\n`);
try {
  const { session: begun, reply } = await opened(house, played.services, world, values.techniques === true);
  say(`${reply.text}\n   [${reply.suggestions.join('] [')}]\n`);
  let session = begun;
  let offers = reply.suggestions;
  let offered = 0;
  const lines = linesOf(world, persona).slice(0, Number(values.turns));
  for (let n = 1; lines.length > 0; n += 1) {
    const taken = offered % 2 === 1 && session.plan.awaited?.suggestion === offers[0];
    const line = taken ? { suggestion: 1 } : lines.shift();
    if (line === undefined) break;
    if ('leave' in line) {
      session = { ...session, returning: true };
      continue;
    }
    const text = 'say' in line ? line.say : (offers[line.suggestion - 1] ?? offers[0] ?? 'look around');
    ear.heard.length = 0;
    ear.degraded.length = 0;
    const turn = await play(played.services, session, text);
    const told = replyOf(turn.done);
    const { verdict, understanding, proposal, runs = [] } = turn.run ?? {};
    const codes = (proposal?.outcomes ?? []).map(({ code, entities }) => [code, ...entities].join(' '));
    const [news] = turn.done.news;
    say(`${n}> ${text}`);
    say(
      [
        `   source=${told.source} ${told.kind} ${Math.round(turn.ms)} ms`,
        ...runs.map(({ agent, source, ms, findings }) => [agent, source, Math.round(ms), ...findings].join(' ')),
        ...(verdict === undefined ? [] : [`verdict ${verdict.level} ${verdict.response}`]),
        ...(understanding === undefined ? [] : [[understanding.intent, ...codes].join(', ')]),
        ...(ear.degraded.length === 0 ? [] : [`degraded: ${ear.degraded.join(', ')}`]),
        ...(news?.act ? [`DID ${news.act.technique}/${news.act.act}`] : []),
        ...(news?.offered ? [`OFFERS ${news.offered.technique}/${news.offered.form}`] : []),
      ].join(' | '),
    );
    say(`${told.text}\n   [${told.suggestions.join('] [')}]`);
    if (told.source !== 'model') for (const one of heldBack(house, turn, ear.heard)) say(`   not shown, ${one}`);
    say('');
    offers = told.suggestions;
    if (news?.offered) offered += 1;
    session = after(session, turn.done);
  }
} finally {
  if ('close' in played) await played.close();
  await house.close();
}
