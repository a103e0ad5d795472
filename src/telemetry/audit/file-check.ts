// Verifies the anchor files: each line after the other, and then whether the lines that the graph remembers are there.
import { type AnchorLine, entryOfLine, linesIn } from './anchor-file.ts';
import type { HeadOf } from './entry.ts';
import { follow, type Link } from './links.ts';
import type { AnchorRecord } from './recorded.ts';
import type { AuditFinding } from './types.ts';

export interface CheckedFile {
  name: string;
  /** Ids of the files that this one says it is: one, unless somebody put several together. */
  ids: ReadonlySet<string>;
  lines: number;
  lastLine: number;
  /** HMACs of the lines that ended a run of anchoring. */
  ends: ReadonlyMap<number, string>;
  /** Start of the newest whole run, epoch ms; null when there is none. */
  anchoredAt: number | null;
  findings: readonly AuditFinding[];
}

/** `use` gets every line that nobody has touched, in the order of the file. */
export async function checkFile(
  { directory, name, headOf }: { directory: string; name: string; headOf: HeadOf },
  use: (line: AnchorLine) => Promise<void>,
): Promise<CheckedFile> {
  const ids = new Set<string>();
  const ends = new Map<number, string>();
  const unreadable: AuditFinding[] = [];
  let [lines, lastLine] = [0, 0];
  let anchoredAt: number | null = null;

  async function* links(): AsyncGenerator<Link> {
    let unread = false;
    for await (const line of linesIn(directory, name)) {
      if (line === undefined) {
        unread = true;
        continue;
      }
      // The last one may have been cut short by a power failure; any other was altered.
      if (unread) unreadable.push({ writer: name, what: 'changed', at: lastLine + 1 });
      unread = false;
      const link = { previousHead: line.previous, entry: entryOfLine(line), head: line.hmac, place: line.line };
      yield { ...link, standing: line.line > lastLine ? 'agrees' : 'elsewhere' };
      ids.add(line.file);
      lines += 1;
      lastLine = Math.max(lastLine, line.line);
      if ((await headOf(link.previousHead, link.entry)) !== link.head) continue;
      if (line.end) {
        ends.set(line.line, line.hmac);
        anchoredAt = Math.max(anchoredAt ?? 0, line.at);
      }
      await use(line);
    }
  }

  const followed = await follow(links(), headOf);
  const findings = [...unreadable, ...followed.findings.map(({ what, at }) => ({ writer: name, what, at }))];
  return { name, ids, lines, lastLine, ends, anchoredAt, findings };
}

/** What the graph remembers to have been written to a file and is not in it. */
export async function cutFrom(
  files: readonly CheckedFile[],
  records: AsyncIterable<AnchorRecord>,
): Promise<AuditFinding[]> {
  const findings = new Map<string, AuditFinding>();
  for await (const record of records) {
    const file = files.find(({ ids }) => ids.has(record.file));
    const finding = missing(record, file);
    if (finding !== null) findings.set(`${finding.writer}\n${finding.what}\n${finding.at}`, finding);
  }
  return [...findings.values()];
}

function missing({ file: id, line, hmac }: AnchorRecord, file: CheckedFile | undefined): AuditFinding | null {
  if (file === undefined) return { writer: `anchors.jsonl ${id}`, what: 'writer_missing', at: null };
  const { name: writer, lastLine, ends, findings } = file;
  if (line > lastLine) return { writer, what: 'tail_cut', at: lastLine + 1 };
  // A line that was altered or taken out has been told of already, unless the file was made to fit.
  if (ends.get(line) === hmac || findings.length > 0) return null;
  return { writer, what: ends.has(line) ? 'head_differs' : 'removed', at: line };
}
