// What a process counts and times, for Prometheus. Labels hold kinds, codes and route patterns: never an id, never a word.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** Seconds. Dense around the aims: 45 ms for an authored turn alone, 2 s for 95 % under load. */
const TURN_BUCKETS = [0.02, 0.045, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];
/** Seconds. Rules answer within 5 ms; 200 ms is the limit of the safety requirements. */
const SCREEN_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.05, 0.2, 1];

export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Counter({ name, help, labelNames, registers });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  return {
    registry,
    turnSeconds: new Histogram({
      name: 'tta_turn_seconds',
      help: 'Time from a turn arriving to its answer, by kind of reply and who told it',
      labelNames: ['kind', 'source'],
      buckets: TURN_BUCKETS,
      registers,
    }),
    turns: counter('tta_turns_total', 'Turns by outcome: the kind of reply, or the code of the refusal', ['outcome']),
    turnsRunning: gauge('tta_turns_running', 'Turns in progress in this gateway'),
    screenSeconds: new Histogram({
      name: 'tta_screen_seconds',
      help: 'Time to screen one text of a player',
      buckets: SCREEN_BUCKETS,
      registers,
    }),
    verdicts: counter('tta_verdicts_total', 'Verdicts on texts of players by level', ['level']),
    refusals: counter('tta_refusals_total', 'Requests refused or failed, by code', ['code']),
    helpByGateway: counter(
      'tta_help_by_gateway_total',
      'Help given by the gateway because the session could not, by why',
      ['code'],
    ),
    casesOpened: counter('tta_cases_opened_total', 'Crisis evidence handed to a case, by the door it took', ['door']),
    outboxWaiting: gauge('tta_outbox_waiting', 'Crisis evidence in the local outbox that no case has taken yet'),
    websockets: gauge('tta_websockets_open', 'Open event connections'),
    websocketsClosed: counter('tta_websockets_closed_total', 'Event connections closed by the gateway, by close code', [
      'close',
    ]),
    streamsResumed: counter('tta_streams_resumed_total', 'Event connections that resumed after an earlier event'),
    streamsRebuilt: counter('tta_streams_rebuilt_total', 'Event streams rebuilt from the graph'),
    appendFailures: counter('tta_stream_append_failures_total', 'Appends to an event stream that failed'),
    leases: counter('tta_turn_leases_total', 'Leases asked for before a turn, by result', ['result']),
    httpSeconds: new Histogram({
      name: 'tta_http_seconds',
      help: 'HTTP requests by method, route pattern and status',
      labelNames: ['method', 'route', 'status'],
      buckets: TURN_BUCKETS,
      registers,
    }),
  };
}
