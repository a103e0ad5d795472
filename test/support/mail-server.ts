// A mail server on this machine: takes, refuses or puts off what it is sent, as a test asks, and keeps what it took.
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

const TALK_EVERY_MS = 20;

export interface Mail {
  to: string[];
  header(name: string): string | undefined;
  /** Soft line breaks joined again. */
  text: string;
  raw: string;
}

export interface MailServer {
  url: string;
  port: number;
  mails: Mail[];
  /** How often somebody asked to send, taken or not. */
  asked: number;
  /** What the next recipients are answered with, one each, such as 451; those after them are taken. */
  refuseNext(...codes: number[]): void;
  stop(): Promise<void>;
}

export async function startMailServer(
  options: { port?: number; login?: { user: string; password: string } } = {},
): Promise<MailServer> {
  const refusals: number[] = [];
  const mails: Mail[] = [];
  const { login } = options;
  const server = new SMTPServer({
    authOptional: login === undefined,
    // On this machine a password may go unencrypted.
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth({ username, password }, _session, answer) {
      if (username === login?.user && password === login?.password) answer(null, { user: username });
      else answer(refusal(535));
    },
    onRcptTo(_address, _session, answer) {
      found.asked += 1;
      const code = refusals.shift();
      answer(code === undefined ? null : refusal(code));
    },
    onData(stream, { envelope }, answer) {
      text(stream).then((raw) => {
        mails.push(
          read(
            raw,
            envelope.rcptTo.map(({ address }) => address),
          ),
        );
        answer();
      }, answer);
    },
  });
  // A client that is gone in the middle of a greeting is part of some tests.
  server.on('error', () => undefined);
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo; // a TCP server's address is never a string
  const found: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    asked: 0,
    refuseNext: (...codes) => void refusals.push(...codes),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
  return found;
}

/** Lets everybody in and never says a word, or never comes to its point. */
export async function startSilentServer(
  words: { greeting: string; thenAlways: string } | null = null,
): Promise<{ port: number; stop(): Promise<void> }> {
  const guests = new Set<Socket>();
  const server = createServer((guest) => {
    guests.add(guest);
    guest.on('error', () => undefined);
    if (words === null) return;
    guest.write(words.greeting);
    const talk = setInterval(() => guest.write(words.thenAlways), TALK_EVERY_MS);
    guest.on('close', () => clearInterval(talk));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  return {
    port,
    async stop() {
      for (const guest of guests) guest.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('not now, said the server to hunter2'), { responseCode });
}

function read(raw: string, to: string[]): Mail {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  return {
    to,
    raw,
    header: (name) => head.match(new RegExp(`^${name}: (.*)$`, 'im'))?.[1]?.trim(),
    text: raw.slice(end + 4).replace(/ \r\n/g, ' '),
  };
}
