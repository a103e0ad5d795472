// All workflows of the session worker's bundle.
export { crisisCase } from './crisis-case.ts';
export { operatorAlert } from './operator-alert.ts';
export { session } from './session.ts';
