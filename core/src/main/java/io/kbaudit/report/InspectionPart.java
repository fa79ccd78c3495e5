package io.kbaudit.report;

/** The parts of an inspection that can be asked for one by one. */
public enum InspectionPart {
  /** The summary information. */
  SUMMARY,
  /** The properties of the database. */
  PROPERTIES,
  /** The tables of the database, by name. */
  TABLES
}
