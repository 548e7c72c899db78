import type { X509Certificate } from 'node:crypto';

/**
 * Organisation number of an enterprise certificate: organizationIdentifier `NTRNO-<nine digits>` (SEID2) or
 * serialNumber of nine digits (SEID1).
 */
export function organisationOf(certificate: X509Certificate): string | undefined {
  return organisationOfSubject(certificate.toLegacyObject().subject);
}

export function organisationOfSubject(subject: object | undefined): string | undefined {
  const fields = new Map(Object.entries(subject ?? {}));
  const first = (name: string) => {
    const value: unknown = fields.get(name);
    return typeof value === 'string' ? value : Array.isArray(value) ? String(value[0]) : undefined;
  };
  return (
    /^NTRNO-(\d{9})$/.exec(first('organizationIdentifier') ?? '')?.[1] ??
    /^(\d{9})$/.exec(first('serialNumber') ?? '')?.[1]
  );
}
