import type { X509Certificate } from 'node:crypto';
import { organisationOf } from '../bundle/certificate-organisation.ts';
import { ApiError } from '../domain/api-error.ts';
import type { PortalContext } from '../jobs/portal-context.ts';

/** The certificate's organisation, if it has access to the API. */
export function authenticate(context: PortalContext, certificate: X509Certificate): string {
  const organisation = organisationOf(certificate);
  if (organisation === undefined || !isFitForClients(certificate)) {
    throw new ApiError(
      403,
      'NOT_AUTHORIZED',
      `the certificate is not an enterprise certificate for authentication: ${described(certificate)}`,
    );
  }
  if (!context.senders.has(organisation)) {
    throw new ApiError(
      403,
      'NOT_AUTHORIZED',
      `${organisation} has no access to the API: ${described(certificate)}`,
    );
  }
  return organisation;
}

/** May `broker` act for `sender`? */
export function authorise(
  context: PortalContext,
  broker: string,
  sender: string,
  certificate: X509Certificate,
): void {
  const allowed =
    broker === sender || (context.senders.has(sender) && context.brokers.get(broker)?.has(sender));
  if (!allowed) {
    throw new ApiError(
      403,
      'BROKER_NOT_AUTHORIZED',
      `${broker} is not authorised to act on behalf of ${sender}: ${described(certificate)}`,
    );
  }
}

const clientAuth = '1.3.6.1.5.5.7.3.2';

/** Extended key usage, when there, must include clientAuth; the list is empty or absent otherwise. */
const isFitForClients = (certificate: X509Certificate) => {
  const usages: readonly string[] | undefined = certificate.keyUsage;
  return usages === undefined || usages.length === 0 || usages.includes(clientAuth);
};

const described = (certificate: X509Certificate) =>
  `subject ${certificate.subject.replace(/\n/g, ', ')}, valid ${certificate.validFrom} to ${certificate.validTo}, ` +
  `serial ${certificate.serialNumber}, issuer ${certificate.issuer.replace(/\n/g, ', ')}`;
