// The door of privacy: keys, sealing, pseudonyms and the codec of everything Temporal stores.
export { type KeyRing, parseKeyRing } from './key-ring.ts';
export { createFileKeyStore, type FileKeyStore } from './key-store.ts';
export { createPayloadCodec, type PayloadCodec } from './payload-codec.ts';
export { createPseudonymise } from './pseudonym.ts';
export { createSealer } from './sealer.ts';
export type { KeyScope, KeyStore, Pseudonymise, Sealer } from './types.ts';
