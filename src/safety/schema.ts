// What the files of config/safety may hold. A field that is not listed here is refused, so that no rule is quietly idle.
import { z } from 'zod';
import { CRISIS_KINDS, LEVELS } from '../domain/verdict.ts';

export const CONTEXTS = ['player', 'agent'] as const;

/** What a rule on agents' texts can be about. Each needs at least one rule, or the set is not taken. */
export const AGENT_CATEGORIES = [
  'harmful-instruction',
  'encouragement',
  'medical-advice',
  'sexual',
  'hate',
  'prompt-leak',
  'false-identity',
  'harmful-stance',
] as const;

/** What a rule on players' texts can be about: `distress` is low mood, panic, worry: a reason for kindness, never a crisis. */
export const PLAYER_CATEGORIES = [...CRISIS_KINDS, 'unsafe', 'distress'] as const;

const category = z.enum([...PLAYER_CATEGORIES, ...AGENT_CATEGORIES]);
const strings = z.array(z.string().min(1));
const patterns = strings.min(1);
const languages = z.array(z.string().regex(/^[a-z]{2}$/, 'two lower-case letters, such as en')).min(1);

const rule = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(\.[a-z0-9-]+)+$/, 'an id is words joined by dots, such as suicide.plan'),
    level: z.enum(LEVELS),
    rationale: z.string().min(10),
    /** What to write instead: told to the agent that is asked again and to those who review. Required of rules on agents. */
    alternative: z.string().min(10).optional(),
    category: category.optional(),
    languages: languages.optional(),
    cues: z.array(z.string()).optional(),
    patterns: strings.default([]),
    /** Strings looked for in the text as it was written, signs and all; case does not matter. For tags and the like. */
    marks: strings.default([]),
    unless: strings.default([]),
    /** `pass`: the rule does not read what figures say in quotation marks, beside telling ("I am human," says the fox). */
    quoted: z.enum(['read', 'pass']).default('read'),
    /** What the rule means, for a judge of meaning. Kept for the release that has one; until then such a rule would be idle. */
    meaning: z
      .undefined({ error: 'rules by meaning are not supported by this release: write patterns or marks' })
      .optional(),
  })
  .refine((made) => made.patterns.length + made.marks.length > 0, {
    error: 'a rule needs patterns or marks',
    path: ['patterns'],
  });

export const ruleFile = z
  .strictObject({
    category,
    contexts: z.array(z.enum(CONTEXTS)).min(1),
    languages,
    /** Cues that apply to every rule of the file that names none itself. */
    cues: z.array(z.string()).default([]),
    rules: z.array(rule).min(1),
  })
  .superRefine((file, context) => {
    if (!file.contexts.includes('agent')) return;
    for (const [at, { alternative }] of file.rules.entries()) {
      if (alternative !== undefined) continue;
      const message = 'a rule on agents says what to write instead';
      context.addIssue({ code: 'custom', message, path: ['rules', at, 'alternative'] });
    }
  });

export const cueFile = z.strictObject({
  cues: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+$/),
        /** `cancel`: the hit is void. `lower`: it counts as low, a reason for kindness but not for a crisis. */
        effect: z.enum(['cancel', 'lower']),
        rationale: z.string().min(10),
        /** Right before the hit, with only words of `over` between; not when a word of `unlessAfter` is among the three before that, nor when
         * the hit itself begins with a word of `unlessFirst`. */
        before: z
          .strictObject({
            words: patterns,
            over: z.array(z.string()),
            unlessAfter: z.array(z.string()).default([]),
            unlessFirst: z.array(z.string()).default([]),
          })
          .optional(),
        within: z.enum(['sentence', 'text']).default('sentence'),
        patterns: strings.default([]),
        except: strings.default([]),
      }),
    )
    .min(1),
});

export const wordFile = z.strictObject({ lists: z.record(z.string().regex(/^[a-z_]+$/), patterns) });

export const spellingFile = z.strictObject({
  replace: z.record(z.string(), z.string()),
  filler: z.array(z.string()),
  joined: z.array(z.string()),
});

export const themeFile = z.strictObject({
  rationale: z.string().min(10),
  alternative: z.string().min(10),
  /** Words that name no theme by themselves, such as "the" or "people": a theme of nothing else is not looked for. */
  quiet: patterns,
  /** Forms of a word that its ending does not give away (died: die). */
  forms: z.record(z.string(), z.string()),
  themes: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        /** How people name the theme. */
        named: patterns,
        /** What shows it in a tale, beside the words that name it. */
        shown: patterns,
      }),
    )
    .min(1),
});
