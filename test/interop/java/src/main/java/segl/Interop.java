package segl;

import static no.digipost.signature.client.core.SignatureType.ADVANCED_SIGNATURE;
import static no.digipost.signature.client.core.SignatureType.AUTHENTICATED_SIGNATURE;
import static no.digipost.signature.client.portal.NotificationsUsingLookup.EMAIL_AND_SMS;
import static no.digipost.signature.client.portal.NotificationsUsingLookup.EMAIL_ONLY;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import no.digipost.signature.client.ClientConfiguration;
import no.digipost.signature.client.ServiceEnvironment;
import no.digipost.signature.client.archive.ArchiveClient;
import no.digipost.signature.client.archive.ArchiveOwner;
import no.digipost.signature.client.core.AuthenticationLevel;
import no.digipost.signature.client.core.DocumentType;
import no.digipost.signature.client.core.IdentifierInSignedDocuments;
import no.digipost.signature.client.core.OnBehalfOf;
import no.digipost.signature.client.core.PAdESReference;
import no.digipost.signature.client.core.PollingQueue;
import no.digipost.signature.client.core.Sender;
import no.digipost.signature.client.core.exceptions.BrokerNotAuthorizedException;
import no.digipost.signature.client.core.exceptions.DocumentsNotDeletableException;
import no.digipost.signature.client.core.exceptions.JobCannotBeCancelledException;
import no.digipost.signature.client.core.exceptions.NotCancellableException;
import no.digipost.signature.client.core.exceptions.SenderNotSpecifiedException;
import no.digipost.signature.client.core.exceptions.TooEagerPollingException;
import no.digipost.signature.client.core.exceptions.UnexpectedResponseException;
import no.digipost.signature.client.portal.Notifications;
import no.digipost.signature.client.portal.PortalClient;
import no.digipost.signature.client.portal.PortalDocument;
import no.digipost.signature.client.portal.PortalJob;
import no.digipost.signature.client.portal.PortalJobResponse;
import no.digipost.signature.client.portal.PortalJobStatus;
import no.digipost.signature.client.portal.PortalJobStatusChanged;
import no.digipost.signature.client.portal.PortalSigner;
import no.digipost.signature.client.portal.SignatureStatus;
import no.digipost.signature.client.portal.SignerIdentifier;
import no.digipost.signature.client.security.KeyStoreConfig;
import no.digipost.signature.jaxb.SignatureMarshalException;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * Posten's official client against the local portal. Prints one line per promise, `ok` or `not ok`; exit code 1 when
 * one did not hold. Arguments: API root, organisation, PKCS#12, folder of trust anchors, control endpoint, folder of
 * PDFs to send, folder for what is received.
 */
public final class Interop {
    private static final String INGRID = "14838511091";
    private static final String OLAV = "02917112145";
    private static final String AMINA = "23869213241";
    private static final String RESERVED = "05857717076";
    private static final String UNREACHABLE = "19888018363";
    private static final String NAMELESS = "11826819105";
    private static final String OTHER_ORGANISATION = "310000027";
    private static final String PRIVATE_ORGANISATION = "010000011";

    private final URI root;
    private final String organisation;
    private final KeyStoreConfig keys;
    private final Path anchors;
    private final String control;
    private final Path pdfs;
    private final Path received;
    private final ClientConfiguration configuration;
    private final PortalClient client;
    private final HttpClient plain = HttpClient.newHttpClient();
    private int failed = 0;

    private Interop(String[] args) throws IOException {
        root = URI.create(args[0]);
        organisation = args[1];
        try (InputStream stored = Files.newInputStream(Path.of(args[2]))) {
            keys = KeyStoreConfig.fromOrganizationCertificate(stored, "interop");
        }
        anchors = Path.of(args[3]);
        control = args[4];
        pdfs = Path.of(args[5]);
        received = Path.of(args[6]);
        configuration = configured().build();
        client = new PortalClient(configuration);
    }

