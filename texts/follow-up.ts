import type { Catalogue } from './language.ts';

const nb = {
  sendAgain: 'Send på nytt',
  planned: (by: string, days: number) =>
    `${by} har bestilt et nytt oppdrag med frist på ${days} dager. Det sendes når tjenesten har avbrutt dette. De som har signert, må signere igjen.`,
  dropped: (why: string) => `Det nye oppdraget som var bestilt, falt bort: ${why}`,
  followed: 'Oppdraget er avløst av et nytt. Bevisene på hvem som hadde signert, er tatt vare på her.',
  follows: 'Dette oppdraget avløser et tidligere. De som hadde signert det, må signere igjen.',
};
type FollowUpTexts = typeof nb;
const nn: FollowUpTexts = {
  sendAgain: 'Send på nytt',
  planned: (by, days) =>
    `${by} har tinga eit nytt oppdrag med frist på ${days} dagar. Det blir sendt når tenesta har avbrote dette. Dei som har signert, må signere igjen.`,
  dropped: (why) => `Det nye oppdraget som var tinga, fall bort: ${why}`,
  followed: 'Oppdraget er avløyst av eit nytt. Prova på kven som hadde signert, er tekne vare på her.',
  follows: 'Dette oppdraget avløyser eit tidlegare. Dei som hadde signert det, må signere igjen.',
};
const en: FollowUpTexts = {
  sendAgain: 'Send again',
  planned: (by, days) =>
    `${by} has ordered a new job with a deadline of ${days} days. It is sent once the service has cancelled this one. Those who have signed must sign again.`,
  dropped: (why) => `The new job that was ordered was given up: ${why}`,
  followed: 'Another job has taken the place of this one. The evidence of who had signed is kept here.',
  follows: 'This job takes the place of an earlier one. Those who had signed it must sign again.',
};
export const followUpTexts: Catalogue<FollowUpTexts> = { nb, nn, en };
