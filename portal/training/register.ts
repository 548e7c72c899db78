import { birthDayOf } from '../domain/identity-number.ts';

/** What the contact and reservation register answers about a person. */
export type RegisterOutcome = 'reachable' | 'reserved' | 'contact-missing' | 'name-missing';

export type Person = {
  readonly number: string;
  readonly name: string;
  readonly outcome: RegisterOutcome;
};

/** The named synthetic persons (month + 80, as in Tenor). Others who have a valid number get a generic name. */
export const persons: readonly Person[] = [
  { number: '14838511091', name: 'Ingrid Solberg Testvik', outcome: 'reachable' },
  { number: '02917112145', name: 'Olav Granitt Fjellprøve', outcome: 'reachable' },
  { number: '23869213241', name: 'Amina Tåke Øvesen', outcome: 'reachable' },
  { number: '30815814122', name: 'Per Kvadrat Lyng', outcome: 'reachable' },
  { number: '08899915020', name: 'Sunniva Sirkel Å', outcome: 'reachable' },
  { number: '17926416138', name: 'Nils Ansvarlig Myrdal', outcome: 'reachable' },
  { number: '27849020000', name: 'Mette Gjentaksen', outcome: 'reachable' },
  { number: '05857717076', name: 'Kari Reservert Holm', outcome: 'reserved' },
  { number: '19888018363', name: 'Jon Uten Kontakt', outcome: 'contact-missing' },
  { number: '11826819105', name: 'Leif Navnløs', outcome: 'name-missing' },
];

/** Every valid number belongs to someone: a person of the table, else «Testperson ddmmyy». */
export function lookUpPerson(number: string): Person {
  const known = persons.find((person) => person.number === number);
  if (known) return known;
  const [day = '', month = '', year = ''] = (birthDayOf(number) ?? '').split('.');
  return { number, name: `Testperson ${day}${month}${year.slice(2)}`.trim(), outcome: 'reachable' };
}
