// The door of people: help dialogues, resources by country, and the records of crisis cases.

export { createCaseRecords } from './cases/index.ts';
export { authoredSentences } from './help/authored.ts';
export { createHelp, type HelpOptions } from './help/index.ts';
export {
  type CountryResources,
  chooseResources,
  knownCountries,
  resourcesFor,
  staleResources,
} from './resources/index.ts';
export type { CaseRecords, Help, HelpLine } from './types.ts';
