/** A subject as Node gives it: short attribute names, several values as a list. */
export type Subject = Readonly<Record<string, string | readonly string[] | undefined>>;

const values = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/**
 * The Norwegian organisation number of an enterprise certificate: SEID2 keeps it in organizationIdentifier, SEID1 in
 * serialNumber, and a few begin their common name with it (docs/rules.md, 16). The newer place
 * decides where there are several, so that a free-text field never overrules it.
 */
export function certificateOrganisation(subject: Subject): string | undefined {
  const identifiers = values(subject.organizationIdentifier ?? subject['2.5.4.97']);
  if (identifiers.length > 0) return only(identifiers.map((text) => /^NTRNO-(\d{9})$/.exec(text)?.[1]));
  const serials = values(subject.serialNumber);
  if (serials.length > 0) return only(serials.map((text) => /^(\d{9})$/.exec(text)?.[1]));
  return only(values(subject.CN).map((text) => /^(\d{9})(?!\d)/.exec(text)?.[1]));
}

const only = (found: readonly (string | undefined)[]): string | undefined =>
  found.length === 1 ? found[0] : undefined;
