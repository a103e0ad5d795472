// What most tests read and none changes, worlds, screening rules and help as they are shipped: loading any takes most of a
// second, so a process that runs tests does it once. Tests that change files load their own.
import { createHelp, type Help } from '../../src/people/index.ts';
import { createSafety, type Safety } from '../../src/safety/index.ts';
import { loadStory, type Story } from '../../src/story/index.ts';
import { CACHE } from './bundles.ts';

export const authoredStory: () => Story = once(() => loadStory({ compiled: CACHE }));

export const ownSafety: () => Safety = once(() =>
  createSafety({
    onFault: (error) => {
      throw error;
    },
  }),
);

/** Without the hours of a team. */
export const ownHelp: () => Help = once(() => createHelp(ownSafety()));

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
