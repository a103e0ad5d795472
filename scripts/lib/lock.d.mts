// Types of lock.mjs for the TypeScript side.
export function tryLock(file: string): { release: () => void; heldBy?: never } | { release?: never; heldBy: number };
export function withLock<T>(file: string, work: () => Promise<T>): Promise<T>;
export function isAlive(pid: number): boolean;
