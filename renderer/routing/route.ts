import { useSyncExternalStore } from 'react';
import { type AccessPart, accessParts } from '../../domain/access/access-parts.ts';
import { type CaseId, type EntryId, toId } from '../../domain/basics.ts';
import { type BasketId, basketIds } from '../../domain/baskets.ts';
import { isCode } from '../../domain/codes.ts';
import { type ScreeningFlaw, screeningFlaws } from '../../domain/screening.ts';

/** Where one can be in the window. */
export type Route =
  | { readonly at: 'desk' }
  | { readonly at: 'basket'; readonly basket: BasketId }
  /** The basket of jobs that a restored archive does not know. */
  | { readonly at: 'unknown-jobs' }
  /** Screenings to look at again. */
  | { readonly at: 'screenings'; readonly flaw?: ScreeningFlaw }
  | { readonly at: 'cases' }
  /** The desk, with the form for a new case on it. */
  | { readonly at: 'new-case' }
  | { readonly at: 'case'; readonly caseId: CaseId }
  | { readonly at: 'entry'; readonly entryId: EntryId }
  | { readonly at: 'settings' }
  | { readonly at: 'signatures' }
  | { readonly at: 'access'; readonly part?: AccessPart }
  | { readonly at: 'nowhere' };

export function parseAddress(hash: string): Route {
  const [area = '', id = '', ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode);
  if (rest.length > 0) return { at: 'nowhere' };
  if (area === '') return { at: 'desk' };
  if (area === 'ny-sak' && id === '') return { at: 'new-case' };
  if (area === 'saker' && id === '') return { at: 'cases' };
  if (area === 'innstillinger' && id === '') return { at: 'settings' };
  if (area === 'skjerming' && id === '') return { at: 'screenings' };
  if (area === 'skjerming' && isCode(screeningFlaws, id)) return { at: 'screenings', flaw: id };
  if (area === 'signaturer' && id === '') return { at: 'signatures' };
  if (area === 'tilgang' && id === '') return { at: 'access' };
  if (area === 'tilgang' && isCode(accessParts, id)) return { at: 'access', part: id };
  if (area === 'sak' && id !== '') return { at: 'case', caseId: toId(id) };
  if (area === 'post' && id !== '') return { at: 'entry', entryId: toId(id) };
  if (area === 'kurv' && id === 'unknown-jobs') return { at: 'unknown-jobs' };
  return area === 'kurv' && isCode(basketIds, id) ? { at: 'basket', basket: id } : { at: 'nowhere' };
}

const decode = (part: string) => {
  try {
    return decodeURIComponent(part);
  } catch {
    return '?';
  }
};

export function addressOf(route: Exclude<Route, { at: 'nowhere' }>): string {
  switch (route.at) {
    case 'desk':
      return '#/';
    case 'basket':
      return `#/kurv/${route.basket}`;
    case 'unknown-jobs':
      return '#/kurv/unknown-jobs';
    case 'cases':
      return '#/saker';
    case 'new-case':
      return '#/ny-sak';
    case 'case':
      return `#/sak/${encodeURIComponent(route.caseId)}`;
    case 'entry':
      return `#/post/${encodeURIComponent(route.entryId)}`;
    case 'settings':
      return '#/innstillinger';
    case 'screenings':
      return route.flaw === undefined ? '#/skjerming' : `#/skjerming/${route.flaw}`;
    case 'signatures':
      return '#/signaturer';
    case 'access':
      return route.part === undefined ? '#/tilgang' : `#/tilgang/${route.part}`;
  }
}

export function navigate(route: Exclude<Route, { at: 'nowhere' }>): void {
  window.location.hash = addressOf(route);
}

let headingWaits = false;
const subscribe = (listener: () => void) => {
  const changed = () => {
    headingWaits = true;
    listener();
  };
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/** The address as typed; equal addresses are the same route. */
export const useAddress = (): string => useSyncExternalStore(subscribe, () => window.location.hash);

/** True once after each move: the new page's heading then takes the focus. */
export function takeHeadingFocus(): boolean {
  const waits = headingWaits;
  headingWaits = false;
  return waits;
}
