// What the intake asks and when it is complete: pure, so that the page and its tests agree on every message.
import type { FieldIssue } from '../../src/domain/errors.ts';

export const AGE_BANDS = [
  { value: 'under18', label: 'Under 18' },
  { value: '18-24', label: '18 to 24' },
  { value: '25-44', label: '25 to 44' },
  { value: '45-64', label: '45 to 64' },
  { value: '65plus', label: '65 or over' },
] as const;

export interface IntakeDraft {
  consents: { play: boolean; clinicianMayRead: boolean; crisisContact: boolean; modelProvider: boolean };
  ageBand: string;
  country: string;
  contactName: string;
  contactHow: string;
}

/** Nothing is ticked or chosen beforehand. */
export const EMPTY_INTAKE: IntakeDraft = {
  consents: { play: false, clinicianMayRead: false, crisisContact: false, modelProvider: false },
  ageBand: '',
  country: '',
  contactName: '',
  contactHow: '',
};

/** Issues by the path that the gateway uses too, in the order of the form. */
export function intakeIssues(draft: IntakeDraft): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (draft.ageBand === '') issues.push({ path: 'ageBand', message: 'Choose your age.' });
  if (draft.country === '')
    issues.push({ path: 'country', message: 'Choose the country you are in, so that help fits it.' });
  if (!draft.consents.play) {
    issues.push({
      path: 'consents.play',
      message: 'Tick this if you want to play. Without it the story cannot begin.',
    });
  }
  const name = draft.contactName.trim();
  const how = draft.contactHow.trim();
  if (name !== '' && how === '') {
    issues.push({ path: 'contactPerson.contact', message: 'Say how to reach them, or leave both lines empty.' });
  }
  if (name === '' && how !== '')
    issues.push({ path: 'contactPerson.name', message: 'Say who that is, or leave both lines empty.' });
  return issues;
}

export function intakeBody(draft: IntakeDraft, textVersion: string): Record<string, unknown> {
  const name = draft.contactName.trim();
  return {
    textVersion,
    consents: draft.consents,
    ageBand: draft.ageBand,
    country: draft.country,
    ...(name === '' ? {} : { contactPerson: { name, contact: draft.contactHow.trim() } }),
  };
}

const COUNTRY_CODES =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW';

export function countries(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return COUNTRY_CODES.split(' ')
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}
