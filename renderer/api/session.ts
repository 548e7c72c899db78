import { createContext, use } from 'react';
import type { Language } from '../../domain/preferences.ts';
import type { SessionView } from '../../preload/contract/session.ts';
import type { Catalogue } from '../../texts/language.ts';

/** Set once the session is open; only the start page and its fault are shown outside of it. */
export const SessionContext = createContext<SessionView | undefined>(undefined);

export function useSession(): SessionView {
  const session = use(SessionContext);
  if (!session) throw new Error('shown outside of a session');
  return session;
}

/** The window's language while there is no session. */
export const StartLanguage = createContext<Language>('nb');

export function useLanguage(): Language {
  const start = use(StartLanguage);
  return use(SessionContext)?.language ?? start;
}

/** The name of a unit, also of one that is closed. */
export function useUnitName(): (id: string) => string {
  const { units } = useSession();
  return (id) => units.find((unit) => unit.id === id)?.name ?? id;
}

/** The name of an access code, also of one that is withdrawn. */
export function useAccessCodeName(): (id: string) => string {
  const { codes } = useSession().access;
  return (id) => codes.find((code) => code.id === id)?.name ?? id;
}

/** `const t = useTexts(desk)`: one area of the catalogue in the clerk's language. */
export const useTexts = <Texts>(area: Catalogue<Texts>): Texts => area[useLanguage()];
