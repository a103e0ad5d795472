// `tta screen`: JSON lines in, verdicts out, one for one and in order, by the rules of the running system.
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Verdict } from '../domain/verdict.ts';
import { createSafety, type Safety } from '../safety/index.ts';

const earlier = z.union([z.string(), z.looseObject({ role: z.string().optional(), text: z.string() })]);

const lineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  role: z.enum(['user', 'agent']),
  text: z.string(),
  /** Given as null by programs that know none. */
  locale: z.string().nullish(),
  /** Earlier texts of the conversation, oldest first. Of another shape it is ignored. */
  history: z.array(earlier).optional().catch(undefined),
});

type Line = z.output<typeof lineSchema>;

export async function screen(): Promise<number> {
  const safety = createSafety({
    onFault: (error) => console.error(error instanceof Error ? error.message : 'The rules cannot be read.'),
  });
  let number = 0;
  let unanswered = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const read = readLine(text);
    if ('error' in read) {
      console.error(`line ${number}: ${read.error}`);
      console.log(JSON.stringify(read));
      continue;
    }
    const verdict = judge(read, safety);
    if (verdict.screen === 'unreadable') unanswered += 1;
    console.log(JSON.stringify({ id: read.id, ...reported(verdict) }));
  }
  return unanswered === 0 ? 0 : 1;
}

/** A line that is not what it should be gets an answer too, so that lines out stay in step with lines in. */
function readLine(text: string): Line | { id: string | number | null; error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { id: null, error: 'not JSON' };
  }
  const result = lineSchema.safeParse(value);
  if (result.success) return result.data;
  const error = result.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ');
  const id = z.looseObject({ id: z.union([z.string(), z.number()]) }).safeParse(value);
  return { id: id.success ? id.data.id : null, error };
}

function judge(line: Line, safety: Safety): Verdict {
  if (line.role === 'agent') return safety.screenAgentText(line.text);
  const locale = line.locale ? { locale: line.locale } : {};
  const said = (line.history ?? []).flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    return entry.role === 'agent' ? [] : [entry.text];
  });
  const history = said.map((text) => safety.screenPlayerText(text, locale)).reverse();
  return safety.screenPlayerText(line.text, { ...locale, history });
}

function reported({ crisis, blocked, category, level, response, screen: by }: Verdict) {
  const verdict = { crisis, blocked, category, level, response };
  return by === 'unreadable' ? { ...verdict, error: 'screening could not answer; nothing may be shown' } : verdict;
}
