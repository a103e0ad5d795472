// What a screening says of one text, and what the system does about it. Pure rules; the screening itself is in safety/.

export const CRISIS_KINDS = ['suicide', 'selfharm', 'abuse', 'violence', 'medical', 'eating'] as const;
export type CrisisKind = (typeof CRISIS_KINDS)[number];

/** `unsafe` marks a request for harm or an illegal act, or narrative that must not be shown. It is not a crisis. */
export type Category = CrisisKind | 'unsafe';

export const LEVELS = ['none', 'low', 'moderate', 'high', 'critical'] as const;
export type Level = (typeof LEVELS)[number];

export const RESPONSES = ['story', 'support', 'checkin', 'hold'] as const;
export type Response = (typeof RESPONSES)[number];

export interface Verdict {
  level: Level;
  category: Category | null;
  /** The player is met outside the story: true exactly for a crisis kind at moderate or above. */
  crisis: boolean;
  /** A request for harm (player text), or text that must not be shown (agent text). */
  blocked: boolean;
  response: Response;
  /** Ids of the rules that decided, such as `suicide.intent.1`. Never words of the text. */
  reasons: readonly string[];
  /** `unreadable`: no screening could answer, so nothing may be concluded and no story may be shown. */
  screen: 'rules' | 'rules+classifier' | 'unreadable';
}

export function levelRank(level: Level): number {
  return LEVELS.indexOf(level);
}

/** A stored verdict only rises: of two verdicts on the same text the graver one stands. */
export function graver(a: Verdict, b: Verdict): Verdict {
  if (a.screen === 'unreadable') return b;
  if (b.screen === 'unreadable') return a;
  if (levelRank(a.level) !== levelRank(b.level)) return levelRank(a.level) > levelRank(b.level) ? a : b;
  return a.blocked || !b.blocked ? a : b;
}

export function responseTo(level: Level): Response {
  switch (level) {
    case 'none':
      return 'story';
    case 'low':
      return 'support';
    case 'moderate':
      return 'checkin';
    case 'high':
    case 'critical':
      return 'hold';
  }
}

export function isCrisisKind(category: Category | null): category is CrisisKind {
  return category !== null && category !== 'unsafe';
}

export const CLEAR_VERDICT: Verdict = {
  level: 'none',
  category: null,
  crisis: false,
  blocked: false,
  response: 'story',
  reasons: [],
  screen: 'rules',
};
