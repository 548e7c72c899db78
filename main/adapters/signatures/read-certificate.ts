import { X509Certificate } from 'node:crypto';
import { BitString, fromBER } from 'asn1js';
import {
  BasicConstraints,
  Certificate,
  CRLDistributionPoints,
  ExtKeyUsage,
  type GeneralName,
  InfoAccess,
  QCStatements,
  RSASSAPSSParams,
} from 'pkijs';
import { codesOf } from '../../../domain/codes.ts';
import { rsaPss, type SignatureAlgorithm, strongHash, strongSignature } from './algorithms.ts';
import { certificateOrganisation } from './certificate-organisation.ts';

const oids = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  organisationName: '2.5.4.10',
  givenName: '2.5.4.42',
  organisationIdentifier: '2.5.4.97',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  qcStatements: '1.3.6.1.5.5.7.1.3',
  qcType: '0.4.0.1862.1.6',
} as const;
/** Extensions whose meaning is heeded here, or that set no limit to a use. Any other that is critical stops the way. */
const understood = new Set<string>([
  oids.keyUsage,
  oids.basicConstraints,
  oids.extendedKeyUsage,
  oids.qcStatements,
  '2.5.29.14',
  '2.5.29.32',
  '2.5.29.35',
]);
/** ETSI EN 319 412-5: for electronic signatures, which only natural persons make. */
const signatureOfPerson = '0.4.0.1862.1.6.1';

export type KeyUse = 'digitalSignature' | 'nonRepudiation' | 'keyEncipherment' | 'keyCertSign' | 'cRLSign';
const keyUseBits: Readonly<Record<KeyUse, number>> = {
  digitalSignature: 0x80,
  nonRepudiation: 0x40,
  keyEncipherment: 0x20,
  keyCertSign: 0x04,
  cRLSign: 0x02,
};

export type ReadCertificate = {
  /** As it came, not encoded anew. */
  readonly der: Uint8Array<ArrayBuffer>;
  readonly x509: X509Certificate;
  readonly parsed: Certificate;
  /** Common name, or the organisation's where there is none. */
  readonly name: string;
  /** Nine digits. */
  readonly organisation?: string;
  /** It names a natural person, even if one of an organisation. */
  readonly isPersonal: boolean;
  /** Absent where the certificate does not limit the use of its key. */
  readonly keyUsage?: readonly KeyUse[];
  readonly extendedUsages?: readonly string[];
  readonly isAuthority: boolean;
  /** How many authorities may stand between this one and the end. */
  readonly pathLength?: number;
  readonly hasUnknownCritical: boolean;
  /** Absent where its issuer signed it in a way that is not to be relied on. */
  readonly algorithm?: SignatureAlgorithm;
  readonly from: Date;
  readonly to: Date;
};

/** Throws on what is no certificate. */
export function readCertificate(der: Uint8Array): ReadCertificate {
  const own = new Uint8Array(der);
  const asn1 = fromBER(own);
  if (asn1.offset !== own.length) throw new Error('not one certificate');
  const parsed = new Certificate({ schema: asn1.result });
  const x509 = new X509Certificate(own);
  if (!parsed.signature.isEqual(parsed.signatureAlgorithm)) throw new Error('two algorithms');
  const extension = (oid: string) => parsed.extensions?.find(({ extnID }) => extnID === oid);
  const subject = (oid: string): readonly string[] =>
    parsed.subject.typesAndValues
      .filter(({ type }) => String(type) === oid)
      .map(({ value }) => String(value.valueBlock.value));
  const constraints: unknown = extension(oids.basicConstraints)?.parsedValue;
  const { cA = false, pathLenConstraint } =
    constraints instanceof BasicConstraints ? constraints : { pathLenConstraint: undefined };
  const extended: unknown = extension(oids.extendedKeyUsage)?.parsedValue;
  const keyUsage = readKeyUsage(extension(oids.keyUsage)?.parsedValue);
  const organisation = certificateOrganisation({
    ...some('organizationIdentifier', subject(oids.organisationIdentifier)),
    ...some('serialNumber', subject(oids.serialNumber)),
    ...some('CN', subject(oids.commonName)),
  });
  const algorithm = algorithmOf(parsed);
  if (!x509.publicKey.asymmetricKeyType) throw new Error('a key of no kind');
  return {
    der: own,
    x509,
    parsed,
    name: subject(oids.commonName)[0] ?? subject(oids.organisationName)[0] ?? '',
    ...(organisation && { organisation }),
    isPersonal:
      [...subject(oids.surname), ...subject(oids.givenName)].length > 0 ||
      isForPersons(extension(oids.qcStatements)?.parsedValue),
    ...(keyUsage && { keyUsage }),
    ...(extended instanceof ExtKeyUsage && { extendedUsages: extended.keyPurposes }),
    isAuthority: cA,
    ...(typeof pathLenConstraint === 'number' && { pathLength: pathLenConstraint }),
    hasUnknownCritical: (parsed.extensions ?? []).some(
      ({ critical, extnID }) => critical && !understood.has(extnID),
    ),
    ...(algorithm && { algorithm }),
    from: readDate(x509.validFrom),
    to: readDate(x509.validTo),
  };
}

