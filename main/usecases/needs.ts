import type { ArchiveStore } from '../ports/archive-store.ts';
import type { Clock, Digest, Ids } from '../ports/clock.ts';
import type { Publish } from '../ports/events.ts';
import type { WriteNote } from '../ports/note-writer.ts';
import type { PdfWorkshop } from '../ports/pdf-workshop.ts';
import type { WriteVariantLabels } from '../ports/public-variant.ts';
import type { SigningService } from '../ports/signing-service.ts';
import type { IdentityVault } from '../ports/vault.ts';

/** The ports of all use cases together; each use case names the part it takes as a `Pick`. */
export type Needs = {
  readonly archive: ArchiveStore;
  readonly pdf: PdfWorkshop;
  readonly vault: IdentityVault;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  readonly signing: SigningService;
  /** Name of our queue at the signing service. */
  readonly queue: string;
  readonly training: boolean;
  /** The signing service is its own test environment, where only synthetic persons can sign. */
  readonly onTrial?: () => boolean;
  readonly writeNote: WriteNote;
  readonly writeVariantLabels: WriteVariantLabels;
  readonly publish: Publish;
  /** There is something to send. */
  readonly wakeOutbox: () => void;
  /** One line, never with personal data. */
  readonly log: (line: string) => void;
};
