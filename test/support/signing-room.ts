import type { PdfWorkshop } from '../../main/ports/pdf-workshop.ts';
import type { SigningService } from '../../main/ports/signing-service.ts';

export type Action = 'sign' | 'reject' | 'block' | 'name-not-available' | 'reserve' | 'contact-missing';

/** A job as the service's control tells it. */
export type ServiceJob = {
  readonly id: number;
  readonly reference?: string;
  readonly status: string;
  readonly signers: readonly { readonly number: string; readonly status: string; readonly open: boolean }[];
};

/** A signing service shared by the tests of a file, how a test moves it, and the one clock that both sides go by. */
export type SigningRoom = {
  readonly pdf: PdfWorkshop;
  openSigning(queue: string, now?: () => Date): SigningService;
  now(): Date;
  /** Lets time pass for the service and for every desk. */
  pass(seconds: number): Promise<void>;
  /** Bad days of the service; see `portal/training/modes.ts`. */
  modes(modes: object): Promise<void>;
  act(serviceJobId: string, identityNumber: string, action: Action): Promise<void>;
  jobs(): Promise<readonly ServiceJob[]>;
  /** Is not there any more; {@link start} comes back with the same jobs. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};
