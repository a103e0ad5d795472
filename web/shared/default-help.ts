// Help that is inside the page itself, for the case that nothing was ever loaded: no server, no network, first visit.
// The gateway's own list (by country, with checked dates) replaces it as soon as it has been read once.
import type { HelpResource } from '../../src/domain/turn.ts';

export interface HelpList {
  country: string | null;
  line: string;
  resources: readonly HelpResource[];
}

export const DEFAULT_HELP: HelpList = {
  country: null,
  line: 'If you or somebody near you is in danger now, call your local emergency number.',
  resources: [
    { name: 'Emergency, United States and Canada', contact: 'Call 911', hours: 'always open' },
    { name: '988 Suicide & Crisis Lifeline, United States', contact: 'Call or text 988', hours: 'always open' },
    { name: 'Emergency, United Kingdom and Ireland', contact: 'Call 999', hours: 'always open' },
    { name: 'Samaritans, United Kingdom and Ireland', contact: 'Call 116 123', hours: 'always open' },
    { name: 'Emergency, Europe and many other countries', contact: 'Call 112', hours: 'always open' },
    { name: 'Find a helpline in another country', contact: 'https://findahelpline.com', hours: '' },
  ],
};
