import type { Catalogue } from './language.ts';

const nb = {
  heading: (title: string) => `Gjør bildene mindre i «${title}»`,
  intro:
    'Bilder med flere punkter enn det synes på siden, lagres med færre. Tekst, tegninger, sidetall og skjemafelt blir som de er. Originalen blir beholdt som eldre versjon.',
  sharpness: 'Hvor skarpe skal bildene være?',
  200: 'Skarpe også på utskrift (200 punkter per tomme)',
  150: 'Skarpe nok på skjerm (150 punkter per tomme)',
  make: 'Vis resultatet',
  working: 'Gjør bildene mindre …',
  far: (done: number, all: number) => `Steg ${done} av ${all}`,
  stop: 'Stopp',
  stopped: 'Stoppet. Ingenting er endret.',
  before: 'Før',
  after: 'Etter',
  sizes: (before: string, after: string) => `Fra ${before} til ${after}.`,
  images: (count: number) => (count === 1 ? '1 bilde er gjort mindre.' : `${count} bilder er gjort mindre.`),
  left: (count: number) =>
    count === 0
      ? ''
      : count === 1
        ? '1 stort bilde er latt være som det er.'
        : `${count} store bilder er latt være som de er.`,
  compared: (pages: number) =>
    `${pages === 1 ? 'Siden' : `Alle ${pages} sider`} er sammenlignet: samme tekst, og bare skarpheten i bildene er endret.`,
  page: (page: number, pages: number) => `Side ${page} av ${pages}`,
  previous: 'Forrige side',
  next: 'Neste side',
  zoomIn: 'Større',
  zoomOut: 'Mindre',
  pages: 'Sidene ved siden av hverandre',
  accept: 'Bruk den mindre filen',
  accepted: (title: string, after: string) =>
    `«${title}» er nå ${after}. Originalen er beholdt som eldre versjon.`,
  cancel: 'Behold originalen',
  again: 'Velg annen skarphet',
  useAgain: 'Bruk denne versjonen igjen',
  chosen: 'Versjonen er tatt i bruk igjen.',
};
export type ShrinkingTexts = typeof nb;

const nn: ShrinkingTexts = {
  heading: (title) => `Gjer bileta mindre i «${title}»`,
  intro:
    'Bilete med fleire punkt enn det syner på sida, blir lagra med færre. Tekst, teikningar, sidetal og skjemafelt blir som dei er. Originalen blir halden som eldre versjon.',
  sharpness: 'Kor skarpe skal bileta vere?',
  200: 'Skarpe også på utskrift (200 punkt per tomme)',
  150: 'Skarpe nok på skjerm (150 punkt per tomme)',
  make: 'Vis resultatet',
  working: 'Gjer bileta mindre …',
  far: (done, all) => `Steg ${done} av ${all}`,
  stop: 'Stopp',
  stopped: 'Stoppa. Ingenting er endra.',
  before: 'Før',
  after: 'Etter',
  sizes: (before, after) => `Frå ${before} til ${after}.`,
  images: (count) => (count === 1 ? '1 bilete er gjort mindre.' : `${count} bilete er gjorde mindre.`),
  left: (count) =>
    count === 0
      ? ''
      : count === 1
        ? '1 stort bilete er late vere som det er.'
        : `${count} store bilete er latne vere som dei er.`,
  compared: (pages) =>
    `${pages === 1 ? 'Sida er samanlikna' : `Alle ${pages} sider er samanlikna`}: same tekst, og berre skarpleiken i bileta er endra.`,
  page: (page, pages) => `Side ${page} av ${pages}`,
  previous: 'Førre side',
  next: 'Neste side',
  zoomIn: 'Større',
  zoomOut: 'Mindre',
  pages: 'Sidene ved sida av kvarandre',
  accept: 'Bruk den mindre fila',
  accepted: (title, after) => `«${title}» er no ${after}. Originalen er halden som eldre versjon.`,
  cancel: 'Behald originalen',
  again: 'Vel annan skarpleik',
  useAgain: 'Bruk denne versjonen att',
  chosen: 'Versjonen er teken i bruk att.',
};

const en: ShrinkingTexts = {
  heading: (title) => `Make the images smaller in “${title}”`,
  intro:
    'Images with more dots than show on the page are kept with fewer. Text, drawings, page numbers and form fields stay as they are. The original is kept as an older version.',
  sharpness: 'How sharp shall the images be?',
  200: 'Sharp in print as well (200 dots per inch)',
  150: 'Sharp enough on the screen (150 dots per inch)',
  make: 'Show the result',
  working: 'Making the images smaller …',
  far: (done, all) => `Step ${done} of ${all}`,
  stop: 'Stop',
  stopped: 'Stopped. Nothing is changed.',
  before: 'Before',
  after: 'After',
  sizes: (before, after) => `From ${before} to ${after}.`,
  images: (count) => (count === 1 ? '1 image is made smaller.' : `${count} images are made smaller.`),
  left: (count) =>
    count === 0
      ? ''
      : count === 1
        ? '1 large image is left as it is.'
        : `${count} large images are left as they are.`,
  compared: (pages) =>
    `${pages === 1 ? 'The page is' : `All ${pages} pages are`} compared: the same text, and only the sharpness of the images has changed.`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: 'Previous page',
  next: 'Next page',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  pages: 'The pages side by side',
  accept: 'Use the smaller file',
  accepted: (title, after) => `“${title}” is now ${after}. The original is kept as an older version.`,
  cancel: 'Keep the original',
  again: 'Choose another sharpness',
  useAgain: 'Use this version again',
  chosen: 'The version is in use again.',
};

export const shrinkingTexts: Catalogue<ShrinkingTexts> = { nb, nn, en };
