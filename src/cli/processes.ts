// `tta worker` and `tta gateway`: one process each, for running the parts of a larger installation.

export async function worker(): Promise<number> {
  await import('../workers/main.ts');
  return untilItEnds();
}

export async function gateway(): Promise<number> {
  await import('../gateway/main.ts');
  return untilItEnds();
}

/** Both end their own process when told to. */
function untilItEnds(): Promise<never> {
  return new Promise(() => undefined);
}
