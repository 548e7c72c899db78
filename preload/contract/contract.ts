import type { z } from 'zod';
import type { ArchiveEvent } from '../../domain/events.ts';
import type { Finding } from '../../domain/findings.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { accessMethods } from './access.ts';
import { administrationMethods } from './administration.ts';
import { caseMethods } from './cases.ts';
import { dispatchMethods } from './dispatch.ts';
import { entryMethods } from './entries.ts';
import { mailingMethods } from './mailing.ts';
import { maskingMethods } from './masking.ts';
import { oversightMethods } from './oversight.ts';
import { partyMismatchMethods } from './party-mismatches.ts';
import { restorationMethods } from './restoration.ts';
import { screeningMethods } from './screenings.ts';
import { sessionMethods } from './session.ts';
import { shrinkingMethods } from './shrinking.ts';
import { signatureMethods } from './signatures.ts';
import { vaultMethods } from './vault.ts';

/** Every question the window may ask, with the shape of both sides. */
export const contract = {
  ...sessionMethods,
  ...accessMethods,
  ...administrationMethods,
  ...caseMethods,
  ...entryMethods,
  ...dispatchMethods,
  ...mailingMethods,
  ...maskingMethods,
  ...oversightMethods,
  ...partyMismatchMethods,
  ...restorationMethods,
  ...screeningMethods,
  ...signatureMethods,
  ...shrinkingMethods,
  ...vaultMethods,
} as const;

export type MethodName = keyof typeof contract;
export type InputOf<M extends MethodName> = z.input<(typeof contract)[M]['input']>;
export type OutputOf<M extends MethodName> = z.output<(typeof contract)[M]['output']>;

export type RefusalView = Refusal & {
  readonly findings?: readonly Finding[];
  /** Quoted by the clerk to support when the fault is ours. */
  readonly reference?: string;
};
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: RefusalView };
export type Ask = <M extends MethodName>(name: M, input: InputOf<M>) => Promise<Reply<OutputOf<M>>>;
/** Bytes up: kept for a while under the id that comes back. */
export type Stage = (bytes: Uint8Array<ArrayBuffer>) => Promise<Reply<{ readonly stagedId: string }>>;

export type OnEvent = (listener: (event: ArchiveEvent) => void) => () => void;

/** What the Electron bridge puts on `window.segl`; in a browser the same is reached over HTTP. */
export type Bridge = {
  readonly ask: Ask;
  readonly stage: Stage;
  readonly onEvent: OnEvent;
  /** Where the desktop asks the window to go, e.g. `#/kurv/signed`; never called where there is no desktop around it. */
  readonly onGo: (listener: (address: string) => void) => () => void;
};
