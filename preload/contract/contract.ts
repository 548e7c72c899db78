import type { z } from 'zod';
import { administrationMethods } from './administration.ts';
import { caseMethods } from './cases.ts';
import type { RefusalCode } from './codes.ts';
import { dispatchMethods } from './dispatch.ts';
import { entryMethods } from './entries.ts';
import { sessionMethods } from './session.ts';
import type { FindingView } from './views.ts';

/** Every question the window may ask, with the shape of both sides. */
export const contract = {
  ...sessionMethods,
  ...administrationMethods,
  ...caseMethods,
  ...entryMethods,
  ...dispatchMethods,
} as const;

export type MethodName = keyof typeof contract;
export type InputOf<M extends MethodName> = z.input<(typeof contract)[M]['input']>;
export type OutputOf<M extends MethodName> = z.output<(typeof contract)[M]['output']>;

export type RefusalView = {
  readonly code: RefusalCode;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly findings?: readonly FindingView[];
  /** Quoted by the clerk to support when the fault is ours. */
  readonly reference?: string;
};
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: RefusalView };
export type Ask = <M extends MethodName>(name: M, input: InputOf<M>) => Promise<Reply<OutputOf<M>>>;
/** Bytes up: kept for a while under the id that comes back. */
export type Stage = (bytes: Uint8Array<ArrayBuffer>) => Promise<Reply<{ readonly stagedId: string }>>;

/** ArchiveEvent the window did not ask for. `archive.changed`: read again what you show. */
export type ArchiveEvent =
  | {
      readonly kind: 'archive.changed';
      readonly caseIds: readonly string[];
      readonly entryIds: readonly string[];
    }
  | {
      readonly kind: 'answer.received';
      readonly entryId: string;
      readonly caseNumber: string;
      readonly outcome: 'signed' | 'failed' | 'undeliverable';
      readonly title: string;
    }
  | { readonly kind: 'dispatch.sent'; readonly entryId: string; readonly recordNumber: string }
  | {
      readonly kind: 'dispatch.failed';
      readonly entryId: string;
      readonly recordNumber: string;
      readonly code: string;
    };
export type OnEvent = (listener: (event: ArchiveEvent) => void) => () => void;

/** What the Electron bridge puts on `window.segl`; in a browser the same is reached over HTTP. */
export type Bridge = { readonly ask: Ask; readonly stage: Stage; readonly onEvent: OnEvent };
