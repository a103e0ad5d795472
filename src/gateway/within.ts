// Gives up waiting, not the work.
import { AppError } from '../domain/errors.ts';

/** Rejects with AppError('unavailable') when `work` has not settled within `ms` milliseconds. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('unavailable', 'This took too long. Try again in a moment.')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
