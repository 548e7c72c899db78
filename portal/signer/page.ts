import { lookUpPerson } from '../training/register.ts';
import { type Html, html } from './html.ts';
import type { Visitor } from './session.ts';
import { languages } from './texts.ts';
import type { Visit } from './visit.ts';

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};

export const redirect = (to: string, headers: Reply['headers'] = {}): Reply => ({
  status: 303,
  headers: { Location: to, ...headers },
  body: '',
});

/** A whole page around `content`. */
export function page(visit: Visit, title: string, content: Html, status = 200): Reply {
  const { texts, language, visitor } = visit;
  const { markup } = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${texts.service}</title>
<link rel="stylesheet" href="/stil.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#innhold">${texts.skip}</a>
<header><p class="banner">${texts.banner}</p>
<div>
<a class="brand" href="/">${texts.service}</a>
${visitor && account(visit, visitor)}
${languageChoice(visit)}
</div></header>
<main id="innhold" tabindex="-1">
<h1>${title}</h1>
${content}
</main>
</body>
</html>`;
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: markup };
}

function account(visit: Visit, visitor: Visitor): Html {
  const name = visitor.number === undefined ? undefined : lookUpPerson(visitor.number).name;
  return html`${name && html`<span class="quiet">${visit.texts.loggedInAs(name)}</span>`}
<form method="post" action="/logg-ut">${formKey(visitor)}<button class="link">${visit.texts.logOut}</button></form>`;
}

function languageChoice(visit: Visit): Html {
  const others = languages.filter((one) => one.code !== visit.language);
  const to = encodeURIComponent(visit.address);
  return html`<nav aria-label="${visit.texts.language}"><ul>${others.map(
    (one) =>
      html`<li><a href="/sprak?valg=${one.code}&amp;til=${to}" lang="${one.code}">${one.name}</a></li>`,
  )}</ul></nav>`;
}

export const formKey = (visitor: Visitor): Html =>
  html`<input type="hidden" name="nokkel" value="${visitor.formKey}">`;

export const errorNote = (text: string | undefined): Html =>
  text === undefined ? html`` : html`<p class="error" role="alert" id="feil">${text}</p>`;

/** A page that only says something. */
export function notePage(visit: Visit, title: string, text: string, status: number): Reply {
  return page(
    visit,
    title,
    html`<p>${text}</p><p><a class="button second" href="/">${visit.texts.toOverview}</a></p>`,
    status,
  );
}

export const notFoundPage = (visit: Visit) =>
  notePage(visit, visit.texts.notFoundTitle, visit.texts.notFoundText, 404);
