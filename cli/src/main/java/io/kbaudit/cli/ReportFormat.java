package io.kbaudit.cli;

/** The formats of reports, by the words that ask for them. */
enum ReportFormat {
  /** For people, on a screen. */
  TEXT,
  /** All there is, for programs. */
  JSON,
  /** For build servers. */
  JUNIT,
  /** For code scanning. */
  SARIF,
  /** Rows alone, for spreadsheets. */
  CSV,
  /** A page for people. */
  HTML,
  /** For node_exporter's textfile collector. */
  PROMETHEUS,
  /** For monitoring. */
  NAGIOS,
  /** For tickets and summaries. */
  MARKDOWN
}
