// Keeps an agent that waits for a model to its time: a warning when most of it is gone, an error the turn can act on at its end.
import type { AgentType } from '../domain/agents.ts';
import { AppError } from '../domain/errors.ts';
import type { AgentByType, AgentTimeouts } from './types.ts';

/** The agent itself when it is fast: it computes without waiting, so no timer could interrupt it. */
export function timed<Type extends AgentType>(agent: AgentByType[Type], timeouts: AgentTimeouts): AgentByType[Type] {
  if (agent.speed === 'fast') return agent;
  const { type, instance } = agent.id;
  const withinMs = timeouts.ms[type];

  async function inTime<T>(work: Promise<T>): Promise<T> {
    const warning = setTimeout(() => timeouts.onSlow({ type, instance }), withinMs * timeouts.warnAt);
    let ending: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      ending = setTimeout(
        () => reject(new AppError('unavailable', `Agent ${type}/${instance} did not answer within ${withinMs} ms.`)),
        withinMs,
      );
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(warning);
      clearTimeout(ending);
    }
  }

  // Each kind of agent has one method that works; calls to it are timed, everything else is passed on.
  const works = { ipa: 'understand', wba: 'propose', nga: 'narrate' }[type];
  return new Proxy(agent, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (name !== works || typeof value !== 'function') return value;
      return (...args: unknown[]) => inTime(Promise.resolve(Reflect.apply(value, target, args)));
    },
  });
}
