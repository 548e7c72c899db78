import { type Context, runInContext } from 'node:vm';
import { refuse } from './standing.ts';

type Realm = {
  readonly Object: ObjectConstructor;
  readonly Array: ArrayConstructor;
  readonly Error: ErrorConstructor;
  readonly Promise: PromiseConstructor;
  readonly structuredClone: (value: unknown) => unknown;
};
const realmOf = (context: Context): Realm =>
  // Its own constructors, by the names of this type.
  runInContext('({ Object, Array, Error, Promise, structuredClone })', context) as Realm;

/** Shows the page's world what the preload gives it: functions are stood in for, all else is copied and frozen. */
export function createContextBridge(page: Context, preload: Context) {
  return {
    exposeInMainWorld(key: string, api: unknown): void {
      if (key in page) refuse('bridge-once', key);
      const shown = copyTo(realmOf(page), realmOf(preload), api, true);
      Object.defineProperty(page, key, { value: shown, enumerable: true });
    },
  };
}

/** A value as it arrives in the world `to`, coming from the world `from`. */
function copyTo(to: Realm, from: Realm, value: unknown, frozen = false): unknown {
  const copy = (inner: unknown) => copyTo(to, from, inner, frozen);
  if (typeof value === 'symbol') return undefined;
  if (typeof value === 'function') return standInFor(to, from, value);
  if (typeof value !== 'object' || value === null) return value;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind === 'Promise')
    return new to.Promise((resolve, reject) => {
      (value as Promise<unknown>).then(
        (result) => resolve(copyTo(to, from, result)),
        (fault) => reject(copyTo(to, from, fault)),
      );
    });
  if (kind === 'Error') return new to.Error((value as Error).message);
  if (kind === 'Array') return freeze(to.Array.from((value as unknown[]).map(copy)), frozen);
  if (kind !== 'Object') return to.structuredClone(value);
  const entries = Object.entries(value).map(([key, inner]) => [key, copy(inner)] as const);
  return freeze(to.Object.fromEntries(entries), frozen);
}

function standInFor(to: Realm, from: Realm, call: unknown): unknown {
  return (...given: unknown[]) => {
    try {
      const result: unknown = Reflect.apply(
        call as (...given: unknown[]) => unknown,
        undefined,
        given.map((one) => copyTo(from, to, one)),
      );
      return copyTo(to, from, result);
    } catch (fault) {
      throw copyTo(to, from, fault);
    }
  };
}
const freeze = (value: object, frozen: boolean) => (frozen ? Object.freeze(value) : value);