/** Where the issuer tells which certificates it has revoked: addresses of its lists, and of its responders. */
export function revocationAddresses({ parsed }: ReadCertificate): {
  readonly lists: readonly string[];
  readonly responders: readonly string[];
} {
  const value = (oid: string): unknown =>
    parsed.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue;
  const [points, access] = [value('2.5.29.31'), value('1.3.6.1.5.5.7.1.1')];
  const address = ({ type, value: name }: GeneralName): readonly string[] =>
    type === 6 ? [String(name)] : [];
  return {
    lists:
      points instanceof CRLDistributionPoints
        ? points.distributionPoints.flatMap(({ distributionPoint }) =>
            Array.isArray(distributionPoint) ? distributionPoint.flatMap(address) : [],
          )
        : [],
    responders:
      access instanceof InfoAccess
        ? access.accessDescriptions
            .filter(({ accessMethod }) => accessMethod === '1.3.6.1.5.5.7.48.1')
            .flatMap(({ accessLocation }) => address(accessLocation))
        : [],
  };
}

/** Throws on a time that does not exist, as an altered certificate may have. */
function readDate(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error('not a time');
  return date;
}

/** Every certificate in the PEM texts. Throws where one cannot be read: anchors are settings, not input. */
export const readAnchors = (pems: readonly string[]): readonly ReadCertificate[] =>
  pems
    .flatMap((pem) => pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [])
    .map((pem) => readCertificate(new X509Certificate(pem).raw));

export const isSame = (one: ReadCertificate, other: ReadCertificate): boolean =>
  Buffer.from(one.der).equals(other.der);

const some = <Name extends string>(name: Name, values: readonly string[]) =>
  values.length > 0 ? { [name]: values } : {};

function readKeyUsage(value: unknown): readonly KeyUse[] | undefined {
  if (!(value instanceof BitString)) return undefined;
  const [bits = 0] = value.valueBlock.valueHexView;
  return codesOf(keyUseBits).filter((use) => (bits & keyUseBits[use]) !== 0);
}

function isForPersons(value: unknown): boolean {
  if (!(value instanceof QCStatements)) return false;
  const type = value.values.find(({ id }) => id === oids.qcType)?.type;
  return type !== undefined && JSON.stringify(type).includes(signatureOfPerson);
}

function algorithmOf({ signatureAlgorithm }: Certificate): SignatureAlgorithm | undefined {
  const { algorithmId, algorithmParams } = signatureAlgorithm;
  return algorithmId === rsaPss ? pssAlgorithm(algorithmParams) : strongSignature(algorithmId);
}

/** The parameters of RSASSA-PSS: digest and salt; the mask must be made with the same digest. */
export function pssAlgorithm(params: unknown): SignatureAlgorithm | undefined {
  const { hashAlgorithm, maskGenAlgorithm, saltLength } = new RSASSAPSSParams({ schema: params });
  const hash = strongHash(hashAlgorithm.algorithmId);
  const mask: unknown = maskGenAlgorithm.algorithmParams?.valueBlock?.value?.[0]?.valueBlock?.toString?.();
  if (!hash || (typeof mask === 'string' && strongHash(mask) !== hash)) return undefined;
  return { hash, scheme: 'rsa-pss', saltLength };
}
