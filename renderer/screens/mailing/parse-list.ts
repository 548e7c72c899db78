import Papa from 'papaparse';
import type { ListedPerson } from '../../../domain/recipient-list.ts';

export type ParsedList = {
  readonly people: readonly ListedPerson[];
  /** Numbers of the lines that hold nothing, from 1. */
  readonly emptyLines: readonly number[];
};

type Row = { readonly line: number; readonly cells: readonly string[] };
type Column = 'name' | 'given' | 'family' | 'number' | 'firm' | 'organisation';
type Columns = { readonly [C in Column]?: number };

/** A pasted list or the text of a CSV file, with or without a row of headings, parted by semicolon, tab or comma. */
export function parseList(text: string): ParsedList {
  const rows = splitRows(text);
  const isEmpty = ({ cells }: Row) => cells.every((cell) => cell.trim() === '');
  const filled = rows.filter((row) => !isEmpty(row));
  // The last line of a file ends, and nothing follows.
  const last = filled.at(-1)?.line ?? 0;
  const [top] = filled;
  const headings = top && columnsOfHeadings(top.cells);
  const columns = headings ?? guessColumns(filled);
  return {
    people: filled.slice(headings ? 1 : 0).map(({ line, cells }) => toPerson(line, cells, columns)),
    emptyLines: rows.filter((row) => isEmpty(row) && row.line < last).map(({ line }) => line),
  };
}

/** The one that most lines hold: the library's own guess gives up where a line lacks a part. */
function delimiterOf(text: string): string {
  const lines = text.split('\n');
  const count = (mark: string) => lines.filter((line) => line.includes(mark)).length;
  return ['\t', ';', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function splitRows(text: string): readonly Row[] {
  const options = { delimiter: delimiterOf(text) };
  const parsed = Papa.parse<string[]>(text, options);
  // A quotation mark that is never closed would swallow what follows: then it is a letter like others.
  const broken = parsed.errors.some(({ type }) => type === 'Quotes');
  const { data } = broken ? Papa.parse<string[]>(text, { ...options, quoteChar: '\u0000' }) : parsed;
  let line = 1;
  return data.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.join('').split('\n').length - 1;
    return row;
  });
}

const headings: readonly (readonly [Column, RegExp])[] = [
  ['given', /^(fornavn|førenamn|first name)/iu],
  ['family', /^(etternavn|etternamn|last name|surname)/iu],
  ['organisation', /^org.*(nr|nummer|number|no)/iu],
  ['firm', /^(virksomhet|verksemd|firma|organisasjon|company|firm)/iu],
  ['number', /(fødsels|fodsels|fnr|f\.nr|person.?n|d-nummer|identi)/iu],
  ['name', /(navn|namn|name)/iu],
];

/** `undefined` where the row names a person and no columns. */
function columnsOfHeadings(cells: readonly string[]): Columns | undefined {
  if (cells.some((cell) => digitsOf(cell).length >= 6)) return undefined;
  const found = new Map<Column, number>();
  for (const [position, cell] of cells.entries()) {
    const column = headings.find(([, words]) => words.test(cell.trim()))?.[0];
    if (column && !found.has(column)) found.set(column, position);
  }
  return found.has('number') ? Object.fromEntries(found) : undefined;
}

const digitsOf = (cell: string) => cell.replace(/\D/gu, '');
const looksLikeNumber = (cell: string | undefined) =>
  cell !== undefined && /^[\d\s.-]+$/u.test(cell.trim()) && [10, 11].includes(digitsOf(cell).length);

/** Without headings the numbers tell their column; name, firm and its number are the others, in that order. */
function guessColumns(rows: readonly Row[]): Columns {
  const width = Math.max(2, ...rows.map(({ cells }) => cells.length));
  const places = Array.from({ length: width }, (_, place) => place);
  const score = (place: number) => rows.filter(({ cells }) => looksLikeNumber(cells[place])).length;
  const best = places.reduce((a, b) => (score(b) > score(a) ? b : a), 0);
  const number = score(best) === 0 ? 1 : best;
  const [name, firm, organisation] = places.filter((place) => place !== number);
  return {
    number,
    ...(name !== undefined && { name }),
    ...(firm !== undefined && { firm }),
    ...(organisation !== undefined && { organisation }),
  };
}

function toPerson(line: number, cells: readonly string[], columns: Columns): ListedPerson {
  const at = (column: Column) => {
    const place = columns[column];
    return place === undefined ? '' : (cells[place] ?? '').trim();
  };
  const name = at('name') || [at('given'), at('family')].filter((part) => part !== '').join(' ');
  return {
    line,
    name,
    identityNumber: at('number'),
    firm: at('firm'),
    organisationNumber: at('organisation'),
  };
}
