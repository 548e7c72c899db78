/** Limits of the service (documents together, in bytes). */
export const maxDocumentBytes = 10_485_760;
export const maxDocuments = 20;
export const defaultAvailableSeconds = 2_592_000;
export const maxAvailableSeconds = 7_776_000;
/** A request body larger than this is cut off: the documents, their zip and the XML around them. */
export const maxBodyBytes = 12 * 1024 * 1024;
/** XML of the bundle, on top of the documents. */
export const maxBundleXmlBytes = 2 * 1024 * 1024;

const minute = 60_000;
const day = 24 * 60 * minute;
/** An unconfirmed message returns to its queue. */
export const redeliveryMs = 10 * minute;
/** More calls than this in one second block the organisation. */
export const maxCallsPerSecond = 10;
export const blockMs = 30_000;
/** The signing time of a bundle may be this far from the portal's clock. */
export const signingTimeToleranceMs = 5_000;
/** Signed documents may be deleted by the sender this long after the last signature. */
export const deletableAfterMs = day;
/** Documents are purged this long after the job ended. */
export const retentionMs = 40 * day;
