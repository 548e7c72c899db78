/** Names on the wire. In Electron they are IPC channels, in the Node host paths of the local server. */
export const ASK = 'segl:ask';
export const STAGE = 'segl:stage';
export const EVENTS = 'segl:events';
export const GO = 'segl:go';
/** Largest file that may be staged, in bytes. Signing takes far less; this only bounds memory. */
export const STAGE_LIMIT = 52_428_800;
