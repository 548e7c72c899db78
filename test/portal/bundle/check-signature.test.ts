import { createHash } from 'node:crypto';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { expect, it } from 'vitest';
import { canonical } from '../../../portal/bundle/check-signature.ts';

const asic = 'http://uri.etsi.org/2918/v1.2.1#';
const ds = 'http://www.w3.org/2000/09/xmldsig#';
const xades = 'http://uri.etsi.org/01903/v1.3.2#';
const c14n10 = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const c14n11 = 'http://www.w3.org/2006/12/xml-c14n11';
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

// The published test of the official Java client: its files, time and certificate, laid out as that client does.
const propertiesDigest = 'n4ZOYvk7M6YXWrrunai7lVH48xeDJDxER9TlJ7c8f/g=';
const infoDigest = 'Tm84u1J53+tP3vPm4asYzmEg04rq7MP4vygQ1HIV5aQ=';
const signed = `<?xml version="1.0" encoding="UTF-8"?>
<XAdESSignatures xmlns="${asic}"><Signature xmlns="${ds}" Id="Signature"><SignedInfo><CanonicalizationMethod
 Algorithm="${c14n10}"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference
 Id="ID_0" URI="dokument.pdf"><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>${sha256('hoveddokument-innhold')}</DigestValue></Reference><Reference
 URI="manifest.xml" Id="ID_1"><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>${sha256('manifest-innhold')}</DigestValue></Reference><Reference
 URI="#SignedProperties" Type="http://uri.etsi.org/01903#SignedProperties"><Transforms><Transform Algorithm="${c14n10}"/></Transforms><DigestMethod
 Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>${propertiesDigest}</DigestValue></Reference></SignedInfo><Object><QualifyingProperties
 xmlns="${xades}" xmlns:ns2="${ds}" Target="#Signature"><SignedProperties Id="SignedProperties"><SignedSignatureProperties><SigningTime>2018-11-29T09:15:00+01:00</SigningTime><SigningCertificate><Cert><CertDigest><ns2:DigestMethod
 Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/><ns2:DigestValue>6Gko40cr8upGenUAxIT6bBVcRfo=</ns2:DigestValue></CertDigest><IssuerSerial><ns2:X509IssuerName>CN=Avsender,OU=Avsender,O=Avsender,L=Oslo,ST=NO,C=NO</ns2:X509IssuerName><ns2:X509SerialNumber>589725471</ns2:X509SerialNumber></IssuerSerial></Cert></SigningCertificate></SignedSignatureProperties><SignedDataObjectProperties><DataObjectFormat ObjectReference="#ID_0"><MimeType>application/pdf</MimeType></DataObjectFormat><DataObjectFormat ObjectReference="#ID_1"><MimeType>application/xml</MimeType></DataObjectFormat></SignedDataObjectProperties></SignedProperties></QualifyingProperties></Object></Signature></XAdESSignatures>`;

function canonicalAt(path: string, method: string): string {
  const document = XmlDocument.fromString(signed);
  try {
    // Both paths name elements.
    const found = document.get(path, { d: ds, x: xades }) as XmlElement;
    return canonical(found, method);
  } finally {
    document.dispose();
  }
}

it.each([c14n10, c14n11])(
  'the canonical octets are those published for the official client (%s)',
  (method) => {
    const properties = canonicalAt('//x:SignedProperties', method);
    expect([Buffer.byteLength(properties), sha256(properties)]).toEqual([912, propertiesDigest]);
    const info = canonicalAt('//d:SignedInfo', method);
    expect([Buffer.byteLength(info), sha256(info)]).toEqual([1039, infoDigest]);
  },
);
