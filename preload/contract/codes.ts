import { z } from 'zod';
import { accessParts } from '../../domain/access/access-parts.ts';
import { explainedActs } from '../../domain/access/explain-sight.ts';
import { lookKinds } from '../../domain/access/look.ts';
import { accessRefusals } from '../../domain/access/may.ts';
import { rolesAtTop } from '../../domain/access/roles-at-top.ts';
import { basketIds, jobBasketIds } from '../../domain/baskets.ts';
import { caseOrders } from '../../domain/case-file.ts';
import { logSubjects } from '../../domain/change-log.ts';
import * as lists from '../../domain/code-lists.ts';
import { codesOf } from '../../domain/codes.ts';
import { identityPlaces } from '../../domain/dispatch-order.ts';
import { partySettlements } from '../../domain/dispatched-parties.ts';
import { doubtDecisions, doubts } from '../../domain/doubtful-answer.ts';
import { fileWarnings, pdfaLevels } from '../../domain/files.ts';
import { entryFields, entryLocks } from '../../domain/frozen-fields.ts';
import { identityKinds } from '../../domain/identity-number.ts';
import { answerArrivals } from '../../domain/limits.ts';
import { languages, themes } from '../../domain/preferences.ts';
import { revealGrounds } from '../../domain/reveal-reason.ts';
import { roles } from '../../domain/roles.ts';
import { screeningFlaws } from '../../domain/screening.ts';
import { noticeWays } from '../../domain/service-notices.ts';
import * as signatures from '../../domain/signature-report.ts';
import { failureReasons, jobStates, signerStates } from '../../domain/signing-job.ts';
import * as signing from '../../domain/signing-settings.ts';
import { dropReasons, successionKinds } from '../../domain/succession.ts';
import {
  changeCodes,
  contentCodes,
  evidenceCodes,
  sealCodes,
  verdictOutcomes,
} from '../../domain/verdict.ts';

const letters = <List extends Readonly<Record<string, string>>>(list: List) => z.enum(codesOf(list));

export const caseStatus = letters(lists.caseStatuses);
export const entryType = letters(lists.entryTypes);
export const entryStatus = letters(lists.entryStatuses);
export const partyKind = letters(lists.partyKinds);
export const linkRole = letters(lists.linkRoles);
export const documentType = letters(lists.documentTypes);
export const variant = letters(lists.variants);
export const clearanceWay = letters(lists.clearanceWays);
export const signatureVerification = letters(lists.signatureVerifications);
export const disposalDecision = letters(lists.disposalDecisions);

export const lookKind = z.enum(lookKinds);
export const screeningFlaw = z.enum(screeningFlaws);
export const revealGround = z.enum(revealGrounds);
export const role = z.enum(roles);
export const explainedAct = z.enum(explainedActs);
export const accessRefusal = z.enum(accessRefusals);
export const accessPart = z.enum(accessParts);
export const roleAtTop = z.enum(rolesAtTop);
export const basketId = z.enum(basketIds);
export const jobBasketId = z.enum(jobBasketIds);
export const caseOrder = z.enum(caseOrders);
export const entryField = z.enum(entryFields);
export const entryLock = z.enum(entryLocks);
export const logSubject = z.enum(logSubjects);
export const identityKind = z.enum(identityKinds);
export const identityPlace = z.enum(identityPlaces);
export const partySettlement = z.enum(partySettlements);
export const fileWarning = z.enum(fileWarnings);
export const pdfaLevel = z.enum(pdfaLevels);
export const answerArrival = z.enum(answerArrivals);

export const jobState = z.enum(jobStates);
export const failureReason = z.enum(failureReasons);
export const successionKind = z.enum(successionKinds);
export const dropReason = z.enum(dropReasons);
export const noticeWay = z.enum(noticeWays);
export const signerState = z.enum(signerStates);
export const serviceEnvironment = z.enum(signing.serviceEnvironments);
export const environmentInUse = z.enum(signing.environmentsInUse);
export const signatureType = z.enum(signing.signatureTypes);
export const authenticationLevel = z.literal(signing.authenticationLevels);
export const signerIdentifier = z.enum(signing.signerIdentifiers);
export const certificateWarning = z.enum(signing.certificateWarnings);
export const connectionOutcome = z.enum(signing.connectionOutcomes);

export const verdictOutcome = z.enum(verdictOutcomes);
export const sealCode = z.enum(sealCodes);
export const changeCode = z.enum(changeCodes);
export const contentCode = z.enum(contentCodes);
export const evidenceCode = z.enum(evidenceCodes);
export const doubt = z.enum(doubts);
export const doubtDecision = z.enum(doubtDecisions);

export const signatureFormat = z.enum(signatures.signatureFormats);
export const reportWord = z.enum(signatures.reportWords);
export const signatureCode = z.enum(signatures.signatureCodes);
export const signatureLevel = z.enum(signatures.signatureLevels);
export const laterChange = z.enum(signatures.laterChanges);
export const timeSource = z.enum(signatures.timeSources);
export const revocationState = z.enum(signatures.revocationStates);
export const renewalCause = z.enum(signatures.renewalCauses);

export const language = z.enum(languages);
export const theme = z.enum(themes);
