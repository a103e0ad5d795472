// What the player tells the story about themselves, between the gateway's shape and a form of plain lines: pure.
import type { FieldIssue } from '../../src/domain/errors.ts';

export interface Profile {
  goals: readonly string[];
  avoidSoft: readonly string[];
  avoidHard: readonly string[];
  techniques: boolean;
  country: string;
  contactPerson?: { name: string; contact: string };
}

export interface ProfileDraft {
  /** One to a line, as the other lists. */
  goals: string;
  avoidHard: string;
  avoidSoft: string;
  techniques: boolean;
  country: string;
  contactName: string;
  contactHow: string;
}

/** As many as the gateway takes. */
const LIMITS = { goals: 10, avoidHard: 30, avoidSoft: 30 } as const;
const LONGEST_LINE = 200;

export function draftOf(profile: Profile): ProfileDraft {
  return {
    goals: profile.goals.join('\n'),
    avoidHard: profile.avoidHard.join('\n'),
    avoidSoft: profile.avoidSoft.join('\n'),
    techniques: profile.techniques,
    country: profile.country,
    contactName: profile.contactPerson?.name ?? '',
    contactHow: profile.contactPerson?.contact ?? '',
  };
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function profileIssues(draft: ProfileDraft): FieldIssue[] {
  const issues: FieldIssue[] = [];
  for (const path of ['goals', 'avoidHard', 'avoidSoft'] as const) {
    const lines = linesOf(draft[path]);
    if (lines.length > LIMITS[path]) issues.push({ path, message: `At most ${LIMITS[path]} lines.` });
    if (lines.some((line) => line.length > LONGEST_LINE))
      issues.push({ path, message: `A line has at most ${LONGEST_LINE} characters.` });
  }
  const name = draft.contactName.trim();
  const how = draft.contactHow.trim();
  if (name !== '' && how === '')
    issues.push({ path: 'contactPerson.contact', message: 'Say how to reach them, or leave both lines empty.' });
  if (name === '' && how !== '')
    issues.push({ path: 'contactPerson.name', message: 'Say who that is, or leave both lines empty.' });
  return issues;
}

/** What changed, and nothing else: a page that was open elsewhere does not set back what was changed here. */
export function profilePatch(before: Profile, draft: ProfileDraft): Record<string, unknown> {
  const was = draftOf(before);
  const patch: Record<string, unknown> = {};
  for (const path of ['goals', 'avoidHard', 'avoidSoft'] as const) {
    const lines = linesOf(draft[path]);
    if (lines.join('\n') !== linesOf(was[path]).join('\n')) patch[path] = lines;
  }
  if (draft.techniques !== was.techniques) patch.techniques = draft.techniques;
  if (draft.country !== was.country && draft.country !== '') patch.country = draft.country;
  const name = draft.contactName.trim();
  const contact = draft.contactHow.trim();
  if (name !== was.contactName || contact !== was.contactHow)
    patch.contactPerson = name === '' ? null : { name, contact };
  return patch;
}
