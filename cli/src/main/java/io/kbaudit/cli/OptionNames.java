package io.kbaudit.cli;

import io.kbaudit.report.Choice;
import java.util.Optional;

/** By which option, or command, each choice is made that reports speak of. */
final class OptionNames {
  private OptionNames() {}

  static Optional<String> find(Choice choice) {
    return Optional.of(
        switch (choice) {
          case ACCEPTANCE -> "--accept";
          case ARTICLE_REMARKS -> "'kbaudit article check'";
          case CATALOGS -> "--catalog";
          case CHECKS -> "--skip";
          case DATE_ORDER -> "--dates";
          case DETAIL -> "--verbose";
          case EVERY_LOCATION -> "--complete";
          case FOLDERS_BELOW -> "--recursive";
          case GROUP -> "--group";
          case LANGUAGE -> "--language";
          case LINKS -> "--follow-links";
          case PLATFORM -> "--platform";
          case PROPERTIES -> "--properties";
          case PROVENANCE -> "--provenance";
          case PUBLISHERS -> "--publisher";
          case REVOCATIONS -> "--crl";
          case SOURCE_ZONE -> "--source-zone";
          case TABLES -> "--tables";
          case TIMEOUT -> "--timeout";
          case TRUSTED_ROOTS -> "--trust";
          case UNLISTED_FILES -> "--unlisted";
          case WHOLE_COMPARISON, WHOLE_IDENTIFICATION, WHOLE_PLAN -> "--report json";
        });
  }
}
