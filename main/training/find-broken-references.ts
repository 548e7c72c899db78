import { readIdentityNumber } from '../../domain/identity-number.ts';
import { readPartyKey } from './cast.ts';
import type { Ingredients, TrainingCase, TrainingEntry } from './ingredients.ts';

/** One sentence for each name in the ingredients that nothing answers to, and each number that is not synthetic. */
export function findBrokenReferences(ingredients: Ingredients): readonly string[] {
  return [
    ...checkPersons(ingredients),
    ...twice(ingredients.cases.map(({ key }) => key)).map((key) => `two cases are called ${key}`),
    ...ingredients.cases.flatMap((file) => [
      ...checkCase(file, ingredients),
      ...file.entries.flatMap((entry) =>
        checkEntry(entry, file, ingredients).map((fault) => `case ${file.key}, entry ${entry.key}: ${fault}`),
      ),
    ]),
  ];
}

const checkPersons = ({ persons, firms }: Ingredients): readonly string[] => [
  ...Object.entries(persons).flatMap(([key, { number }]) => {
    const identity = readIdentityNumber(number);
    return typeof identity === 'string' || !identity.synthetic || identity.control2032
      ? [`person ${key}: the identity number is not a valid synthetic one`]
      : [];
  }),
  ...Object.entries(firms).flatMap(([key, { signedBy }]) =>
    signedBy !== undefined && !persons[signedBy] ? [`firm ${key}: no person ${signedBy}`] : [],
  ),
];

function checkCase(file: TrainingCase, { users, classes, screenings }: Ingredients): readonly string[] {
  const faults: string[] = [];
  if (!users.some(({ initials }) => initials === file.owner)) faults.push(`no user ${file.owner}`);
  if (!classes.some(({ code }) => code === file.classCode)) faults.push(`no class ${file.classCode}`);
  if (classes.some(({ parent }) => parent === file.classCode))
    faults.push(`class ${file.classCode} holds classes, so no cases`);
  if (file.screening !== undefined && !screenings[file.screening])
    faults.push(`no screening ${file.screening}`);
  if ((file.closed !== undefined) !== (file.status === 'A' || file.status === 'U'))
    faults.push('a date of closing belongs to a case that is closed or expunged, and to no other');
  faults.push(...twice(file.entries.map(({ key }) => key)).map((key) => `two entries are called ${key}`));
  return faults.map((fault) => `case ${file.key}: ${fault}`);
}

function checkEntry(entry: TrainingEntry, file: TrainingCase, ingredients: Ingredients): readonly string[] {
  const { users, persons, firms, screenings, forms } = ingredients;
  const isUser = (key: string) => users.some(({ initials }) => initials === key);
  const keys = entry.parties.map((party) => readPartyKey(party, entry.type).key);
  return [
    ...keys
      .filter((key) => !persons[key] && !firms[key] && !isUser(key))
      .map((key) => `nobody is called ${key}`),
    ...(entry.caseworker !== undefined && !isUser(entry.caseworker) ? [`no user ${entry.caseworker}`] : []),
    ...(entry.screening !== undefined && !screenings[entry.screening]
      ? [`no screening ${entry.screening}`]
      : []),
    ...entry.documents.filter(({ form }) => !forms[form]).map(({ form }) => `no form ${form}`),
    ...entry.answers
      .filter((key) => !file.entries.some((other) => other.key === key))
      .map((key) => `no entry ${key} to answer`),
    ...(entry.job?.signers ?? [])
      .filter(({ party }) => !keys.includes(party))
      .map(({ party }) => `the signer ${party} is no recipient`),
  ];
}

const twice = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, position) => keys.indexOf(key) !== position);
