// Tells when something in a directory was changed, once for a burst: an editor writes a file in several steps, and often
// writes a new one and renames it over the old. So the directory is watched, never a file.
import { type FSWatcher, watch } from 'node:fs';

/** Editors and copies are done within this; a person who waits for a rule to take effect does not feel it. */
const QUIET_MS = 150;

/** `changed` runs when the directory has been quiet again. Returns the end of it. Never keeps a process alive. */
export function watchDirectory(directory: string, changed: () => void): () => void {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let watcher = arm();

  function arm(): FSWatcher {
    const made = watch(directory, { persistent: false }, later);
    made.on('error', later);
    return made;
  }

  function later(): void {
    if (ended) return;
    clearTimeout(timer);
    timer = setTimeout(settle, QUIET_MS).unref();
  }

  /** The directory may be a new one of the same name by now (a checkout, a mounted set): it is looked up again. */
  function settle(): void {
    try {
      const fresh = arm();
      watcher.close();
      watcher = fresh;
    } catch {
      // It is gone for now; the reload says so.
    }
    changed();
  }

  return () => {
    ended = true;
    clearTimeout(timer);
    watcher.close();
  };
}
