// What a framework file may hold. A technique that the plan would never offer, or that leaves a limit unsaid, is not taken.
import { z } from 'zod';
import { INTENTS } from '../../domain/agents.ts';
import { ALWAYS_BARRED, CAUTIONS, FRAMEWORKS, GOAL_THEMES, SITUATIONS } from '../../domain/plan.ts';

const id = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'lower-case letters, digits and _ only, beginning with a letter');
const share = z.number().min(0).max(1);

const form = z.strictObject({
  id,
  when: z.array(z.enum(SITUATIONS)),
  touches: z.array(z.string().min(3)).default([]),
  /** About three sentences: it stands after what the turn itself has told. */
  beat: z.string().min(40).max(320),
  /** As long as a button may be. */
  suggestion: z.string().min(5).max(60),
  done: z.string().min(20).max(240),
});

const technique = z.strictObject({
  id,
  title: z.string().min(5).max(80),
  source: z.strictObject({
    authors: z.string().min(3),
    year: z.int().min(1950).max(2100),
    title: z.string().min(5),
    published: z.string().min(3),
    doi: z
      .string()
      .regex(/^10\.\d{4,}\/\S+$/)
      .exactOptional(),
  }),
  readiness: share,
  intensity: share,
  bodyFocused: z.boolean(),
  contraindications: z.array(z.enum(CAUTIONS)),
  helps: z.array(z.enum(GOAL_THEMES)).min(1),
  act: z.strictObject({
    id,
    intents: z.array(z.enum(INTENTS)),
    /** Less than the turns between two offers, so that it is always plain which one was taken up. */
    within: z.int().min(1).max(2),
    player: z.string().startsWith('You ').max(120),
    clinician: z.string().min(5).max(120),
  }),
  forms: z.array(form).min(3),
});

export const frameworkFile = z
  .strictObject({
    framework: z.enum(FRAMEWORKS),
    language: z.literal('en'),
    author: z.string().min(2),
    date: z.iso.date(),
    /** A name, or plainly `not reviewed by a clinician`. */
    reviewedBy: z.string().min(3),
    techniques: z.array(technique).min(1),
  })
  .superRefine(({ framework, techniques }, context) => {
    const ids = techniques.map((one) => one.id);
    techniques.forEach((one, i) => {
      const fault = (message: string, ...path: PropertyKey[]): void =>
        context.addIssue({ code: 'custom', path: ['techniques', i, ...path], message });
      const needed = [
        ...ALWAYS_BARRED[framework],
        ...(one.bodyFocused ? (['body_focus_excluded'] as const) : []),
      ].filter((caution) => !one.contraindications.includes(caution));
      if (needed.length > 0) fault(`has to hold ${needed.join(', ')}`, 'contraindications');
      if (ids.indexOf(one.id) !== i) fault('is used twice', 'id');
      const forms = one.forms.map((each) => each.id);
      forms.forEach((each, n) => {
        if (forms.indexOf(each) !== n) fault('is used twice', 'forms', n, 'id');
      });
      // What was asked for must not have to wait for the right kind of place.
      if (one.forms.every(({ when }) => when.length > 0)) fault('one of them has to fit anywhere (when: [])', 'forms');
    });
  });
