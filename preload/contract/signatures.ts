import { z } from 'zod';
import type { SignatureReport } from '../../domain/signature-report.ts';
import * as codes from './codes.ts';
import { id, instant, list, method, nothing, sha256, stagedId, text } from './method.ts';
import { verdict } from './verdict-view.ts';
import * as views from './views.ts';

const renewal = z.object({ by: instant, cause: codes.renewalCause });
const stamp = z.object({ at: instant, by: z.string(), isIntact: z.boolean(), isTrusted: z.boolean() });
const link = z.object({
  name: z.string(),
  organisation: z.string().optional(),
  from: instant,
  to: instant,
  fingerprint: z.string(),
  key: z.string(),
  revocation: codes.revocationState,
  revokedAt: instant.optional(),
});
const signature = z.object({
  kind: z.enum(['signature', 'time-stamp']),
  code: codes.signatureCode,
  by: z.string(),
  organisation: z.string().optional(),
  onBehalfOf: z.string().optional(),
  claimedAt: instant.optional(),
  time: z.object({ at: instant, source: codes.timeSource }),
  level: codes.signatureLevel,
  digest: z.string().optional(),
  later: codes.laterChange,
  altered: z.string().optional(),
  covered: z.number(),
  stamps: list(stamp),
  chain: list(link),
  renewal: renewal.optional(),
});
const report = z.object({
  format: codes.signatureFormat,
  word: codes.reportWord,
  signatures: list(signature),
  updatesAfter: z.number(),
  about: list(z.string()),
  renewal: renewal.optional(),
  anchors: list(z.object({ name: z.string(), fingerprint: z.string() })),
}) satisfies z.ZodType<SignatureReport>;

const control = z.object({
  id: id<'signature-control'>(),
  fileName: z.string(),
  sha256,
  size: z.number(),
  at: instant,
  by: z.string(),
  seglVersion: z.string(),
  report,
  /** Of the answer to a job: how it compares with what was sent. */
  verdict: verdict.optional(),
  /** Worse than what was known before it. */
  isWorse: z.boolean(),
  /** Of something the archive holds. */
  isFiled: z.boolean(),
  pdfUrl: z.string(),
  jsonUrl: z.string(),
});
export type ControlView = z.output<typeof control>;

const listed = z.object({
  entryId: id<'entry'>(),
  documentId: id<'document'>(),
  recordNumber: z.string(),
  title: z.string(),
  withheld: views.withheld,
  controlId: id<'signature-control'>(),
  word: codes.reportWord,
  at: instant,
  renewal: renewal.optional(),
});
export type ListedSignature = z.output<typeof listed>;

const documentOf = { entryId: id<'entry'>(), documentId: id<'document'>() };
const authorityForm = z.object({
  url: text,
  user: text,
  /** Empty keeps the one that is there. */
  secret: z.string().max(1000),
  /** Fingerprints of the anchors that stay. */
  keepAnchors: list(z.string().max(100), 100),
  anchorFiles: list(stagedId, 20),
});

/** Control of signatures: of files from anywhere, and of what the archive holds; and the renewal of their evidence. */
export const signatureMethods = {
  /** Of a file that is given to Segl. Nothing of it is stored. */
  'signatures.control': method(z.object({ stagedId, fileName: z.string().min(1).max(255) }), control),
  /** Of a filed document, now. `isKept`: beside those before it; else it is only shown. */
  'signatures.controlFiled': method(z.object(documentOf), z.object({ control, isKept: z.boolean() })),
  /** Those that were made before, newest first. */
  'signatures.controls': method(z.object(documentOf), z.object({ controls: list(control) })),
  'signatures.lists': method(
    nothing,
    z.object({
      months: z.number(),
      due: list(listed),
      worsened: list(listed),
      uncontrolled: z.number(),
      renew: views.decision,
    }),
  ),
  'signatures.settle': method(z.object({ controlId: id<'signature-control'>() }), nothing),
  /** Adds a time stamp around the evidence, in a new version of the document. */
  'signatures.renew': method(z.object(documentOf), z.object({ control })),
  'timeStamps.read': method(
    nothing,
    z.object({
      settings: z
        .object({
          url: z.string(),
          user: z.string(),
          hasSecret: z.boolean(),
          anchors: list(z.object({ fingerprint: z.string(), subject: z.string(), expiresAt: instant })),
        })
        .optional(),
      change: views.decision,
    }),
  ),
  /** Left out: none is used any more. */
  'timeStamps.change': method(z.object({ form: authorityForm.optional() }), nothing),
  'timeStamps.test': method(z.object({ form: authorityForm }), z.object({ by: z.string(), at: instant })),
} as const;
