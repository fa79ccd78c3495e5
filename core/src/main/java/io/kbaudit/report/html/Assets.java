package io.kbaudit.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is embedded in the page, and the policy that lets a browser run that and nothing else: it
 * loads nothing, from nowhere, and sends nothing.
 *
 * @param style the style sheet
 * @param script that filters and sorts
 */
record Assets(String style, String script) {
  /** What every page has. */
  private static final String PAGE = "page.css";

  private static final String AUDIT = "report.css";
  private static final String AUDIT_SCRIPT = "report.js";
  private static final String COMPARISON = "comparison.css";
  private static final String PLAN = "plan.css";

  static Assets read() {
    return new Assets(resources(PAGE, AUDIT), resources(AUDIT_SCRIPT));
  }

  /** Returns those of a page that says, too, what differs from an earlier audit. */
  static Assets withComparison() {
    return new Assets(resources(PAGE, AUDIT, COMPARISON), resources(AUDIT_SCRIPT));
  }

  /** Returns those of the page of two audits, which has no script. */
  static Assets ofComparison() {
    return new Assets(resources(PAGE, COMPARISON), "");
  }

  /** Returns those of the page of a plan, which has no script either. */
  static Assets ofPlan() {
    return new Assets(resources(PAGE, PLAN), "");
  }

  /** Returns the Content-Security-Policy (level 3): inline code is known by its digest. */
  String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + digest(style)
        + "'; script-src 'sha256-"
        + digest(script)
        + "'; base-uri 'none'; form-action 'none'";
  }

  /** Returns the policy of a page that has the style sheet alone. */
  String policyWithoutScript() {
    return "default-src 'none'; style-src 'sha256-"
        + digest(style)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Returns what is in these files, one after the other, a line between each two. */
  private static String resources(String... names) {
    return Stream.of(names).map(Assets::resource).collect(joining("\n"));
  }

  private static String resource(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the installation is damaged: " + name, e);
    }
  }
}
