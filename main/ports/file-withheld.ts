/** A file that shows identity numbers, asked for by one who may not see them, or where its key is gone. */
export class FileWithheld extends Error {
  override readonly name = 'FileWithheld';
  /** The status of an HTTP answer that says so. */
  readonly status: 403 | 423;
  constructor(status: 403 | 423) {
    super(
      status === 403
        ? 'Du har ikke tilgang til filen.'
        : 'Nøkkelen som åpner filen, mangler på denne maskinen.',
    );
    this.status = status;
  }
}
