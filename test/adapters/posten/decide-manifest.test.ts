import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IdentityNumber } from '../../../domain/identity-number.ts';
import { hasForbiddenCharacters } from '../../../domain/title.ts';
import { decideManifest } from '../../../main/adapters/posten/decide-manifest.ts';
import type { JobStyle } from '../../../main/adapters/posten/posten-config.ts';
import { writeJobRequest } from '../../../main/adapters/posten/write-manifest.ts';
import type { SigningOrder } from '../../../main/ports/signing-service.ts';
import { schemaFaults } from './support/official-schemas.ts';
import { firstPerson, order, secondPerson, signer } from './support/orders.ts';

const decided = (wish: SigningOrder, style: JobStyle = {}): string => {
  const result = decideManifest(wish, '310000019', style);
  return result.ok ? result.value : result.refusal.code;
};
const xmlOf = (wish: SigningOrder, style: JobStyle = {}): string => {
  const xml = decided(wish, style);
  expect(xml).toMatch(/^<\?xml/);
  return xml;
};
const own = { email: 'post@firma.example', phone: '+47 999 99 999' };
const lookup = '<notifications-using-lookup><email/><sms/></notifications-using-lookup>';
const ownNotices =
  '<notifications><email address="post@firma.example"/><sms number="+4799999999"/></notifications>';

describe('who is told how', () => {
  const ways: [title: string, wish: SigningOrder, told: string, onBehalfOf: string, style?: JobStyle][] = [
    ["a public sender's signer is looked up in the register and signs as himself", order(), lookup, 'SELF'],
    [
      'contact data of a signer who signs as himself is not used by a public sender',
      order({ signers: [signer({ contact: own })] }),
      lookup,
      'SELF',
    ],
    [
      "a firm's signer is told by the contact data given and signs for another",
      order({ signers: [signer({ onBehalfOf: 'Firma AS', contact: own })] }),
      ownNotices,
      'OTHER',
    ],
    [
      "a firm's signer without contact data is looked up and signs as the person he is",
      order({ signers: [signer({ onBehalfOf: 'Firma AS' })] }),
      lookup,
      'SELF',
    ],
    [
      'a private sender uses its own contact data for everyone',
      order({ signers: [signer({ contact: own })] }),
      ownNotices,
      'SELF',
      { sender: 'private' },
    ],
  ];
  test.each(ways)('%s', (_, wish, told, onBehalfOf, style) => {
    const xml = xmlOf(wish, style);
    expect(xml).toContain(told);
    expect(xml).toContain(`<on-behalf-of>${onBehalfOf}</on-behalf-of>`);
  });
});

describe('what the service would refuse is refused first', () => {
  const refused: [code: string, wish: SigningOrder, style?: JobStyle][] = [
    ['signers-missing', order({ signers: [] })],
    ['signers-too-many', order({ signers: Array.from({ length: 11 }, () => signer()) })],
    ['signer-twice', order({ signers: [signer(), signer()] })],
    [
      'identity-number-shape',
      order({ signers: [signer({ identityNumber: '1483851109' as IdentityNumber })] }),
    ],
    ['group-out-of-range', order({ signers: [signer({ group: 10 })] })],
    ['group-out-of-range', order({ signers: [signer({ group: 0.5 })] })],
    ['contact-missing', order(), { sender: 'private' }],
    ['contact-missing', order({ signers: [signer({ contact: { email: ' ' } })] }), { sender: 'private' }],
    [
      'contact-email-shape',
      order({ signers: [signer({ onBehalfOf: 'Firma AS', contact: { email: 'a b@c.no' } })] }),
    ],
    [
      'contact-phone-shape',
      order({ signers: [signer({ onBehalfOf: 'Firma AS', contact: { phone: '12' } })] }),
    ],
    ['title-missing', order({ title: ' ' })],
    ['title-too-long', order({ title: 'x'.repeat(81) })],
    ['title-characters', order({ title: 'a\u0000b' })],
    ['nonsensitive-title-too-long', order({ nonSensitiveTitle: 'x'.repeat(81) })],
    ['nonsensitive-title-characters', order({ nonSensitiveTitle: 'a\uD800b' })],
    ['message-too-long', order({ message: 'x'.repeat(221) })],
    ['message-characters', order({ message: '\uFFFF' })],
    ['document-not-pdf', order({ pdf: Buffer.from('hei') })],
    [
      'document-too-large',
      order({ pdf: Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(10_485_760)]) }),
    ],
    ['availability-out-of-range', order({ deadlineDays: 91 })],
    ['availability-out-of-range', order({ deadlineDays: 0 })],
    ['reference-too-long', order({ reference: 'x'.repeat(51) })],
    [
      'private-sender-advanced-only',
      order(),
      { sender: 'private', signatureType: 'AUTHENTICATED_ELECTRONIC_SIGNATURE' },
    ],
    ['private-sender-level-four-only', order(), { sender: 'private', authenticationLevel: 3 }],
    ['private-sender-name-alone', order(), { sender: 'private', identifierInSignedDocuments: 'NAME' }],
    [
      'advanced-needs-identity-number',
      order(),
      {
        signatureType: 'ADVANCED_ELECTRONIC_SIGNATURE',
        identifierInSignedDocuments: 'DATE_OF_BIRTH_AND_NAME',
      },
    ],
  ];
  test.each(refused)('%s', (code: string, wish: SigningOrder, style?: JobStyle) => {
    expect(decided(wish, style)).toBe(code);
  });
});

describe('the manifest as written', () => {
  test('is valid by the official schema with everything in it', () => {
    const xml = xmlOf(
      order({
        title: 'Kjøp & salg <av> "bolig"',
        nonSensitiveTitle: "Dokument 'til' signering",
        message: 'Hei\r\nog hå',
        signers: [
          signer({ group: 1 }),
          signer({ identityNumber: secondPerson, onBehalfOf: 'Firma AS', contact: own }),
        ],
      }),
      { authenticationLevel: 3, identifierInSignedDocuments: 'NAME' },
    );
    expect(schemaFaults(xml, 'api')).toEqual([]);
    expect(xml).toContain('<title>Kjøp &amp; salg &lt;av&gt; "bolig"</title>');
    expect(xml).toContain('<description>Hei\nog hå</description>');
    expect(xml).toContain(ownNotices);
  });

  test('leaves out an empty message and an empty title for notices', () => {
    const xml = xmlOf(order({ message: ' ', nonSensitiveTitle: '' }));
    expect(schemaFaults(xml, 'api')).toEqual([]);
    expect(xml).not.toMatch(/description|nonsensitive/);
  });

  test('is valid whatever the clerk writes', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 60 })
      .filter((value) => !hasForbiddenCharacters(value));
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 0, max: 9 }), (title, open, message, group) => {
        const wish = order({
          title: `T ${title}`,
          nonSensitiveTitle: open,
          message,
          signers: [signer({ group })],
        });
        expect(schemaFaults(xmlOf(wish), 'api')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('the request beside it is valid, and no signer is in it', () => {
    const xml = writeJobRequest({ reference: 'segl <1> & 2', queue: 'arkiv "nord"' });
    expect(schemaFaults(xml, 'api')).toEqual([]);
    expect(xml).not.toContain(firstPerson);
  });
});
