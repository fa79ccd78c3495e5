package io.kbaudit.report;

/** The parts of an inspection that can be asked for one by one. */
public enum InspectionPart {
  /** The summary information; of a program the numbers of its version, and its headers. */
  SUMMARY,
  /** The properties of the database; of a program the strings of its version. */
  PROPERTIES,
  /** The tables of the database, by name. */
  TABLES,
  /** The files that a package installs, which are read where they are asked for. */
  FILES,
  /** All rows of all tables, which are read where they are asked for. */
  ALL
}
