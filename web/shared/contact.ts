// Turns a resource's contact, written for people ("Call or text 988"), into links that a phone can follow.

export interface ContactLink {
  href: string;
  label: string;
}

const WEB_ADDRESS =
  /\bhttps:\/\/[^\s,;]+|\b(?:[a-z0-9-]+\.)+(?:org|com|net|gov|edu|int|info|chat|help|uk|ie|ca|au|es|mx|de|at|ch|fr|be|nz|eu)\b(?:\/[^\s,;]*)?/gi;
const TEXT_WORD_TO = /\b(?:text|sms)\s+["“]?([A-Za-z]{2,12})["”]?\s+to\s+(\+?\d[\d\s-]*\d)/gi;
const NUMBER = /\+?\d[\d\s().-]*\d/g;
/** Emergency numbers have three digits; anything shorter is an opening hour or an option of a menu. */
const SHORTEST_NUMBER = 3;

function dialled(number: string): string {
  return number.replace(/[^\d+]/g, '');
}

/** Calling first, then writing, then the web. */
function rank({ href }: ContactLink): number {
  return ['tel:', 'sms:', 'https:'].findIndex((scheme) => href.startsWith(scheme));
}

/** Links in the order they are named; none when the contact is not something a phone or browser can open. */
export function contactLinks(contact: string): ContactLink[] {
  const links: ContactLink[] = [];
  const add = (href: string, label: string): void => {
    if (!links.some((link) => link.href === href)) links.push({ href, label });
  };
  let rest = contact.replace(WEB_ADDRESS, (address) => {
    const trimmed = address.replace(/[.)]+$/, '');
    add(trimmed.startsWith('https://') ? trimmed : `https://${trimmed}`, trimmed.replace(/^https:\/\/(www\.)?/, ''));
    return ' ';
  });
  rest = rest.replace(TEXT_WORD_TO, (_whole, word: string, number: string) => {
    add(`sms:${dialled(number)}?&body=${word}`, `Text ${word} to ${number.trim()}`);
    return ' ';
  });
  for (const clause of rest.split(/[,;·]/)) {
    for (const [number] of clause.matchAll(NUMBER)) {
      if (dialled(number).replace('+', '').length < SHORTEST_NUMBER) continue;
      const texting = /\b(?:text|sms)\b/i.test(clause);
      if (!texting || /\b(?:call|phone|ring)\b/i.test(clause)) add(`tel:${dialled(number)}`, `Call ${number.trim()}`);
      if (texting) add(`sms:${dialled(number)}`, `Text ${number.trim()}`);
    }
  }
  return links.sort((a, b) => rank(a) - rank(b));
}
