package io.kbaudit.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kbaudit.audit.JudgedWaivers;
import io.kbaudit.audit.Waiver;
import io.kbaudit.file.FileName;
import io.kbaudit.record.ArticleRecord;
import io.kbaudit.report.Term;
import io.kbaudit.report.finding.Fingerprint;
import io.kbaudit.report.finding.Fingerprint.Ordinals;
import io.kbaudit.report.finding.WaiverLines;
import io.kbaudit.report.sarif.SarifResult.Found;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.util.Optional;

/** What waivers come to that cover nothing: a result for each, which changes no verdict. */
final class SarifWaivers {
  /** The id of the folder that the list of waivers is in. */
  static final String FOLDER = "WAIVERS";

  private SarifWaivers() {}

  static void write(JsonGenerator json, ArticleRecord article, JudgedWaivers waivers)
      throws IOException {
    Ordinals alike = new Ordinals();
    for (JudgedWaivers.Use idle : waivers.idle()) {
      Waiver waiver = idle.waiver();
      String[] identity = {
        article.label(),
        "waiver",
        idle.state().name(),
        waiver.location().map(name -> "=" + name).orElse(""),
        waiver.file().map(FileName::canonical).orElse(""),
        WaiverLines.findings(waiver)
      };
      result(waivers, idle, Fingerprint.of(numbered(identity, alike.next(identity)))).write(json);
    }
  }

  private static String[] numbered(String[] identity, int ordinal) {
    String[] numbered = new String[identity.length + 1];
    System.arraycopy(identity, 0, numbered, 0, identity.length);
    numbered[identity.length] = Integer.toString(ordinal);
    return numbered;
  }

  private static SarifResult result(
      JudgedWaivers waivers, JudgedWaivers.Use idle, Fingerprint fingerprint) {
    Waiver waiver = idle.waiver();
    String sentence =
        "The waiver of "
            + WaiverLines.findings(waiver)
            + " of "
            + Printable.quoted(WaiverLines.file(waiver))
            + ", "
            + WaiverLines.where(waivers, waiver)
            + ", covers nothing: "
            + WaiverLines.why(waivers, idle);
    return new SarifResult(
        Found.noted(Term.of(idle.state()), sentence),
        waiver.location().map(Printable::line),
        Optional.empty(),
        new SarifLocation(UriText.element(waivers.source()), FOLDER, waiver.line()),
        Optional.empty(),
        fingerprint,
        SarifSuppression.none(true));
  }
}
