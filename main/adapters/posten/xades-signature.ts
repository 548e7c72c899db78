import { xmlAttribute, xmlDeclaration, xmlText } from './write-xml.ts';

/** A file of the bundle with the digest of its raw bytes. */
export type SignedFile = { readonly name: string; readonly mime: string; readonly sha256: string };

export type SigningCertificate = {
  /** Base64 of the SHA-1 over the DER certificate: the profile asks for SHA-1 here. */
  readonly sha1: string;
  /** RFC 2253. */
  readonly issuerName: string;
  /** Decimal. */
  readonly serialNumber: string;
};

const asic = 'http://uri.etsi.org/2918/v1.2.1#';
const dsig = 'http://www.w3.org/2000/09/xmldsig#';
const xades = 'http://uri.etsi.org/01903/v1.3.2#';
const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

// The two functions below return canonical XML as it stands (inclusive C14N 1.0), so the same text is digested and
// embedded. That holds only while the elements around them declare nothing but the default namespace: see
// {@link signaturesXml} and docs/rules.md, 22.

/** Canonical `SignedProperties`. `signingTime` is an xs:dateTime with a zone. */
export const signedProperties = (
  files: readonly SignedFile[],
  certificate: SigningCertificate,
  signingTime: string,
): string =>
  `<SignedProperties xmlns="${xades}" xmlns:ns2="${dsig}" Id="SignedProperties">` +
  `<SignedSignatureProperties><SigningTime>${xmlText(signingTime)}</SigningTime>` +
  `<SigningCertificate><Cert><CertDigest><ns2:DigestMethod Algorithm="${dsig}sha1"></ns2:DigestMethod>` +
  `<ns2:DigestValue>${certificate.sha1}</ns2:DigestValue></CertDigest>` +
  `<IssuerSerial><ns2:X509IssuerName>${xmlText(certificate.issuerName)}</ns2:X509IssuerName>` +
  `<ns2:X509SerialNumber>${certificate.serialNumber}</ns2:X509SerialNumber></IssuerSerial></Cert></SigningCertificate>` +
  '</SignedSignatureProperties><SignedDataObjectProperties>' +
  files
    .map(
      (file, index) =>
        `<DataObjectFormat ObjectReference="#ID_${index}"><MimeType>${xmlText(file.mime)}</MimeType></DataObjectFormat>`,
    )
    .join('') +
  '</SignedDataObjectProperties></SignedProperties>';

/** Canonical `SignedInfo`; `propertiesSha256` is the base64 digest of {@link signedProperties}. */
export const signedInfo = (files: readonly SignedFile[], propertiesSha256: string): string =>
  `<SignedInfo xmlns="${dsig}"><CanonicalizationMethod Algorithm="${c14n}"></CanonicalizationMethod>` +
  '<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></SignatureMethod>' +
  files
    .map(
      (file, index) =>
        `<Reference Id="ID_${index}" URI="${xmlAttribute(file.name)}">${digest(file.sha256)}</Reference>`,
    )
    .join('') +
  '<Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#SignedProperties">' +
  `<Transforms><Transform Algorithm="${c14n}"></Transform></Transforms>${digest(propertiesSha256)}</Reference></SignedInfo>`;

const digest = (value: string): string =>
  `<DigestMethod Algorithm="${sha256}"></DigestMethod><DigestValue>${value}</DigestValue>`;

/** `META-INF/signatures.xml`. `certificates` are base64 DER, the signer's first, then its issuers. */
export const signaturesXml = (parts: {
  readonly signedInfo: string;
  readonly signatureValue: string;
  readonly certificates: readonly string[];
  readonly signedProperties: string;
}): string =>
  `${xmlDeclaration}<XAdESSignatures xmlns="${asic}"><Signature xmlns="${dsig}" Id="Signature">` +
  `${parts.signedInfo}<SignatureValue>${parts.signatureValue}</SignatureValue><KeyInfo><X509Data>` +
  parts.certificates.map((der) => `<X509Certificate>${der}</X509Certificate>`).join('') +
  `</X509Data></KeyInfo><Object><QualifyingProperties xmlns="${xades}" Target="#Signature">` +
  `${parts.signedProperties}</QualifyingProperties></Object></Signature></XAdESSignatures>`;
