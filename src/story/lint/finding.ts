// What an author is told of a world: where, what, and what to do about it.

export interface Finding {
  /** An error is met by a player; a warning is a loose end that may be meant. */
  severity: 'error' | 'warning';
  /** Stable, such as `place-unreachable`. */
  code: string;
  /** Name of the file within the world's folder. */
  file: string;
  line: number;
  /** What is wrong and what to do. */
  message: string;
}

/** A line that a player may read, and where it is written. */
export interface AuthoredLine {
  file: string;
  line: number;
  text: string;
  /** Suggestions are sent back by players, so they are read as player text too. */
  kind: 'told' | 'suggestion';
}

/** Errors first, then by file and line. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1);
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.file.localeCompare(b.file) || a.line - b.line);
}
