// Keys and sealing. A data key per session is wrapped by a key per player; player keys are wrapped by the installation's
// data-key ring. Shredding the player's key makes everything sealed under it unreadable.

/** Whose key seals: a session's (player text), a player's (profile), or the organisation's (case facts, notes). */
export type KeyScope = { sessionId: string } | { player: string } | 'organisation';

export interface KeyStore {
  /** Creates the player's key if there is none. `player` is the pseudonym. */
  ensurePlayer(player: string): Promise<void>;
  /** Creates and wraps a session's data key, fsynced before it returns. Idempotent. */
  ensureSession(sessionId: string): Promise<void>;
  /** 32 bytes. AppError('key_missing') when shredded or unknown. Cached for at most 5 minutes. */
  dataKey(scope: KeyScope): Promise<Uint8Array>;
  /** Destroys the player's key and with it every session key under it. */
  shred(player: string): Promise<void>;
}

export interface Sealer {
  /** AES-256-GCM; `field` and the scope are bound as additional data, so a value cannot be moved to another field. */
  seal(scope: KeyScope, field: string, plaintext: string): Promise<string>;
  /** AppError('key_missing') when the key is gone, AppError('internal') when the value was altered. */
  open(scope: KeyScope, field: string, sealed: string): Promise<string>;
  /** Keyed hash (HMAC-SHA-256, hex) of a text under the scope's key: equal texts compare equal, nothing else can be read off. */
  hash(scope: KeyScope, text: string): Promise<string>;
}

/** Makes the stable pseudonym of a player: 16 hex digits of a keyed hash of the account id. */
export type Pseudonymise = (subject: string) => string;
