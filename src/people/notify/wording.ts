// What people are told, in authored words: why, about which case or part, by when, and what to do. It is read on lock screens
// and passes through the mail servers of others, so there is no text, kind or name of a player in it, and nothing to click
// that would change anything.
import type { NoticeCode, Notification } from '../../domain/notification.ts';

interface Wording {
  subject: string;
  /** One or two plain sentences. */
  body: string;
  /** What `about` is. */
  about: 'Case' | 'Session' | 'Part';
  /** What the reader does next; the case's own notices all end in signing in. */
  next?: string;
}

const WORDING: Readonly<Record<NoticeCode, Wording>> = {
  case_opened: {
    subject: 'A case was opened',
    body: 'A player may be in danger, and you are on call for them.',
    about: 'Case',
  },
  case_raised: {
    subject: 'A case has become graver',
    body: 'There is new evidence on an open case, and its level has risen.',
    about: 'Case',
  },
  case_due: {
    subject: 'A case is waiting past its time',
    body: 'A deadline of this case has passed without an answer. Take it, or make sure that somebody does.',
    about: 'Case',
  },
  case_unanswered: {
    subject: 'Nobody has answered a case',
    body: 'Everybody on the on-call ladder was told of this case and nobody has acknowledged it. Reach a clinician by other means now.',
    about: 'Case',
  },
  case_digest: {
    subject: 'A case is waiting for your opening hours',
    body: 'A case of moderate level came in outside of the opening hours and waits to be answered.',
    about: 'Case',
  },
  case_handed_over: {
    subject: 'A case was handed over to you',
    body: 'A colleague has handed this case over to you.',
    about: 'Case',
  },
  player_wrote: {
    subject: 'There is a new message in a case',
    body: 'The player of a case that you answer for has written to you.',
    about: 'Case',
  },
  texts_unreadable: {
    subject: 'A session is paused: its texts could not be screened',
    body: 'Two texts in a row could not be read for safety, so the session was paused and its player was shown where to find help.',
    about: 'Session',
    next: 'Look in the log of the gateway and the workers for what keeps screening from answering. The texts are screened when it is back.',
  },
  narrative_blocked: {
    subject: 'A story keeps being blocked',
    body: 'Story text of one session was blocked three times. It now tells authored text only.',
    about: 'Session',
    next: 'Look at the safety report for the rules that blocked it, and at what the model was asked.',
  },
  part_down: {
    subject: 'A part of the system is down',
    body: 'A part that players depend on does not answer. Help is still shown to those who need it.',
    about: 'Part',
    next: 'Look at /readyz and at the log of that part.',
  },
  part_restored: {
    subject: 'A part of the system is back',
    body: 'A part that was down answers again.',
    about: 'Part',
    next: 'Nothing has to be done.',
  },
  outbox_waiting: {
    subject: 'Evidence of a crisis waits: no case could be opened',
    body: 'Somebody may be in danger, and no clinician has been told: Temporal took no case, so the evidence is kept on the disk of the gateway.',
    about: 'Part',
    next: 'Bring Temporal back now. The evidence is then delivered by itself and clinicians are told.',
  },
  audit_broken: {
    subject: 'The audit trail does not verify',
    body: 'Entries of the audit trail are missing or were changed.',
    about: 'Part',
    next: 'Run `npx tta audit verify`, keep a copy of the database as it is, and find out who had access to it.',
  },
  rules_refused: {
    subject: 'New safety rules were refused',
    body: 'The safety rules on disk are not valid. The set before them is still in force.',
    about: 'Part',
    next: 'Correct the file that the log names. It is read again by itself.',
  },
};

export interface Words {
  subject: string;
  text: string;
}

export function wordsFor(notification: Notification, consoleUrl: string | undefined): Words {
  const { code, about, level, dueBy, at, drill } = notification;
  const found = WORDING[code];
  const marks = [level !== null && `level ${level}`, dueBy !== null && `due ${utc(dueBy)}`].filter((mark) => mark);
  const subject = `${found.subject}: ${[about, ...marks].join(', ')}`;
  const facts = [
    [found.about, about],
    ...(level === null ? [] : [['Level', level]]),
    ...(dueBy === null ? [] : [['Due by', utc(dueBy)]]),
    ['Raised', utc(at)],
  ];
  const paragraphs = [
    ...(drill ? ['THIS IS A DRILL. No player is in danger. Answer it as you would a real one.'] : []),
    found.body,
    facts.map(([name, value]) => `${`${name}:`.padEnd(9)}${value}`).join('\n'),
    found.next ??
      `To acknowledge, sign in at the console${consoleUrl === undefined ? '' : `: ${consoleUrl}`}\nReading or answering this message acknowledges nothing.`,
  ];
  return { subject: drill ? `DRILL: ${subject}` : subject, text: `${paragraphs.join('\n\n')}\n` };
}

/** Such as `2026-03-01 07:05 UTC`: on-call people may be in any zone. */
function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
