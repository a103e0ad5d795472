// The rooms and settings that the gateway composes its answers from.

import type { Accounts } from '../accounts/types.ts';
import type { SessionClient } from '../client/index.ts';
import type { History } from '../compose/history.ts';
import type { ComponentHealth } from '../domain/component.ts';
import type { Technique } from '../domain/plan.ts';
import type { SafetyReport } from '../domain/safety-report.ts';
import type { SessionKnobs } from '../domain/session.ts';
import type { EventStream, Presence } from '../messaging/types.ts';
import type { CaseRecords, Coverage, Disclosures, Help } from '../people/types.ts';
import type { KeyStore, Pseudonymise, Sealer } from '../privacy/types.ts';
import type { Safety } from '../safety/types.ts';
import type { AuditTrail, Log, Metrics } from '../telemetry/index.ts';
import type { WorldStore } from '../world/types.ts';
import type { Alerts } from './alerts.ts';
import type { HeldTexts } from './held-texts.ts';
import type { Outbox } from './outbox.ts';

export interface GatewayServices {
  safety: Safety;
  help: Help;
  accounts: Accounts;
  cases: Pick<CaseRecords, 'get' | 'list' | 'entries'>;
  /** Who answers for cases, and when: from the installation's configuration. */
  coverage: Coverage;
  /** What was told of whom to whom. */
  disclosures: Disclosures;
  audit: AuditTrail;
  /** Name of this process's own audit chain. */
  auditWriter: string;
  /** Who has the console open. */
  presence: Presence;
  /** What happened between two times, epoch ms, in numbers. */
  report(from: number, to: number): Promise<SafetyReport>;
  alerts: Alerts;
  sessions: SessionClient;
  stream: EventStream;
  world: Pick<WorldStore, 'findTurn' | 'findingsOf' | 'practiceIn' | 'session' | 'sessionsOf'>;
  /** What may be offered inside a story, for the words in which it is told what was done. */
  techniques: readonly Technique[];
  history: Pick<History, 'page'>;
  sealer: Sealer;
  keys: Pick<KeyStore, 'ensurePlayer' | 'ensureSession'>;
  pseudonymise: Pseudonymise;
  outbox: Outbox;
  heldTexts: Pick<HeldTexts, 'keep'>;
  /** The parts of this process and what they say of themselves. */
  health(): Promise<Readonly<Record<string, ComponentHealth>>>;
  /** Those that a session can begin in now. */
  worlds: readonly OfferedWorld[];
  /** How a world calls things in this version; null when no version of it is to be had. */
  namesIn(worldId: string, version: string): WorldNames | null;
  log: Log;
  metrics: Metrics;
  settings: GatewaySettings;
}

export interface OfferedWorld {
  id: string;
  version: string;
  title: string;
  summary: string;
  warnings: readonly string[];
}

export interface WorldNames {
  title: string;
  /** Name of a place or thing of this world within a sentence, such as `the quay`. */
  nameOf(entity: string): string;
  /** The same at the head of a page: `The quay`. */
  titleOf(entity: string): string;
}

export interface GatewaySettings {
  env: 'local' | 'production';
  /** Country of the installation, for people whose own is unknown. ISO 3166, two letters. */
  country: string;
  /** As the intake text was written for. */
  coverage: 'none' | 'hours' | '24/7';
  /** Who receives players' text to generate story, or null when nobody does. */
  modelProvider: string | null;
  minAge: number;
  intakeText: { version: string; sections: readonly { title: string; text: string }[] };
  /** Languages with a measured screen; others are not offered. */
  languages: readonly string[];
  knobs: SessionKnobs;
  /** Longest text of a turn in UTF-16 code units; a longer one is read, then refused. */
  textLength: number;
  /** Turns at once before the gateway answers early with Retry-After. About 32 per two cores. */
  maxTurns: number;
  /** Turns a second that one player may keep up, and how many at once before that counts. A flood guard, no play limit. */
  turnsPerSecond: number;
  turnBurst: number;
  /** Milliseconds until a player in crisis has help: half for the session, half for the gateway to open the case itself. */
  crisisDeadlineMs: number;
  /** Milliseconds that an event connection has for its sign-in. */
  socketSignInMs: number;
  /** True when the gateway listens on this machine only: health and metrics are then open. */
  loopback: boolean;
  /** Whether /metrics is served. */
  metrics: boolean;
  /** Folder of the built pages; without one only the interface is served. */
  pages: string | null;
}

/** Why 8 s: a person in crisis who sees nothing for longer leaves (DESIGN 6). */
export const CRISIS_DEADLINE_MS = 8_000;
