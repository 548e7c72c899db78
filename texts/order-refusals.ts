import type { Catalogue } from './language.ts';

/** Why an order was stopped by the client of the signing service before it was sent; the codes are that client's. */
const nb = {
  'organisation-number-shape':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: organisasjonsnummeret til avsender har ikke ni siffer. Rett det under Innstillinger.',
  'reference-too-long':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: referansen er for lang. Si fra til brukerstøtte.',
  'signers-missing':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: det er ingen undertegnere.',
  'signers-too-many':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: det er flere enn ti undertegnere. Del opp oppdraget.',
  'signer-twice':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: samme person er undertegner to ganger. Fjern den ene.',
  'identity-number-shape':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: et fødselsnummer har ikke elleve siffer. Rett mottakeren.',
  'group-out-of-range':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: en mottaker er satt i en gruppe utenfor 1–10. Endre rekkefølgen.',
  'contact-missing':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: en undertegner mangler e-post og telefon. Legg det inn under Parter.',
  'contact-email-shape':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: en e-postadresse er ikke riktig skrevet. Rett den under Parter.',
  'contact-phone-shape':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: et telefonnummer er ikke riktig skrevet. Rett det under Parter.',
  'title-missing': 'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: tittelen mangler.',
  'title-too-long':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: tittelen er lengre enn 80 tegn.',
  'title-characters':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: tittelen har tegn som ikke kan sendes.',
  'nonsensitive-title-too-long':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: den ikke-sensitive tittelen er lengre enn 80 tegn.',
  'nonsensitive-title-characters':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: den ikke-sensitive tittelen har tegn som ikke kan sendes.',
  'message-too-long':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: meldingen er lengre enn 220 tegn.',
  'message-characters':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: meldingen har tegn som ikke kan sendes.',
  'document-not-pdf':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: dokumentet er ikke en PDF.',
  'document-too-large':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: dokumentet er større enn 10 MB. Ta ut vedlegg.',
  'availability-out-of-range':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: fristen er lengre enn 90 dager.',
  'private-sender-advanced-only':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: en privat avsender kan bare bruke avansert signatur. Rett det under Innstillinger.',
  'private-sender-level-four-only':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: en privat avsender må bruke sikkerhetsnivå 4. Rett det under Innstillinger.',
  'private-sender-name-alone':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: en privat avsender kan ikke vise bare navnet i det signerte dokumentet. Rett det under Innstillinger.',
  'advanced-needs-identity-number':
    'Segl sendte ikke oppdraget, fordi tjenesten ville ha avslått det: avansert signatur krever fødselsnummer for alle. Rett mottakerne eller signaturtypen.',
};

const nn: typeof nb = {
  'organisation-number-shape':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: organisasjonsnummeret til avsendaren har ikkje ni siffer. Rett det under Innstillingar.',
  'reference-too-long':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: referansen er for lang. Sei frå til brukarstøtta.',
  'signers-missing':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: det er ingen underteiknarar.',
  'signers-too-many':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: det er fleire enn ti underteiknarar. Del opp oppdraget.',
  'signer-twice':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: same person er underteiknar to gonger. Fjern den eine.',
  'identity-number-shape':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: eit fødselsnummer har ikkje elleve siffer. Rett mottakaren.',
  'group-out-of-range':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: ein mottakar er sett i ei gruppe utanfor 1–10. Endre rekkjefølgja.',
  'contact-missing':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: ein underteiknar manglar e-post og telefon. Legg det inn under Partar.',
  'contact-email-shape':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: ei e-postadresse er ikkje rett skriven. Rett henne under Partar.',
  'contact-phone-shape':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: eit telefonnummer er ikkje rett skrive. Rett det under Partar.',
  'title-missing': 'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: tittelen manglar.',
  'title-too-long':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: tittelen er lengre enn 80 teikn.',
  'title-characters':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: tittelen har teikn som ikkje kan sendast.',
  'nonsensitive-title-too-long':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: den ikkje-sensitive tittelen er lengre enn 80 teikn.',
  'nonsensitive-title-characters':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: den ikkje-sensitive tittelen har teikn som ikkje kan sendast.',
  'message-too-long':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: meldinga er lengre enn 220 teikn.',
  'message-characters':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: meldinga har teikn som ikkje kan sendast.',
  'document-not-pdf':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: dokumentet er ikkje ein PDF.',
  'document-too-large':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: dokumentet er større enn 10 MB. Ta ut vedlegg.',
  'availability-out-of-range':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: fristen er lengre enn 90 dagar.',
  'private-sender-advanced-only':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: ein privat avsendar kan berre bruke avansert signatur. Rett det under Innstillingar.',
  'private-sender-level-four-only':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: ein privat avsendar må bruke tryggleiksnivå 4. Rett det under Innstillingar.',
  'private-sender-name-alone':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: ein privat avsendar kan ikkje vise berre namnet i det signerte dokumentet. Rett det under Innstillingar.',
  'advanced-needs-identity-number':
    'Segl sende ikkje oppdraget, fordi tenesta ville ha avslått det: avansert signatur krev fødselsnummer for alle. Rett mottakarane eller signaturtypen.',
};

