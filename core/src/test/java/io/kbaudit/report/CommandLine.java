package io.kbaudit.report;

import java.util.Locale;
import java.util.Optional;

/** What the command line calls the choices that it offers, whose reports the golden files are. */
public final class CommandLine {
  private CommandLine() {}

  /** Returns the option, or the command. */
  public static Optional<String> find(Choice choice) {
    return Optional.of(
        switch (choice) {
          case ACCEPTANCE -> "--accept";
          case ARTICLE_REMARKS -> "'kbaudit article check'";
          case CATALOGS -> "--catalog";
          case CHECKS -> "--skip";
          case DATE_ORDER -> "--dates";
          case DETAIL -> "--verbose";
          case EVERY_LOCATION -> "--complete";
          case PUBLISHERS -> "--publisher";
          case REVOCATIONS -> "--crl";
          case TRUSTED_ROOTS -> "--trust";
          case UNLISTED_FILES -> "--unlisted";
          case WHOLE_COMPARISON, WHOLE_IDENTIFICATION, WHOLE_PLAN -> "--report json";
          default -> "--" + choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        });
  }
}
