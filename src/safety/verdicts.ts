// From the hits of the rules to a verdict: the gravest hit decides, and the course of the session is looked at.
import type { Category, Level, Verdict } from '../domain/verdict.ts';
import { CLEAR_VERDICT, isCrisisKind, levelRank, responseTo } from '../domain/verdict.ts';
import { isForeign } from './language.ts';
import type { Hit } from './reader.ts';

/** This many hints of one kind in the session's last texts, this one included, are no longer a hint. */
const HINTS_THAT_COUNT = 3;
const TEXTS_LOOKED_BACK = 6;

export function playerVerdict(text: string, hits: readonly Hit[], history: readonly Verdict[]): Verdict {
  const reasons = hits.map((hit) => hit.rule);
  const top = gravest(hits.filter((hit) => hit.category !== 'unsafe'));
  if (top !== null && levelRank(top.level) >= levelRank('moderate') && top.category !== 'distress') {
    return standing(top.category, top.level, reasons);
  }
  // A request for harm is refused, and is not a crisis; a request made in danger was answered as danger above.
  if (hits.some((hit) => hit.category === 'unsafe')) {
    return { ...CLEAR_VERDICT, category: 'unsafe', blocked: true, reasons };
  }
  const hinted = top !== null && top.category !== 'distress' ? top.category : null;
  if (hinted !== null) {
    const before = history.slice(0, TEXTS_LOOKED_BACK).filter((v) => v.category === hinted && v.level === 'low').length;
    if (before + 1 >= HINTS_THAT_COUNT) return standing(hinted, 'moderate', [...reasons, 'course.hints']);
  }
  if (top !== null) return standing(hinted, top.level === 'none' ? 'none' : 'low', reasons);
  return isForeign(text) ? { ...CLEAR_VERDICT, reasons: ['language.unsupported'] } : CLEAR_VERDICT;
}

/** Of an agent's text only one thing is asked: may it be shown. It opens no case by itself. */
export function agentVerdict(hits: readonly Hit[]): Verdict {
  if (hits.length === 0) return CLEAR_VERDICT;
  return { ...CLEAR_VERDICT, category: 'unsafe', blocked: true, reasons: hits.map((hit) => hit.rule) };
}

function standing(category: Category | null, level: Level, reasons: readonly string[]): Verdict {
  return {
    level,
    category,
    crisis: isCrisisKind(category) && levelRank(level) >= levelRank('moderate'),
    blocked: false,
    response: responseTo(level),
    reasons,
    screen: 'rules',
  };
}

/** The gravest hit; among equals medical first, because minutes count there. */
function gravest(hits: readonly Hit[]): Hit | null {
  let top: Hit | null = null;
  for (const hit of hits) {
    if (top === null) top = hit;
    else if (levelRank(hit.level) > levelRank(top.level)) top = hit;
    else if (hit.level === top.level && rank(hit) > rank(top)) top = hit;
  }
  return top;
}

function rank(hit: Hit): number {
  return hit.category === 'medical' ? 2 : hit.category === 'distress' ? 0 : 1;
}
