// One notifier for all alerts of the system: console, mail and webhook, with their authored words.
export type { NotifierOptions, OpenNotifier } from './notifier.ts';
export { createNotifier } from './notifier.ts';
export type { OperatorAlerts, OperatorAlertsOptions } from './operator-alerts.ts';
export { createOperatorAlerts } from './operator-alerts.ts';
