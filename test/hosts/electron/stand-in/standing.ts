import { type RuleName, rules } from './rules.ts';

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Display = { readonly label: string; readonly bounds: Area };

/** How the stand-in is set up, by the environment variable of this name. */
export const SETTING = 'SEGL_STAND_IN';
export type Setting = {
  readonly packaged: boolean;
  /** Folder with the program's `package.json`. */
  readonly appPath: string;
  /** What the program takes for its own executable. */
  readonly execPath: string;
  /** Folder under which the operating system would let programs keep things. */
  readonly home: string;
  readonly keyRing: 'present' | 'absent' | 'locked' | 'basic_text';
  /** Whoever is logged in; another one's key ring opens nothing. */
  readonly user: string;
  /** Which button is pressed in message boxes. */
  readonly button?: number;
  readonly locale?: string;
  /** Connected from the start, the main one first. */
  readonly displays?: readonly Display[];
  /** What the platform can check spelling in. */
  readonly spelling?: readonly string[];
  /** There is a dock, as on macOS. */
  readonly dock?: boolean;
};
// Written by whoever starts the stand-in, as this type.
export const setting = JSON.parse(process.env[SETTING] ?? '{}') as Setting;

/** The Node that runs all of this; the program sees another. */
export const node = process.execPath;
const send = process.send?.bind(process);
export const channel = process.channel;
const exit = process.exit.bind(process);

/** Tells whoever started the stand-in what happened. */
export function report(kind: string, facts: Readonly<Record<string, unknown>> = {}): void {
  send?.({ kind, ...facts }, () => undefined);
}
/** Ends the process when all that was reported has been taken. */
export function endProcess(code: number): void {
  if (send) send({ kind: 'exit', code }, () => exit(code));
  else exit(code);
}

/** Says no as Electron does: throws, and tells. */
export function refuse(rule: RuleName, detail = ''): never {
  report('refused', { rule, detail });
  throw new Error(`${rules[rule].says}${detail === '' ? '' : `: ${detail}`}`);
}

let ready = false;
export const isReady = (): boolean => ready;
export const becomeReady = (): void => {
  ready = true;
};
export function onlyAfterReady(rule: RuleName): void {
  if (!ready) refuse(rule);
}
export function onlyBeforeReady(rule: RuleName): void {
  if (ready) refuse(rule);
}

/** What is sent between processes is copied by structured clone, or refused. */
export function cloned<Value>(value: Value): Value {
  try {
    return structuredClone(value);
  } catch (fault) {
    return refuse('cloned-messages', fault instanceof Error ? fault.message : String(fault));
  }
}
