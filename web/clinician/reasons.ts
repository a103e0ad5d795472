// Why a text was found to be what it was, in a clinician's words. The rule's id stays beside it for whoever reviews the rules.

/** By the beginning of a rule's id; the longest that fits is used, so a variant of a rule needs no line of its own. */
const REASONS: Readonly<Record<string, string>> = {
  suicide: 'Words about suicide',
  'suicide.intent': 'Says they intend to die',
  'suicide.plan': 'Names a plan, a means or a time',
  'suicide.attempt': 'Speaks of an attempt, now or just before',
  'suicide.farewell': 'A farewell',
  'suicide.wish': 'A wish to be dead or not to wake up',
  'suicide.burden': 'Feels to be a burden to others',
  'suicide.hopeless': 'Sees no way on',
  'suicide.real': 'Says that it is meant for real, not for the game',
  selfharm: 'Words about hurting themselves',
  'selfharm.act': 'Has hurt themselves, or is doing it',
  'selfharm.urge': 'An urge to hurt themselves',
  abuse: 'Words about abuse',
  'abuse.now': 'Abuse that goes on now, or fear for today',
  'abuse.violence': 'Violence by somebody close',
  'abuse.sexual': 'Sexual violence',
  'abuse.control': 'Is controlled, threatened or kept in',
  'abuse.child': 'A child is being hurt',
  violence: 'Words about violence',
  'violence.act': 'Has hurt somebody, or is doing it',
  'violence.intent': 'Intends to hurt somebody',
  'violence.pronoun': 'Threatens somebody they do not name',
  medical: 'A medical emergency',
  'medical.overdose': 'Has taken too much of something',
  'medical.emergency': 'A bodily emergency, such as chest pain or no breath',
  'medical.psychosis': 'Hears or believes what may be psychosis',
  eating: 'Words about eating',
  'eating.starving': 'Is starving',
  'eating.behaviour': 'Vomiting, laxatives or strict fasting',
  distress: 'Distress',
  'distress.panic': 'Panic',
  'distress.low-mood': 'Low mood',
  'distress.other': 'Worry about somebody else',
  'distress.age': 'Gives a low age',
  course: 'The course of the session',
  'course.hints': 'Several hints over the last messages',
  screen: 'The screening',
  'screen.unreadable': 'The screening could not read the text',
  requested: 'Asked for a person',
  team: 'Raised by a colleague',
  drill: 'A rehearsal',
  game: 'Said that it was about the game',
};

export interface Reason {
  id: string;
  words: string;
}

/** In the order given, each wording once. An unknown rule is named by its id rather than left out. */
export function reasonsInWords(ids: readonly string[]): Reason[] {
  const reasons: Reason[] = [];
  for (const id of ids) {
    const words = wordsFor(id);
    if (!reasons.some((reason) => reason.words === words)) reasons.push({ id, words });
  }
  return reasons;
}

function wordsFor(id: string): string {
  const parts = id.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const known = REASONS[parts.slice(0, length).join('.')];
    if (known !== undefined) return known;
  }
  return 'Another rule';
}
