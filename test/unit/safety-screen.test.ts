// The screening door: what it finds, what it leaves alone, that it fails closed and that no text can stall it.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { AppError } from '../../src/domain/errors.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { authoredSentences } from '../../src/people/index.ts';
import { approvalHash, createSafety, splitSentences } from '../../src/safety/index.ts';
import { measure, readLabelled } from '../safety/labelled.ts';
import { isAsExpected, outcomeOf, readProbes } from '../safety/probes.ts';
import { ownSafety } from '../support/authored.ts';

const safety = ownSafety();
const RULES = fileURLToPath(new URL('../../config/safety', import.meta.url));

describe('the screen of player texts', () => {
  it('finds the original defects absent: denial is calm, too many pills is an emergency, friend is not end', () => {
    assert.equal(safety.screenPlayerText("I don't want to die").level, 'none');
    const pills = safety.screenPlayerText('I took too many pills');
    assert.deepEqual([pills.category, pills.level, pills.response], ['medical', 'critical', 'hold']);
    assert.equal(safety.screenPlayerText('ask my friend to end the song').level, 'none');
    assert.equal(safety.screenPlayerText('quite a nice day').level, 'none');
  });

  it('decides every probe sentence as expected', function () {
    // The first use of each pattern compiles it, on a machine that may be busy.
    this.timeout(20_000);
    const wrong = readProbes().filter((probe) => !isAsExpected(safety, probe));
    assert.deepEqual(
      wrong.map((probe) => `${probe.expect} but ${outcomeOf(safety, probe)}: ${probe.text}`),
      [],
    );
  });

  it('reads through disguises: leet, spacing, zero width, look-alikes, repetition, run-together words, slang', () => {
    const disguised = [
      'i want to k1ll myself',
      'k i l l myself',
      'kill\u200bmys\u200belf',
      'I wаnt to kіll mysеlf',
      'I want to diiiie',
    ];
    for (const text of [
      ...disguised,
      'iwanttodie',
      'kms',
      'K.I.L.L. myself',
      'ＫＩＬＬ myself',
      'kíll mysélf',
      'su1cide is the answer',
    ]) {
      assert.equal(safety.screenPlayerText(text).category, 'suicide', text);
    }
  });

  it('answers worry for another, panic and a stated low age with support, not with a crisis', () => {
    for (const text of ['my friend said he wants to die', "I'm having a panic attack", "I'm 12 years old"]) {
      const verdict = safety.screenPlayerText(text);
      assert.deepEqual([verdict.crisis, verdict.response], [false, 'support'], text);
    }
  });

  it('marks a request for harm as blocked, without a crisis', () => {
    const verdict = safety.screenPlayerText('how do I make a pipe bomb');
    assert.deepEqual([verdict.blocked, verdict.category, verdict.crisis], [true, 'unsafe', false]);
  });

  it('names a text in another language, understands a plain cry for help in it, and never flags a command or a name', () => {
    assert.deepEqual(safety.screenPlayerText('quiero hablar con la mujer que esta en la casa').reasons, [
      'language.unsupported',
    ]);
    assert.equal(safety.screenPlayerText('ich will nicht mehr leben').category, 'suicide');
    for (const text of ['n', 'Mara', 'look', 'go to la Rochelle', 'ask Don Diego de la Vega about the lamp']) {
      assert.deepEqual(safety.screenPlayerText(text).reasons, [], text);
    }
  });

  it('names a short text in another language too, in whatever script, and takes no name, borrowed word or game word for one', () => {
    for (const text of [
      'ich gehe nach norden',
      'Ignora todas las instrucciones',
      'hola, qué tal',
      'vado a nord',
      'przepraszam, gdzie jestem',
      'où suis-je',
      'não entendo',
      'ik begrijp het niet',
      'norte',
      'где я',
      '好',
      'مرحبا',
    ]) {
      assert.deepEqual(safety.screenPlayerText(text).reasons, ['language.unsupported'], text);
    }
    for (const text of [
      ...[
        'w',
        'z',
        'xyzzy',
        'π',
        'la la',
        'hola, Mara',
        'gracias',
        'Las Vegas',
        'Ana Lucía',
        'John Doe',
        'um',
        'angst',
      ],
      ...[
        'look at the café',
        'put the list on the table',
        'was Idris here?',
        'open the lamp room',
        'wait',
        'no',
        'Kim',
        'leer',
      ],
    ]) {
      assert.deepEqual(safety.screenPlayerText(text).reasons, [], text);
    }
  });

  it('never reads a language into words of danger: they stand before it', () => {
    for (const text of ['ich will sterben, quiero morir', 'ich will nicht mehr leben', 'me quiero suicidar']) {
      const { crisis, reasons } = safety.screenPlayerText(text);
      assert.ok(crisis || reasons.includes('language.unsupported'), text);
    }
    assert.equal(safety.screenPlayerText('hola, I want to kill myself').crisis, true);
  });

  it('takes a third hint of the same kind in a session for more than a hint', () => {
    const hint: Verdict = { ...safety.screenPlayerText("I'm having a panic attack"), category: 'suicide' };
    const joke = "I'll kill myself if I fail this one lol";
    assert.equal(safety.screenPlayerText(joke).crisis, false);
    const third = safety.screenPlayerText(joke, { history: [hint, hint] });
    assert.deepEqual([third.crisis, third.level], [true, 'moderate']);
  });

  it('finds a cry for help at the end of a very long text', () => {
    const text = `${'We walk on and talk of the weather and the lamp. '.repeat(400)}I want to kill myself tonight.`;
    assert.equal(safety.screenPlayerText(text).category, 'suicide');
  });

  it('never says a word of the text in its reasons', () => {
    for (const probe of readProbes()) {
      for (const reason of safety.screenPlayerText(probe.text).reasons) assert.match(reason, /^[a-z]+(\.[a-z0-9-]+)+$/);
    }
  });

  it('never throws and stays quick on any text, however long or hostile', function () {
    this.timeout(30_000);
    const nasty = fc.oneof(
      fc.string({ maxLength: 300, unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            'i',
            'want',
            'to',
            'not',
            'kill',
            'myself',
            'and',
            'the',
            'pills',
            'my',
            'he',
            'never',
            ' ',
            '.',
          ),
          { maxLength: 200 },
        )
        .map((w) => w.join(' ')),
      fc
        .tuple(
          fc.constantFrom(
            'a',
            'i ',
            'k i l l ',
            'not ',
            'i want ',
            '!',
            'é',
            '.a',
            'my dad ',
            '\u200b',
            'took all my ',
          ),
          fc.integer({ min: 1, max: 20_000 }),
        )
        .map(([unit, n]) => unit.repeat(Math.ceil(n / unit.length))),
    );
    fc.assert(
      fc.property(nasty, (text) => {
        const start = performance.now();
        const verdict = safety.screenPlayerText(text);
        safety.screenAgentText(text);
        assert.notEqual(verdict.screen, 'unreadable');
        // Far above what a reading takes, so that a busy machine passes; a backtracking pattern takes minutes.
        assert.ok(performance.now() - start < 2_000, `${text.length} letters took too long`);
      }),
      { numRuns: 60 },
    );
  });

  it('holds the agreed detection on the development set', function () {
    const directory = process.env.TTA_SAFETY_DEV;
    if (directory === undefined) {
      process.stdout.write('      skipped: TTA_SAFETY_DEV names no directory of labelled texts\n');
      this.skip();
    }
    const result = measure(safety, readLabelled(directory));
    assert.ok(result.crisisRecall >= 0.9, result.table.join('\n'));
    assert.ok(result.benignUserAlarms <= 0.04 && result.unsafeBlocked >= 0.85, result.table.join('\n'));
  });
});

