import { may, maySomewhere, theArchive } from '../../../domain/access/may.ts';
import { refuse } from '../../../domain/basics.ts';
import { toDecision } from '../../../domain/decision.ts';
import {
  changeTimeStamps,
  type TimeStampInput,
  testTimeStamps,
} from '../../usecases/signatures/change-time-stamps.ts';
import { controlFile } from '../../usecases/signatures/control-file.ts';
import { controlFiled } from '../../usecases/signatures/control-filed.ts';
import { rememberControl } from '../../usecases/signatures/control-memory.ts';
import { listRenewals } from '../../usecases/signatures/list-renewals.ts';
import { openSigned } from '../../usecases/signatures/open-signed.ts';
import { renewSignature } from '../../usecases/signatures/renew-signature.ts';
import { settleWorsened } from '../../usecases/signatures/settle-worsened.ts';
import type { CheckedInput, Handlers } from '../dispatcher.ts';
import { done, noValue, refusal, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';
import { controlView, listedView } from '../views/control-view.ts';

type SignatureHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `signatures.${string}` | `timeStamps.${string}`>
>;

export const signatureHandlers = (context: RequestContext): SignatureHandlers => ({
  'signatures.control': async ({ stagedId, fileName }) => {
    const bytes = context.staging.find(stagedId);
    if (!bytes) return refusal('file-missing', { file: fileName });
    const user = await context.session.user();
    const outcome = await controlFile(context)(user, bytes, fileName);
    context.staging.drop(stagedId);
    if (outcome.ok) rememberControl(context.controls, outcome.value, user.id);
    return toReply(outcome, controlView);
  },
  'signatures.controlFiled': async ({ entryId, documentId }) => {
    const user = await context.session.user();
    const outcome = await controlFiled(context)(user, entryId, documentId);
    if (outcome.ok && !outcome.value.isKept)
      rememberControl(context.controls, outcome.value.control, user.id);
    return toReply(outcome, ({ control, isKept }) => ({ control: controlView(control), isKept }));
  },
  'signatures.controls': async ({ entryId, documentId }) => {
    const { read } = context.archive;
    const opened = await openSigned(read, await context.session.user(), entryId, documentId);
    if (!opened.ok) return opened;
    const { document, object } = opened.value;
    const controls = await read.controlsOf(document.id);
    return done({
      controls: controls.map((control) => controlView({ ...control, fileName: object.fileName })),
    });
  },
  'signatures.lists': async () => {
    const actor = await context.session.user();
    const settings = await context.archive.read.timeStampSettings();
    return toReply(await listRenewals(context)(actor), ({ months, due, worsened, uncontrolled }) => ({
      months,
      due: due.map(listedView),
      worsened: worsened.map(listedView),
      uncontrolled,
      renew: toDecision(settings ? maySomewhere(actor, 'journal') : refuse('time-stamps-not-set-up')),
    }));
  },
  'signatures.settle': async ({ controlId }) =>
    toReply(await settleWorsened(context)(await context.session.user(), controlId), noValue),
  'signatures.renew': async ({ entryId, documentId }) =>
    toReply(await renewSignature(context)(await context.session.user(), entryId, documentId), (control) => ({
      control: controlView(control),
    })),
  'timeStamps.read': async () => {
    const settings = await context.archive.read.timeStampSettings();
    const actor = await context.session.user();
    return done({
      settings: settings && {
        url: settings.url,
        user: settings.access?.user ?? '',
        hasSecret: settings.access !== undefined,
        anchors: settings.anchors
          .flatMap((pem) => context.setup.readAnchors(Buffer.from(pem)))
          .map(({ fingerprint, subject, expiresAt }) => ({ fingerprint, subject, expiresAt })),
      },
      change: toDecision(may(actor, 'change-policy', theArchive)),
    });
  },
  'timeStamps.change': async ({ form }) => {
    const input = form && toInput(context, form);
    if (form && !input) return refusal('file-missing', {});
    return toReply(await changeTimeStamps(context)(await context.session.user(), input), noValue);
  },
  'timeStamps.test': async ({ form }) => {
    const input = toInput(context, form);
    if (!input) return refusal('file-missing', {});
    return toReply(await testTimeStamps(context)(await context.session.user(), input), ({ by, at }) => ({
      by,
      at,
    }));
  },
});

/** The form with its files; nothing when one of them has gone meanwhile. */
function toInput(
  { staging }: RequestContext,
  { anchorFiles, ...form }: CheckedInput<'timeStamps.test'>['form'],
): TimeStampInput | undefined {
  const files = anchorFiles.flatMap((file) => staging.find(file) ?? []);
  return files.length === anchorFiles.length ? { ...form, anchorFiles: files } : undefined;
}
