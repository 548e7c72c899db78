package segl;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import no.digipost.signature.client.ClientConfiguration;
import no.digipost.signature.client.asice.CreateASiCE;
import no.digipost.signature.client.asice.manifest.CreatePortalManifest;
import no.digipost.signature.client.core.Sender;
import no.digipost.signature.client.core.internal.MaySpecifySender;
import no.digipost.signature.client.portal.NotificationsUsingLookup;
import no.digipost.signature.client.portal.PortalDocument;
import no.digipost.signature.client.portal.PortalJob;
import no.digipost.signature.client.portal.PortalSigner;
import no.digipost.signature.client.security.KeyStoreConfig;

/** Median milliseconds of the official client's signed bundle, warm. Arguments: PKCS#12, PDF, rounds, warm-up. */
public final class BundleBench {
    private BundleBench() {}

    public static void main(String[] args) throws Exception {
        KeyStoreConfig keys;
        try (InputStream stored = Files.newInputStream(Path.of(args[0]))) {
            keys = KeyStoreConfig.fromOrganizationCertificate(stored, "interop");
        }
        byte[] pdf = Files.readAllBytes(Path.of(args[1]));
        int rounds = Integer.parseInt(args[2]);
        int warmUp = Integer.parseInt(args[3]);
        ClientConfiguration configuration = ClientConfiguration.builder(keys).defaultSender(new Sender("310845205")).build();
        MaySpecifySender sender = configuration.getDefaultSender();
        CreateASiCE<PortalJob> create = new CreateASiCE<>(new CreatePortalManifest(sender, Clock.systemUTC()), configuration);
        double[] times = new double[rounds];
        long bytes = 0;
        for (int round = -warmUp; round < rounds; round++) {
            long start = System.nanoTime();
            PortalJob job = PortalJob.builder("Arbeidsavtale", PortalDocument.builder("Arbeidsavtale", pdf).build(),
                    PortalSigner.identifiedByPersonalIdentificationNumber("14838511091", NotificationsUsingLookup.EMAIL_ONLY).build())
                    .withReference("oppdrag").build();
            bytes += create.createASiCE(job).toByteArray().length;
            if (round >= 0) times[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.println("{\"medianMs\":" + times[rounds / 2] + ",\"bytes\":" + bytes / (rounds + warmUp) + "}");
    }
}
