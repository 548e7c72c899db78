/** A file that a screening hides or that shows identity numbers, asked for by one who may not see it; or its key is gone. */
export class FileWithheld extends Error {
  override readonly name = 'FileWithheld';
  readonly reason: 'not-allowed' | 'screened' | 'key-missing';
  constructor(reason: FileWithheld['reason']) {
    super(`the file is withheld: ${reason}`);
    this.reason = reason;
  }
}