    public static void main(String[] args) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        Interop interop = new Interop(args);
        interop.run();
        System.exit(interop.failed == 0 ? 0 : 1);
    }

    private ClientConfiguration.Builder configured() {
        return ClientConfiguration.builder(keys)
                .serviceEnvironment(new ServiceEnvironment("local portal", root, List.of(anchors.toString())))
                .defaultSender(new Sender(organisation))
                .includeInUserAgent("interop");
    }

    private void run() throws Exception {
        control("modes", "{\"rateLimit\":false}");
        wholeFlow();
        cancelling();
        everyEnd();
        styles();
        brokers();
        privateSender();
        ownValidation();
        refusals();
        strangers();
        manyAtOnce();
        deleting();
        tooOften();
    }

    private void wholeFlow() throws Exception {
        Sender queue = sender("hele");
        String reference = UUID.randomUUID().toString();
        PortalJob job = PortalJob.builder(
                        "Avtale om støttekontakt – «prøve» & <test>",
                        List.of(document("Avtale: æøå & <b>", "letter.pdf"), document("Vedlegg 1 (§ 2)", "second.pdf"),
                                document("Vedlegg 2", "third.pdf")),
                        List.of(
                                PortalSigner.identifiedByPersonalIdentificationNumber(INGRID, EMAIL_AND_SMS)
                                        .withOrder(1).onBehalfOf(OnBehalfOf.SELF)
                                        .withSignatureType(AUTHENTICATED_SIGNATURE).build(),
                                PortalSigner.identifiedByPersonalIdentificationNumber(OLAV,
                                                Notifications.builder().withEmailTo("olav@example.com").withSmsTo("+4799999999").build())
                                        .withOrder(2).onBehalfOf(OnBehalfOf.OTHER)
                                        .withSignatureType(AUTHENTICATED_SIGNATURE).build()))
                .withReference(reference)
                .withSender(queue)
                .withNonsensitiveTitle("Dokument fra kommunen")
                .withDescription("Les og signer. Takk!")
                .requireAuthentication(AuthenticationLevel.FOUR)
                .withIdentifierInSignedDocuments(IdentifierInSignedDocuments.PERSONAL_IDENTIFICATION_NUMBER_AND_NAME)
                .withActivationTime(Instant.now())
                .availableFor(Duration.ofDays(30))
                .build();
        PortalJobResponse created = client.create(job);
        check("a job is created with id, reference and cancellation address",
                created.getSignatureJobId() > 0 && reference.equals(created.getReference()) && created.getCancellationUrl() != null);

        PortalJobStatusChanged nothing = client.getStatusChange(queue);
        check("a queue without news says so, and when to ask again",
                nothing.is(PortalJobStatus.NO_CHANGES) && nothing.getNextPermittedPollTime().isAfter(Instant.now()));
        fails("asking earlier is too eager", TooEagerPollingException.class, () -> client.getStatusChange(queue));
        check("the default queue does not see the job of a named one", client.getStatusChange().is(PortalJobStatus.NO_CHANGES));

        check("the second group cannot sign before the first", devmodesign(created, OLAV) == 409);
        check("the first signs", devmodesign(created, INGRID) == 204);
        PortalJobStatusChanged half = awaitChange(queue);
        check("the first signature is news of a job in progress",
                half.is(PortalJobStatus.IN_PROGRESS) && half.getSignatureJobId() == created.getSignatureJobId()
                        && reference.equals(half.getReference()) && half.getSignatures().size() == 2);
        check("signers are found by their number",
                half.getSignatureFrom(SignerIdentifier.identifiedByPersonalIdentificationNumber(INGRID)).getStatus().equals(SignatureStatus.SIGNED)
                        && half.getSignatureFrom(SignerIdentifier.identifiedByPersonalIdentificationNumber(OLAV)).getStatus().equals(SignatureStatus.WAITING));
        check("a signature has its time",
                Duration.between(half.getSignatures().get(0).getStatusDateTime(), Instant.now()).abs().toMinutes() < 5);
        check("a job in progress can be cancelled and not deleted",
                half.getCancellationUrl() != null && half.getDeleteDocumentsUrl() == null);
        client.confirm(half);

        check("the second signs", devmodesign(created, OLAV) == 204);
        PortalJobStatusChanged done = awaitChange(queue);
        check("the job is completed with both signatures", done.is(PortalJobStatus.COMPLETED_SUCCESSFULLY)
                && done.isPAdESAvailable() && done.getSignatures().stream().allMatch(one -> one.getStatus().equals(SignatureStatus.SIGNED)));
        long announced;
        byte[] pades;
        try (var stream = client.getPAdES(done.getpAdESUrl())) {
            announced = stream.getContentLength();
            pades = stream.readAllBytes();
        }
        check("the signed document comes with its length", announced == pades.length && starts(pades, "%PDF-"));
        Files.write(received.resolve("signed.pdf"), pades);
        int number = 0;
        for (var signature : done.getSignatures()) {
            try (var stream = client.getXAdES(signature.getxAdESUrl())) {
                byte[] xades = stream.readAllBytes();
                check("XAdES " + ++number + " is XML", new String(xades, 0, 200, "UTF-8").startsWith("<?xml"));
                Files.write(received.resolve("signature-" + number + ".xml"), xades);
            }
        }
        check("a completed job cannot be cancelled", done.getCancellationUrl() == null);
        fails("which the client knows", NotCancellableException.class, () -> { client.cancel(done); return null; });
        fails("its old cancellation address neither", JobCannotBeCancelledException.class, () -> { client.cancel(created); return null; });
        client.confirm(done);
        client.confirm(done);
        check("what is confirmed does not come again", awaitPollTime(queue).is(PortalJobStatus.NO_CHANGES));
    }

    private void cancelling() throws Exception {
        Sender queue = sender("avbrutt");
        for (int status : new int[] {204, 200}) {
            control("modes", "{\"cancelStatus\":" + status + "}");
            PortalJobResponse created = client.create(simple("Avbrytes", queue, INGRID).build());
            client.cancel(created);
            PortalJobStatusChanged change = awaitChange(queue);
            check("a cancelled job fails with its signers cancelled (answer " + status + ")",
                    change.is(PortalJobStatus.FAILED) && change.getSignatures().get(0).getStatus().equals(SignatureStatus.CANCELLED)
                            && !change.isPAdESAvailable() && change.getSignatures().get(0).getxAdESUrl() == null);
            fails("to cancel once more is a conflict (answer " + status + ")", JobCannotBeCancelledException.class,
                    () -> { client.cancel(created); return null; });
            client.confirm(change);
        }
        PortalJob later = simple("Åpner i morgen", queue, INGRID)
                .withActivationTime(Instant.now().plus(Duration.ofDays(1))).availableFor(Duration.ofDays(3)).build();
        PortalJobResponse waiting = client.create(later);
        check("nobody signs before the activation time", devmodesign(waiting, INGRID) == 409);
        client.cancel(waiting);
        client.confirm(awaitChange(queue));
    }

    private void everyEnd() throws Exception {
        Sender queue = sender("utfall");
        String[][] ends = {
            {"reject", "REJECTED"}, {"block", "BLOCKED"}, {"reserve", "RESERVED"},
            {"contact-missing", "CONTACT_INFORMATION_MISSING"}, {"name-not-available", "SIGNERS_NAME_NOT_AVAILABLE"},
        };
        for (String[] end : ends) {
            PortalJobResponse created = client.create(simple("Utfall", queue, INGRID, OLAV).build());
            act(created, INGRID, end[0]);
            PortalJobStatusChanged change = awaitChange(queue);
            check(end[1] + " ends the job for the others too", change.is(PortalJobStatus.FAILED)
                    && end[1].equals(statusOf(change, INGRID)) && "NOT_APPLICABLE".equals(statusOf(change, OLAV)));
            client.confirm(change);
        }
        String[][] register = {{RESERVED, "RESERVED"}, {UNREACHABLE, "CONTACT_INFORMATION_MISSING"}};
        for (String[] person : register) {
            client.create(simple("Register", queue, person[0], AMINA).build());
            PortalJobStatusChanged change = awaitChange(queue);
            check("the register's answer comes as " + person[1],
                    change.is(PortalJobStatus.FAILED) && person[1].equals(statusOf(change, person[0])));
            client.confirm(change);
        }
        PortalJobResponse nameless = client.create(simple("Uten navn", queue, NAMELESS).build());
        devmodesign(nameless, NAMELESS);
        PortalJobStatusChanged change = awaitChange(queue);
        check("a signer without a name ends the job", "SIGNERS_NAME_NOT_AVAILABLE".equals(statusOf(change, NAMELESS)));
        client.confirm(change);

        PortalJobResponse strange = client.create(simple("Ukjent", queue, INGRID, OLAV).build());
        control("modes", "{\"unknownSignerStatus\":\"SOMETHING_NEW\"}");
        devmodesign(strange, INGRID);
        PortalJobStatusChanged unknown = awaitChange(queue);
        check("a status nobody knows yet is carried as it is", "SOMETHING_NEW".equals(statusOf(unknown, OLAV)));
        client.confirm(unknown);
        control("modes", "{\"unknownSignerStatus\":\"WAITING\"}");
        client.cancel(strange);
        client.confirm(awaitChange(queue));
    }

    private void styles() throws Exception {
        for (String style : List.of("default", "ns4")) {
            for (String confirm : List.of("complete", "status/complete")) {
                control("modes", "{\"namespaceStyle\":\"" + style + "\",\"confirmPath\":\"" + confirm + "\"}");
                Sender queue = sender("stil " + style + "/" + confirm);
                PortalJobResponse created = client.create(simple("Stil", queue, INGRID).build());
                devmodesign(created, INGRID);
                PortalJobStatusChanged change = awaitChange(queue);
                client.confirm(change);
                check("style " + style + ", confirmed at " + confirm + ", in a queue with a space and a slash",
                        change.is(PortalJobStatus.COMPLETED_SUCCESSFULLY)
                                && change.getConfirmationReference().getConfirmationUrl().toString().endsWith(confirm)
                                && awaitPollTime(queue).is(PortalJobStatus.NO_CHANGES));
            }
        }
        control("modes", "{\"namespaceStyle\":\"default\",\"confirmPath\":\"complete\"}");
    }

    private void brokers() throws Exception {
        control("sender", "{\"organisation\":\"" + OTHER_ORGANISATION + "\"}");
        Sender other = new Sender(OTHER_ORGANISATION, PollingQueue.of("megler"));
        PortalJob job = simple("For en annen", other, INGRID).build();
        fails("a broker without leave is turned away", BrokerNotAuthorizedException.class, () -> client.create(job));
        fails("also when polling", BrokerNotAuthorizedException.class, () -> client.getStatusChange(other));
        control("broker", "{\"broker\":\"" + organisation + "\",\"senders\":[\"" + OTHER_ORGANISATION + "\",\"" + PRIVATE_ORGANISATION + "\"]}");
        PortalJobResponse created = client.create(job);
        client.cancel(created);
        PortalJobStatusChanged change = awaitChange(other);
        check("a broker with leave sends, cancels and polls", change.getSignatureJobId() == created.getSignatureJobId());
        client.confirm(change);
    }

    private void privateSender() throws Exception {
        control("sender", "{\"organisation\":\"" + PRIVATE_ORGANISATION + "\"}");
        Sender queue = new Sender(PRIVATE_ORGANISATION, PollingQueue.of("privat"));
        PortalJob job = PortalJob.builder("Privat avtale",
                        List.of(document("Én", "letter.pdf"), document("To", "second.pdf")),
                        List.of(
                                PortalSigner.identifiedByEmailAndMobileNumber("per@example.com", "99999999")
                                        .withSignatureType(ADVANCED_SIGNATURE).build(),
                                PortalSigner.identifiedByEmail("mette@example.com").build(),
                                PortalSigner.identifiedByMobileNumber("+4798765432").build()))
                .withSender(queue)
                .withIdentifierInSignedDocuments(IdentifierInSignedDocuments.DATE_OF_BIRTH_AND_NAME)
                .build();
        PortalJobResponse created = client.create(job);
        check("a job without reference has none", created.getReference() == null);
        act(created, "per@example.com", "sign");
        PortalJobStatusChanged change = awaitChange(queue);
        check("signers known by contact data alone are found by it",
                change.getSignatureFrom(SignerIdentifier.identifiedByEmailAddressAndMobileNumber("per@example.com", "99999999"))
                                .getStatus().equals(SignatureStatus.SIGNED)
                        && change.getSignatureFrom(SignerIdentifier.identifiedByEmailAddress("mette@example.com")).getStatus().equals(SignatureStatus.WAITING)
                        && change.getSignatureFrom(SignerIdentifier.identifiedByMobileNumber("+4798765432")).getStatus().equals(SignatureStatus.WAITING));
        client.confirm(change);
        client.cancel(change);
        client.confirm(awaitChange(queue));
    }

    private void ownValidation() {
        fails("the client refuses lookup for who signs on behalf of another", IllegalStateException.class,
                () -> PortalSigner.identifiedByPersonalIdentificationNumber(INGRID, EMAIL_ONLY).onBehalfOf(OnBehalfOf.OTHER).build());
        fails("the client refuses notifications to nowhere", IllegalStateException.class, () -> Notifications.builder().build());
        PortalClient nobody = new PortalClient(ClientConfiguration.builder(keys)
                .serviceEnvironment(new ServiceEnvironment("local portal", root, List.of(anchors.toString()))).build());
        fails("the client refuses a job without sender", SenderNotSpecifiedException.class,
                () -> nobody.create(PortalJob.builder("Uten avsender", document("A", "letter.pdf"), signer(INGRID)).build()));
        fails("the client refuses what the schema refuses", SignatureMarshalException.class,
                () -> client.create(simple("x".repeat(81), sender("nei"), INGRID).build()));
        fails("the client refuses to delete without an address", DocumentsNotDeletableException.class,
                () -> { client.deleteDocuments(null); return null; });
    }

    private void refusals() {
        Sender queue = sender("nei");
        refused("a wrong identity number", 400, () -> client.create(simple("Feil", queue, "14838511092").build()));
        refused("the same signer twice", 400, () -> client.create(simple("Feil", queue, INGRID, INGRID).build()));
        refused("an availability over 90 days", 400,
                () -> client.create(simple("Feil", queue, INGRID).availableFor(Duration.ofDays(91)).build()));
        refused("plain text", 400, () -> client.create(PortalJob.builder("Feil",
                PortalDocument.builder("Tekst", "hei".getBytes()).type(DocumentType.TXT).build(), signer(INGRID)).withSender(queue).build()));
        refused("a PDF that is none", 400, () -> client.create(PortalJob.builder("Feil",
                PortalDocument.builder("Tekst", "hei".getBytes()).build(), signer(INGRID)).withSender(queue).build()));
        refused("documents over the limit", 400, () -> client.create(PortalJob.builder("Feil",
                PortalDocument.builder("Stor", new byte[10_485_761]).build(), signer(INGRID)).withSender(queue).build()));
        refused("an unknown job's document", 404,
                () -> client.getPAdES(PAdESReference.of(URI.create(root + "/" + organisation + "/portal/signature-jobs/999999/pades"))));
        refused("an unknown archived document", 404,
                () -> new ArchiveClient(configuration).getPAdES(ArchiveOwner.ofOrganizationNumber(organisation), "unknown"));
        refused("a signing time a minute off", 400, () -> new PortalClient(configured()
                .clock(java.time.Clock.offset(java.time.Clock.systemUTC(), Duration.ofMinutes(-1))).build())
                .create(simple("Sen", queue, INGRID).build()));
    }

    private void strangers() {
        PortalJob job = simple("Feil vei", sender("fremmed"), INGRID).build();
        failsWith("a server of another organisation is not spoken with", "Untrusted server certificate",
                () -> new PortalClient(configured().serverOrganizationNumber("310845205").build()).create(job));
        failsWith("a server of another authority is not spoken with", "SSL handshake",
                () -> new PortalClient(configured().serviceEnvironment(ServiceEnvironment.PRODUCTION.withServiceUrl(root)).build()).create(job));
    }

    private void manyAtOnce() throws Exception {
        Sender queue = sender("mange");
        int many = 8;
        List<Long> made = java.util.stream.IntStream.range(0, many).parallel()
                .mapToObj(number -> client.create(simple("Nummer " + number, queue, INGRID).build()))
                .peek(created -> devmodesign(created, INGRID))
                .map(PortalJobResponse::getSignatureJobId).sorted().toList();
        List<Long> seen = new ArrayList<>();
        List<PAdESReference> signed = new ArrayList<>();
        for (int at = 0; at < many; at++) {
            PortalJobStatusChanged change = client.getStatusChange(queue);
            seen.add(change.getSignatureJobId());
            signed.add(change.getpAdESUrl());
            client.confirm(change);
        }
        check(many + " jobs made at once come one after another without waiting", seen.stream().sorted().toList().equals(made));
        long whole = signed.parallelStream().filter(reference -> {
            try (var stream = client.getPAdES(reference)) {
                return starts(stream.readAllBytes(), "%PDF-");
            } catch (IOException fault) {
                return false;
            }
        }).count();
        check("their documents are fetched at once", whole == many);
    }

    private void deleting() throws Exception {
        Sender queue = sender("slettes");
        PortalJobResponse created = client.create(simple("Slettes", queue, INGRID).build());
        devmodesign(created, INGRID);
        PortalJobStatusChanged done = awaitChange(queue);
        check("a completed job names where its documents are deleted", done.getDeleteDocumentsUrl() != null);
        refused("deleting within a day", 409, () -> { client.deleteDocuments(done.getDeleteDocumentsUrl()); return null; });
        control("clock", "{\"advanceSeconds\":90000}");
        client.deleteDocuments(done.getDeleteDocumentsUrl());
        refused("a deleted document", 404, () -> client.getPAdES(done.getpAdESUrl()));
        control("clock", "{\"offsetSeconds\":0}");
        client.confirm(done);
    }

    private void tooOften() throws Exception {
        control("modes", "{\"rateLimit\":true}");
        Sender queue = sender("ofte");
        List<Class<?>> faults = new ArrayList<>();
        for (int call = 0; call < 12; call++) {
            PortalJobStatusChanged[] got = new PortalJobStatusChanged[1];
            try {
                got[0] = client.getStatusChange(new Sender(organisation, PollingQueue.of("ofte " + call)));
            } catch (TooEagerPollingException fault) {
                faults.add(fault.getClass());
            }
        }
        check("more than ten calls in a second are too many", !faults.isEmpty());
        refused("a create while blocked", 429, () -> client.create(simple("For ofte", queue, INGRID).build()));
        control("modes", "{\"rateLimit\":false}");
    }

    private PortalJob.Builder simple(String title, Sender sender, String... numbers) {
        List<PortalSigner> signers = java.util.Arrays.stream(numbers).map(this::signer).toList();
        return PortalJob.builder(title, List.of(document("Brev", "letter.pdf")), signers).withSender(sender);
    }

    private PortalSigner signer(String number) {
        return PortalSigner.identifiedByPersonalIdentificationNumber(number, EMAIL_ONLY).build();
    }

    private Sender sender(String queue) {
        return new Sender(organisation, PollingQueue.of(queue));
    }

    private PortalDocument document(String title, String file) {
        try {
            return PortalDocument.builder(title, Files.readAllBytes(pdfs.resolve(file))).build();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    /** Signs the way the client's own smoke tests do, with the client's own connection. */
    private int devmodesign(PortalJobResponse job, String person) {
        URI at = root.resolve("/web/portal/signature-jobs/" + job.getSignatureJobId() + "/devmodesign?signer=" + URLEncoder.encode(person, StandardCharsets.UTF_8));
        try {
            return configuration.defaultHttpClient().execute(
                    ClassicRequestBuilder.post(at).build(), answer -> answer.getCode());
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private void act(PortalJobResponse job, String person, String action) throws Exception {
        control("act", "{\"job\":" + job.getSignatureJobId() + ",\"signer\":\"" + person + "\",\"action\":\"" + action + "\"}");
    }

    private void control(String command, String json) throws Exception {
        HttpResponse<String> answer = plain.send(HttpRequest.newBuilder(URI.create(control + "/" + command))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(command + ": " + answer.body());
    }

    /** Polls no earlier than the portal allows until there is news. */
    private PortalJobStatusChanged awaitChange(Sender queue) throws Exception {
        for (int round = 0; round < 20; round++) {
            PortalJobStatusChanged change = awaitPollTime(queue);
            if (!change.is(PortalJobStatus.NO_CHANGES)) return change;
            nextPoll = change.getNextPermittedPollTime();
        }
        throw new IllegalStateException("no news in " + queue);
    }

    private Instant nextPoll = Instant.now();

    private PortalJobStatusChanged awaitPollTime(Sender queue) throws Exception {
        for (;;) {
            long wait = Duration.between(Instant.now(), nextPoll).toMillis();
            if (wait > 0) Thread.sleep(wait + 5);
            try {
                return client.getStatusChange(queue);
            } catch (TooEagerPollingException fault) {
                nextPoll = Instant.now().plusMillis(2_000);
            }
        }
    }

    // Not Signature.is(…): in 7.0.4 it compares by identity, and what comes from the wire is never its constants.
    private static String statusOf(PortalJobStatusChanged change, String number) {
        return change.getSignatureFrom(SignerIdentifier.identifiedByPersonalIdentificationNumber(number)).getStatus().getIdentifier();
    }

    private static boolean starts(byte[] bytes, String text) {
        return bytes.length > text.length() && new String(bytes, 0, text.length()).equals(text);
    }

    private void check(String promise, boolean holds) {
        System.out.println((holds ? "ok " : "not ok ") + promise);
        if (!holds) failed++;
    }

    private void fails(String promise, Class<? extends Exception> kind, Callable<?> work) {
        Exception fault = faultOf(work);
        check(promise + (kind.isInstance(fault) ? "" : " (got " + fault + ")"), kind.isInstance(fault));
    }

    private void failsWith(String promise, String words, Callable<?> work) {
        Exception fault = faultOf(work);
        boolean found = false;
        for (Throwable one = fault; one != null; one = one.getCause()) found |= String.valueOf(one.getMessage()).contains(words);
        check(promise + (found ? "" : " (got " + fault + ")"), found);
    }

    /** The client must be able to read the refusal as the service's own error, not only as a status. */
    private void refused(String what, int status, Callable<?> work) {
        Exception fault = faultOf(work);
        if (!(fault instanceof UnexpectedResponseException said)) {
            check(what + " is refused (got " + fault + ")", false);
            return;
        }
        boolean readable = status == 429 || (said.getErrorCode() != null && said.getErrorMessage() != null);
        check(what + " is refused: " + said.httpStatusCode() + " " + said.getErrorCode() + ", " + said.getErrorMessage(),
                said.isHttpStatusCode(status) && readable);
    }

    private static Exception faultOf(Callable<?> work) {
        try {
            work.call();
            return null;
        } catch (Exception fault) {
            return fault;
        }
    }
}
