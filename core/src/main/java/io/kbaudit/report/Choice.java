package io.kbaudit.report;

/**
 * What whoever asks for an audit, or a report, may choose, and texts of reports speak of in plain
 * words. What offers it has a name for it, which {@link ChoiceNames} knows.
 */
public enum Choice {
  /** Whether files must be exactly as listed, or later ones will do. */
  ACCEPTANCE,
  /** All that is to be remarked on an article. */
  ARTICLE_REMARKS,
  /** In which catalogs files are looked for. */
  CATALOGS,
  /** Which checks are made. */
  CHECKS,
  /** Whether an article's ambiguous dates have the day or the month first. */
  DATE_ORDER,
  /** How much a report tells. */
  DETAIL,
  /** Whether the folders below are audited too. */
  FOLDERS_BELOW,
  /** Whether every location of the profile is to be audited. */
  EVERY_LOCATION,
  /** The heading under which rows stand. */
  GROUP,
  /** Of which language rows are. */
  LANGUAGE,
  /** Whether links out of a folder are followed. */
  LINKS,
  /** For which platform rows are. */
  PLATFORM,
  /** All properties of a Windows Installer file. */
  PROPERTIES,
  /** Whether it is said when, where and by whom an audit was made. */
  PROVENANCE,
  /** Who is to have signed files. */
  PUBLISHERS,
  /** Which lists of revoked certificates count. */
  REVOCATIONS,
  /** The zone whose local times files carry. */
  SOURCE_ZONE,
  /** The names of all tables of a Windows Installer file. */
  TABLES,
  /** How long a file may take to be read. */
  TIMEOUT,
  /** Which roots are trusted to vouch for signers, besides those of Java. */
  TRUSTED_ROOTS,
  /** Whether files that the article does not list may be there. */
  UNLISTED_FILES,
  /** All that differs between two audits, however much. */
  WHOLE_COMPARISON,
  /** All rows that list a file, however many. */
  WHOLE_IDENTIFICATION,
  /** All files of a plan, also those that it leaves alone. */
  WHOLE_PLAN
}
