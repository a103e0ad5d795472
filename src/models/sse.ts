// Reads a stream of server-sent events as the OpenAI protocol uses them: one `data:` line holds one JSON piece.

/** The data of each event in order. A line may come in several pieces, and one piece may hold several lines. */
export async function* eventData(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const piece of body) {
    pending += decoder.decode(piece, { stream: true });
    const lines = pending.split(/\r?\n/);
    pending = lines.pop() ?? '';
    for (const line of lines) {
      const data = dataOf(line);
      if (data !== null) yield data;
    }
  }
  const last = dataOf(pending);
  if (last !== null) yield last;
}

function dataOf(line: string): string | null {
  return line.startsWith('data:') ? line.slice('data:'.length).trim() : null;
}
