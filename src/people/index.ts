// The door of people: help dialogues, resources by country, and the records of crisis cases.

export { createCaseRecords } from './cases/index.ts';
export {
  createSafetyReport,
  type SafetyReportSources,
  type SafetyReports,
} from './cases/report.ts';
export { type CoverageDefaults, createCoverage, type OnCall } from './coverage/index.ts';
export { createDisclosures } from './disclosures.ts';
export { authoredSentences } from './help/authored.ts';
export { createHelp, type HelpOptions } from './help/index.ts';
export {
  createNotifier,
  createOperatorAlerts,
  type NotifierOptions,
  type OpenNotifier,
  type OperatorAlerts,
  type OperatorAlertsOptions,
} from './notify/index.ts';
export {
  type CountryResources,
  chooseResources,
  knownCountries,
  requireCheckedResources,
  resourcesFor,
  type StaleResource,
  staleResources,
} from './resources/index.ts';
export type { CaseRecords, Coverage, Disclosure, Disclosures, Help, HelpLine, Notifier } from './types.ts';
