/** A refusal. The API server turns it into an HTTP status and an `error` document. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

/** The bundle, its signature or its manifest cannot be accepted. */
export const badBundle = (message: string) => new ApiError(400, 'ASICE_VALIDATION_FAILED', message);
/** The job breaks a rule the schema does not hold. The code is the portal's own: none is published. */
export const badJob = (message: string) => new ApiError(400, 'INVALID_SIGNATURE_JOB', message);
export const badRequest = (message: string) => new ApiError(400, 'BAD_REQUEST', message);
export const badSchema = (message: string) => new ApiError(400, 'SCHEMA_VALIDATION_ERROR', message);
export const notFound = (message: string) => new ApiError(404, 'NOT_FOUND', message);
