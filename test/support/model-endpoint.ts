// A real HTTP server that speaks the OpenAI chat protocol and answers what a test tells it to: well, slowly, brokenly or not at
// all. It keeps what it was asked, so that a test can read what left this system.
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  headers: IncomingMessage['headers'];
  body: {
    model: string;
    stream: boolean;
    messages: { role: string; content: string }[];
    response_format?: { type: string; json_schema?: { name: string; schema: Record<string, unknown> } };
    max_tokens: number;
  };
}

/** How the server behaves on one request. */
export type Behaviour =
  | { do: 'answer'; text: string /** Between the words of a stream. */; delayMs?: number }
  /** Some of the text, and then the connection is gone. */
  | { do: 'die'; text: string }
  /** Some of the text, and then silence on an open connection. */
  | { do: 'hang'; text: string }
  | { do: 'status'; status: number; headers?: Record<string, string>; body?: string }
  /** Something that is no answer of the protocol. */
  | { do: 'raw'; body: string };

export interface ModelEndpoint {
  url: string;
  asked: Asked[];
  /** Chooses what happens on each request; until it is set every answer is empty. */
  behave(how: (asked: Asked) => Behaviour): void;
  /** Connections that the other side ended before they were answered. */
  abandoned(): number;
  close(): Promise<void>;
}

export const answer = (value: unknown): Behaviour => ({
  do: 'answer',
  text: typeof value === 'string' ? value : JSON.stringify(value),
});

/** At port 0 it listens wherever is free. */
export async function openModelEndpoint(
  models: readonly string[] = ['story-model'],
  listenAt = 0,
): Promise<ModelEndpoint> {
  const asked: Asked[] = [];
  let how: (asked: Asked) => Behaviour = () => answer('');
  let left = 0;

  const server: Server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) left += 1;
    });
    if (request.method === 'GET' && request.url === '/v1/models') {
      json(response, { object: 'list', data: models.map((id) => ({ id, object: 'model' })) });
      return;
    }
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      response.writeHead(404).end();
      return;
    }
    void read(request).then(async (text) => {
      // The shape is the protocol's own: a test fails when what was sent is not of it.
      const body = JSON.parse(text) as Asked['body'];
      const one: Asked = { headers: request.headers, body };
      asked.push(one);
      await play(how(one), response, body.stream);
    });
  });
  server.listen(listenAt, '127.0.0.1');
  await once(server, 'listening');
  // Listening on a port, so its address is one.
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    behave: (next) => {
      how = next;
    },
    abandoned: () => left,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function play(behaviour: Behaviour, response: ServerResponse, stream: boolean): Promise<void> {
  switch (behaviour.do) {
    case 'status':
      response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body ?? '{"error":{"message":"no"}}');
      return;
    case 'raw':
      response.writeHead(200, { 'content-type': 'application/json' }).end(behaviour.body);
      return;
    case 'hang':
    case 'die': {
      response.writeHead(200, { 'content-type': stream ? 'text/event-stream' : 'application/json' });
      response.write(stream ? wordsOf(behaviour.text).map(event).join('') : '{"choices":[');
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (behaviour.do === 'die') response.destroy();
      return;
    }
    case 'answer':
      if (stream) return streamed(behaviour.text, behaviour.delayMs ?? 0, response);
      if (behaviour.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, behaviour.delayMs));
      json(response, {
        object: 'chat.completion',
        choices: [{ index: 0, message: { role: 'assistant', content: behaviour.text }, finish_reason: 'stop' }],
      });
  }
}

async function streamed(text: string, delayMs: number, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const word of wordsOf(text)) {
    if (response.destroyed) return;
    response.write(event(word));
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  }
  response.end('data: [DONE]\n\n');
}

const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];
const event = (content: string): string =>
  `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] })}\n\n`;

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}