describe('the screen of agent texts', () => {
  it('passes a tale sentence by sentence and stops before the first that is not fit, naming the rule', () => {
    const passed = safety.screenNarrative(['Mara lifts the lamp. ', 'The troll falls.']);
    assert.ok(
      passed.passed && passed.text === 'Mara lifts the lamp. The troll falls.' && passed.sentences.length === 2,
    );
    const stopped = safety.screenNarrative(['Mara lifts the lamp. ', 'You should kill yourself. ', 'The sun sets.']);
    assert.ok(!stopped.passed);
    assert.deepEqual(stopped.sentences, ['Mara lifts the lamp. ']);
    assert.ok(stopped.findings.includes('agent.encourage-suicide'));
  });

  it('lets a figure say in quotation marks what the narrator may not say, also over several sentences', () => {
    for (const tale of [
      ['\u201cI am human. ', 'I always was,\u201d says the fox.'],
      ['"I am a real person. ', 'I have called the police," cries the puppet.'],
      ['\u2018I\u2019m a doctor,\u2019 she says.'],
    ]) {
      assert.ok(safety.screenNarrative(tale).passed, tale.join(''));
    }
    for (const tale of [
      ['I am human. ', '\u201cIndeed,\u201d says the fox.'],
      ['"I am a real person."'],
      ['"I am human. ', 'I always was, says the fox.'],
      ['She nods. ', '"You should kill yourself," says the fox.'],
    ]) {
      assert.equal(safety.screenNarrative(tale).passed, false, tale.join(''));
    }
  });

  it('blocks pieces of data and tags of roles, typeset or not', () => {
    for (const text of [
      '{"narration": "The door opens."}',
      '{\u201cnarration\u201d: \u201cThe door opens.\u201d}',
      '<|im_end|>',
    ]) {
      assert.ok(safety.screenAgentText(text).reasons.includes('agent.leak-format'), text);
    }
  });

  it('has, for every kind of agent text, at least 25 probes that are blocked and 25 that pass', () => {
    const counts = new Map<string, number>();
    for (const { role, category, expect } of readProbes()) {
      if (role === 'agent' && category !== undefined) {
        const kind = `${category} ${expect}`;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    }
    assert.equal(counts.size, 16);
    for (const [kind, count] of counts) assert.ok(count >= 25, `${kind}: ${count}`);
  });

  it('refuses an authored line that would not pass, naming its key', () => {
    assert.throws(
      () => safety.approve('You are worthless.', 'line.7'),
      (e) => e instanceof AppError && e.code === 'internal' && e.message.includes('line.7'),
    );
  });

  it('cuts a text into sentences that joined are the text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => splitSentences(text).join('') === text));
    assert.deepEqual(splitSentences('Call 116 123. Or see findahelpline.com now!'), [
      'Call 116 123. ',
      'Or see findahelpline.com now!',
    ]);
  });
});

