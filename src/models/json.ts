// Finds the JSON in a model's answer: models put it in code fences, behind their thoughts, or between polite sentences.

/** The first whole JSON object of the text; undefined when there is none. */
export function jsonIn(text: string): unknown {
  const told = withoutThoughts(text);
  for (let from = told.indexOf('{'); from >= 0; from = told.indexOf('{', from + 1)) {
    const end = endOfObject(told, from);
    if (end === null) continue;
    try {
      const value: unknown = JSON.parse(told.slice(from, end));
      return value;
    } catch {
      // A brace in prose; the object may stand further on.
    }
  }
  return undefined;
}

/** Reasoning models without a field for it write their thoughts first, between tags. */
export function withoutThoughts(text: string): string {
  return text.replace(/<think>[\s\S]*?(<\/think>|$)/g, '');
}

function endOfObject(text: string, from: number): number | null {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
