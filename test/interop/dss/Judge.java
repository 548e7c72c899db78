import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Judges every PDF of a folder by EU DSS: one line each, file, indication, reason. Arguments: folder, anchor, time. */
public final class Judge {
  public static void main(String[] words) throws Exception {
    var trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(DSSUtils.loadCertificate(new File(words[1])));
    var policy = policy();
    var files = new File(words[0]).listFiles((folder, name) -> name.endsWith(".pdf"));
    java.util.Arrays.sort(files);
    for (var file : files) {
      System.out.println(file.getName() + "\t" + judge(file, trusted, policy, Date.from(Instant.parse(words[2]))));
    }
  }

  private static String judge(File file, CommonTrustedCertificateSource trusted, String policy, Date at) {
    try {
      var verifier = new CommonCertificateVerifier();
      verifier.setTrustedCertSources(trusted);
      verifier.setAIASource(null);
      var validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
      validator.setCertificateVerifier(verifier);
      validator.setValidationTime(at);
      var reports = validator.validateDocument(new ByteArrayInputStream(policy.getBytes(StandardCharsets.UTF_8)));
      var report = reports.getSimpleReport();
      var ids = report.getSignatureIdList();
      if (ids.isEmpty()) return "NO_SIGNATURE\t";
      var id = ids.get(ids.size() - 1);
      var wrapper = reports.getDiagnosticData().getSignatureById(id);
      var changed = wrapper.arePdfObjectModificationsDetected()
          ? " changes: " + wrapper.getPdfUndefinedChanges().size() + " undefined, " + wrapper.getPdfAnnotationChanges().size() + " annotations, "
              + wrapper.getPdfSignatureOrFormFillChanges().size() + " fields, " + wrapper.getPdfExtensionChanges().size() + " extensions"
          : "";
      return report.getIndication(id) + "\t" + report.getSubIndication(id) + changed;
    } catch (Throwable fault) {
      return "UNREADABLE\t" + fault.getClass().getSimpleName();
    }
  }

  /** The default policy, but without asking the network for revocation, as Segl and pyHanko judge here. */
  private static String policy() throws Exception {
    try (var stream = Judge.class.getResourceAsStream("/policy/constraint.xml")) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text
          .replaceAll("<RevocationDataAvailable Level=\"[A-Z]+\"", "<RevocationDataAvailable Level=\"IGNORE\"")
          .replaceAll("<AcceptableRevocationDataFound Level=\"[A-Z]+\"", "<AcceptableRevocationDataFound Level=\"IGNORE\"");
    }
  }
}
