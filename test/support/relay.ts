// A wire between us and a real server that can be cut: what a part's outage looks like from here.
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

export interface Relay {
  /** The server's address, through this wire. */
  url: string;
  /** Nobody listens any more. */
  cut(): Promise<void>;
  /** Connections stand and nothing comes through: a server that hangs. */
  hold(): void;
  restore(): Promise<void>;
  close(): Promise<void>;
}

export async function openRelay(target: string): Promise<Relay> {
  const { hostname, port: targetPort } = new URL(target);
  const pairs = new Set<readonly [Socket, Socket]>();
  let held = false;
  let listening = true;

  const server = createServer((near) => {
    const far = connect(Number(targetPort), hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far).pipe(near);
    if (held) for (const side of pair) side.pause();
    for (const side of pair) {
      side.on('error', () => undefined);
      side.on('close', () => {
        for (const each of pair) each.destroy();
        pairs.delete(pair);
      });
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a relay has a port');
  const { port } = address;

  const hangUp = (): void => {
    for (const pair of pairs) for (const side of pair) side.destroy();
  };
  const cut = async (): Promise<void> => {
    if (!listening) return;
    listening = false;
    const closed = new Promise((resolve) => server.close(resolve));
    hangUp();
    await closed;
  };
  return {
    url: target.replace(/\/\/[^/]*/, `//127.0.0.1:${port}`),
    cut,
    hold() {
      held = true;
      for (const pair of pairs) for (const side of pair) side.pause();
    },
    async restore() {
      // What was held would come through late and out of nowhere: a server that comes back knows none of it.
      if (held) hangUp();
      held = false;
      if (!listening) await listen(port);
      listening = true;
    },
    close: cut,
  };
}
