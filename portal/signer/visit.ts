import type { PortalContext } from '../jobs/portal-context.ts';
import type { Visitor } from './session.ts';
import type { Language, Texts } from './texts.ts';

/** One request for a page. */
export type Visit = {
  readonly context: PortalContext;
  readonly visitor: Visitor | undefined;
  readonly language: Language;
  readonly texts: Texts;
  /** Path and query, for links that come back. */
  readonly address: string;
  readonly query: URLSearchParams;
  /** Fields of a posted form. */
  readonly form: URLSearchParams;
};
