import type { Letter } from '../ports/pdf-workshop.ts';
import type { LetterFacts, LetterForm } from './ingredients.ts';
import { steadyNumber } from './stable-id.ts';

export type LetterFrame = Pick<Letter, 'sender' | 'title' | 'meta' | 'footer' | 'createdAt'>;

/** `name` tells the document apart from all others: it chooses among a paragraph's alternatives. */
export function composeLetter(
  form: LetterForm,
  own: { readonly name: string; readonly text: readonly string[]; readonly facts: LetterFacts },
  frame: LetterFrame,
): Letter {
  const fill = (paragraph: string) => fillIn(paragraph, own.facts, own.name);
  const body = form.body.flatMap((item, position) => {
    const paragraph = typeof item === 'string' ? item : choose(item, `${own.name}/${position}`);
    return paragraph === '{text}' ? own.text.map(fill) : [fill(paragraph)];
  });
  return {
    ...frame,
    body: body.filter((paragraph) => paragraph !== ''),
    signatureLines: form.signatures.map(fill),
    language: form.language,
  };
}

const choose = (alternatives: readonly string[], name: string): string =>
  alternatives[steadyNumber(name) % alternatives.length] ?? '';

const fillIn = (paragraph: string, facts: LetterFacts, name: string): string =>
  paragraph.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = facts[key];
    if (value === undefined) throw new Error(`training document ${name}: no value for {${key}}`);
    return value;
  });
