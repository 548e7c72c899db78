import { badSchema } from '../domain/api-error.ts';
import type { JobRequest } from '../jobs/create-job.ts';
import { apiNamespace, childOf, readXml, XmlRefusal } from '../xml/read-xml.ts';
import { findSchemaFault } from '../xml/schemas.ts';

const root = 'portal-signature-job-request';

/** Reads the XML part of a create call. The default queue has the empty name. */
export function readJobRequest(bytes: Uint8Array): JobRequest {
  try {
    return readXml(bytes, (document) => {
      const fault = findSchemaFault(document, 'api');
      if (fault) throw badSchema(fault);
      const request = document.root;
      if (request.name !== root) throw badSchema(`the request is not a ${root}`);
      return {
        reference: childOf(request, apiNamespace, 'reference')?.content,
        queue: childOf(request, apiNamespace, 'polling-queue')?.content ?? '',
      };
    });
  } catch (fault) {
    if (fault instanceof XmlRefusal) throw badSchema(fault.message);
    throw fault;
  }
}
