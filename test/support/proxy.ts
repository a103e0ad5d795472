// A port that leads to a server and can be cut: how tests take a part away from the running system without harming the
// server, which other tests use too.

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface PartProxy {
  port: number;
  /** Connections are reset and new ones refused, as when the server is gone. Resolves when the port is closed. */
  cut(): Promise<void>;
  /** Leads to the server again, on the same port. */
  mend(): Promise<void>;
}

export async function openProxy(target: { host: string; port: number }): Promise<PartProxy> {
  const sockets = new Set<Socket>();
  let cut = false;

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  }

  const server = createServer((near) => {
    const far = connect(target.port, target.host);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      keep(socket);
    }
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });

  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host: '127.0.0.1' }, () => {
        server.off('error', reject);
        resolve();
      });
    });

  await listen(0);
  // Listening on TCP, so the address is one of host and port.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async cut() {
      if (cut) return;
      cut = true;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.resetAndDestroy();
      await closed;
    },
    async mend() {
      if (!cut) return;
      await listen(port);
      cut = false;
    },
  };
}
