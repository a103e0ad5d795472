// One Redis subscriber connection for all listeners of a process; channels are joined by the first and left by the last.
import type { Redis } from 'ioredis';

export interface Subscriptions {
  /** Resolves once messages arrive. The returned function leaves again. */
  join(channel: string, onMessage: (message: string) => void, onReturn: () => void): Promise<() => Promise<void>>;
}

interface Listener {
  onMessage: (message: string) => void;
  /** After a lost connection: whatever was published meanwhile was not heard. */
  onReturn: () => void;
}

export function createSubscriptions(redis: Redis): Subscriptions {
  const channels = new Map<string, Set<Listener>>();
  let lost = false;

  redis.on('message', (channel: string, message: string) => {
    for (const listener of channels.get(channel) ?? []) listener.onMessage(message);
  });
  redis.on('close', () => {
    lost = true;
  });
  redis.on('ready', () => {
    if (!lost) return;
    lost = false;
    void returned();
  });

  async function returned(): Promise<void> {
    const names = [...channels.keys()];
    // Subscribed again before anybody reads, so that nothing falls between the two. A failure here closes and comes back.
    if (names.length > 0) await redis.subscribe(...names).catch(() => redis.disconnect(true));
    for (const listeners of channels.values()) for (const listener of listeners) listener.onReturn();
  }

  return {
    async join(channel, onMessage, onReturn) {
      const listener = { onMessage, onReturn };
      const listeners = channels.get(channel) ?? new Set();
      channels.set(channel, listeners.add(listener));
      const leave = async (): Promise<void> => {
        listeners.delete(listener);
        if (listeners.size > 0 || channels.get(channel) !== listeners) return;
        channels.delete(channel);
        await redis.unsubscribe(channel).catch(() => undefined);
      };
      try {
        await redis.subscribe(channel);
      } catch (error) {
        await leave();
        throw error;
      }
      return leave;
    },
  };
}
