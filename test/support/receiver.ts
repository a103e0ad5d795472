// A webhook's receiver as an engineer elsewhere would write it: checks the signature by its own arithmetic, does a thing once
// however often it is asked, and misbehaves when a test wants it to.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A status; or `hang`: no answer; `trickle`: an answer whose body never ends; `cut`: the connection breaks in the middle. */
export type Behaviour = number | 'hang' | 'trickle' | 'cut';

export interface Received {
  headers: IncomingHttpHeaders;
  path: string;
  body: string;
  /** Signed by who knows the secret, less than five minutes ago. */
  genuine: boolean;
}

export interface Receiver {
  url: string;
  /** Every request. */
  received: Received[];
  /** Idempotency keys in the order in which they were first acted on. */
  acted: string[];
  /** How the next requests are answered, one each; those after them with 200. */
  behave(...next: Behaviour[]): void;
  stop(): Promise<void>;
}

export async function startReceiver(secret: string): Promise<Receiver> {
  const received: Received[] = [];
  const acted: string[] = [];
  const plan: Behaviour[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { headers, url: path = '' } = request;
    const genuine = isGenuine(secret, headers, body);
    received.push({ headers, path, body, genuine });
    const key = headers['idempotency-key'];
    const how = plan.shift() ?? 200;
    // One that answers late or badly has often done its work all the same; one that refuses has not.
    const acts = genuine && (typeof how !== 'number' || how < 300);
    if (acts && typeof key === 'string' && !acted.includes(key)) acted.push(key);
    if (how === 'hang') return;
    if (how === 'cut' || how === 'trickle') {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"ok":');
      if (how === 'cut') response.socket?.destroySoon();
      return;
    }
    response.writeHead(how, how >= 300 && how < 400 ? { location: '/elsewhere' } : {}).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    acted,
    behave: (...next) => void plan.push(...next),
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function isGenuine(secret: string, headers: IncomingHttpHeaders, body: string): boolean {
  const { 'x-tta-timestamp': timestamp, 'x-tta-signature': signature } = headers;
  if (typeof timestamp !== 'string' || typeof signature !== 'string') return false;
  const own = Buffer.from(`v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`);
  const given = Buffer.from(signature);
  const recent = Math.abs(Date.now() / 1000 - Number(timestamp)) < 300;
  return recent && own.length === given.length && timingSafeEqual(own, given);
}
