package io.kbaudit.report.monitoring;

import io.kbaudit.text.English;
import io.kbaudit.text.Printable;

/** The text of a plugin's line, before its performance data: as much as it may hold, and no bar. */
final class NagiosLine {
  /** With the performance data it stays below the 1,024 bytes that NRPE 2 hands on. */
  private static final int LONGEST = 680;

  private static final int LONGEST_SUMMARY = 400;
  private static final int LONGEST_NAME = 100;
  private static final int ROOM_FOR_THE_REST = ", and 2,147,483,647 more".length();

  private final StringBuilder text;
  private int added;
  private int leftOut;

  NagiosLine(String state, String summary) {
    text = new StringBuilder("KBAUDIT " + state + " - " + safe(LONGEST_SUMMARY, summary));
  }

  /** Adds what was found, and why, if there is room. */
  void add(String name, String why) {
    if (leftOut > 0) {
      leftOut++;
      return;
    }
    String finding = (added == 0 ? "; " : ", ") + safe(LONGEST_NAME, name) + " " + why;
    if (text.length() + finding.length() + ROOM_FOR_THE_REST > LONGEST) {
      leftOut++;
    } else {
      text.append(finding);
      added++;
    }
  }

  private static String safe(int longest, String text) {
    return Printable.atMost(longest, text.replace("|", "<U+007C>"));
  }

  @Override
  public String toString() {
    return leftOut == 0 ? text.toString() : text + ", and " + English.number(leftOut) + " more";
  }
}
