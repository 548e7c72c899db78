import type { Catalogue } from './language.ts';

const nb = {
  meter: 'Størrelsen på det sammenslåtte dokumentet',
  size: (bytes: string, max: string) => `${bytes} av ${max}`,
  within: (left: string) => `Innenfor grensen. ${left} igjen.`,
  over: (over: string) => `Over grensen med ${over}.`,
  limit: (max: string) => `Grense ${max}`,
  some: 'Uten de dokumentene som ikke kan slås sammen.',
  parts: 'Hva hvert dokument tar',
  main: 'Hoveddokument',
  attachment: (number: number) => `Vedlegg ${number}`,
  heaviest: 'Tyngst',
  unknown: 'Kan ikke slås sammen',
  how: 'Målt i det sammenslåtte dokumentet: så mye mindre blir det uten dokumentet.',
  shared: (bytes: string) => `Felles for alle: ${bytes}.`,
  weighing: 'Måler størrelsen …',
  heading: 'Størrelse ved ekspedering',
};
export type WeightTexts = typeof nb;

const nn: WeightTexts = {
  meter: 'Storleiken på det samanslåtte dokumentet',
  size: (bytes, max) => `${bytes} av ${max}`,
  within: (left) => `Innanfor grensa. ${left} att.`,
  over: (over) => `Over grensa med ${over}.`,
  limit: (max) => `Grense ${max}`,
  some: 'Utan dei dokumenta som ikkje kan slåast saman.',
  parts: 'Kva kvart dokument tek',
  main: 'Hovuddokument',
  attachment: (number) => `Vedlegg ${number}`,
  heaviest: 'Tyngst',
  unknown: 'Kan ikkje slåast saman',
  how: 'Målt i det samanslåtte dokumentet: så mykje mindre blir det utan dokumentet.',
  shared: (bytes) => `Felles for alle: ${bytes}.`,
  weighing: 'Måler storleiken …',
  heading: 'Storleik ved ekspedering',
};

const en: WeightTexts = {
  meter: 'Size of the merged document',
  size: (bytes, max) => `${bytes} of ${max}`,
  within: (left) => `Within the limit. ${left} left.`,
  over: (over) => `Over the limit by ${over}.`,
  limit: (max) => `Limit ${max}`,
  some: 'Without the documents that cannot be merged.',
  parts: 'What each document takes',
  main: 'Main document',
  attachment: (number) => `Attachment ${number}`,
  heaviest: 'Heaviest',
  unknown: 'Cannot be merged',
  how: 'Measured in the merged document: it gets so much smaller without the document.',
  shared: (bytes) => `Shared by all: ${bytes}.`,
  weighing: 'Measuring the size …',
  heading: 'Size when dispatched',
};

export const weightTexts: Catalogue<WeightTexts> = { nb, nn, en };