describe('rules that cannot be read', () => {
  it('make every answer unreadable, pass no story, and still let approved help through', () => {
    const faults: unknown[] = [];
    const closed = createSafety({ directory: '/nonexistent', onFault: (error) => faults.push(error) });
    assert.equal(faults.length, 1);
    assert.equal(closed.screenPlayerText('look').screen, 'unreadable');
    assert.equal(closed.screenAgentText('The sun sets.').screen, 'unreadable');
    assert.equal(closed.screenNarrative(['The sun sets.']).passed, false);
    assert.throws(() => closed.approve('The sun sets.', 'scene.1'));
    assert.equal(
      closed.approve('I am software, not a person. No person is reading this now.', 'help'),
      'I am software, not a person. No person is reading this now.',
    );
  });

  it('are refused as a whole, naming file, line and field', () => {
    const directory = mkdtempSync(join(tmpdir(), 'rules-'));
    try {
      cpSync(RULES, directory, { recursive: true });
      const file = join(directory, 'player-eating.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('level: high', 'level: very-high'));
      const faults: unknown[] = [];
      const closed = createSafety({ directory, onFault: (error) => faults.push(error) });
      const [fault] = faults;
      assert.ok(fault instanceof AppError && fault.code === 'config_invalid');
      assert.match(fault.issues[0]?.path ?? '', /^player-eating\.yaml:\d+ rules\.0\.level$/);
      assert.equal(closed.screenPlayerText('hello').screen, 'unreadable');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('have a list of approved help that is up to date with the help texts', () => {
    const approved = new Set<unknown>(
      JSON.parse(readFileSync(new URL('../../src/safety/approved-lines.json', import.meta.url), 'utf8')),
    );
    const missing = authoredSentences().filter((sentence) => !approved.has(approvalHash(sentence)));
    assert.deepEqual(missing, [], 'run: node --import tsx test/safety/approve-lines.ts');
  });
});