const en: typeof nb = {
  'organisation-number-shape':
    "Segl did not send the job, because the service would have refused it: the sender's organisation number does not have nine digits. Mend it under Settings.",
  'reference-too-long':
    'Segl did not send the job, because the service would have refused it: the reference is too long. Tell support.',
  'signers-missing':
    'Segl did not send the job, because the service would have refused it: there are no signers.',
  'signers-too-many':
    'Segl did not send the job, because the service would have refused it: there are more than ten signers. Split the job.',
  'signer-twice':
    'Segl did not send the job, because the service would have refused it: the same person signs twice. Remove one.',
  'identity-number-shape':
    'Segl did not send the job, because the service would have refused it: an identity number does not have eleven digits. Mend the recipient.',
  'group-out-of-range':
    'Segl did not send the job, because the service would have refused it: a recipient is in a group outside 1–10. Change the order.',
  'contact-missing':
    'Segl did not send the job, because the service would have refused it: a signer has neither e-mail nor telephone. Add it under Parties.',
  'contact-email-shape':
    'Segl did not send the job, because the service would have refused it: an e-mail address is not written right. Mend it under Parties.',
  'contact-phone-shape':
    'Segl did not send the job, because the service would have refused it: a telephone number is not written right. Mend it under Parties.',
  'title-missing':
    'Segl did not send the job, because the service would have refused it: the title is missing.',
  'title-too-long':
    'Segl did not send the job, because the service would have refused it: the title is longer than 80 characters.',
  'title-characters':
    'Segl did not send the job, because the service would have refused it: the title has characters that cannot be sent.',
  'nonsensitive-title-too-long':
    'Segl did not send the job, because the service would have refused it: the non-sensitive title is longer than 80 characters.',
  'nonsensitive-title-characters':
    'Segl did not send the job, because the service would have refused it: the non-sensitive title has characters that cannot be sent.',
  'message-too-long':
    'Segl did not send the job, because the service would have refused it: the message is longer than 220 characters.',
  'message-characters':
    'Segl did not send the job, because the service would have refused it: the message has characters that cannot be sent.',
  'document-not-pdf':
    'Segl did not send the job, because the service would have refused it: the document is not a PDF.',
  'document-too-large':
    'Segl did not send the job, because the service would have refused it: the document is larger than 10 MB. Take out attachments.',
  'availability-out-of-range':
    'Segl did not send the job, because the service would have refused it: the deadline is longer than 90 days.',
  'private-sender-advanced-only':
    'Segl did not send the job, because the service would have refused it: a private sender can use advanced signatures only. Mend it under Settings.',
  'private-sender-level-four-only':
    'Segl did not send the job, because the service would have refused it: a private sender must use security level 4. Mend it under Settings.',
  'private-sender-name-alone':
    'Segl did not send the job, because the service would have refused it: a private sender cannot show the name alone in the signed document. Mend it under Settings.',
  'advanced-needs-identity-number':
    'Segl did not send the job, because the service would have refused it: an advanced signature needs identity numbers for everyone. Mend the recipients or the kind of signature.',
};

export const orderRefusals: Catalogue<typeof nb> = { nb, nn, en };
