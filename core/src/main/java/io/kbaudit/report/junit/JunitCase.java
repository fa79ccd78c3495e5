package io.kbaudit.report.junit;

import io.kbaudit.report.Term;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One test case of a JUnit report.
 *
 * @param className what it is a case of
 * @param name which no other case of the class has
 * @param reason why it is not green; absent where it is, or was skipped
 * @param message what was found, or why it was skipped, in half a sentence
 * @param details what else there is to know of what was found, by lines
 */
record JunitCase(
    Kind kind,
    String className,
    String name,
    Optional<Term> reason,
    String message,
    List<String> details) {

  /** How cases come out. */
  enum Kind {
    /** It holds. */
    PASSED,
    /** It does not hold. */
    FAILED,
    /** It could not be decided. */
    UNDECIDED,
    /** It was not asked, or need not hold for a time. */
    SKIPPED
  }

  static JunitCase passed(String className, String name) {
    return new JunitCase(Kind.PASSED, className, name, Optional.empty(), "", List.of());
  }

  static JunitCase skipped(String className, String name, String why) {
    return new JunitCase(Kind.SKIPPED, className, name, Optional.empty(), why, List.of());
  }

  /** Returns a case that is not asked to hold for a time, with what was found. */
  static JunitCase waived(String className, String name, String accepted, List<String> details) {
    return new JunitCase(Kind.SKIPPED, className, name, Optional.empty(), accepted, details);
  }

  static JunitCase failed(
      String className, String name, Term reason, String message, List<String> details) {
    return new JunitCase(Kind.FAILED, className, name, Optional.of(reason), message, details);
  }

  static JunitCase undecided(
      String className, String name, Term reason, String message, List<String> details) {
    return new JunitCase(Kind.UNDECIDED, className, name, Optional.of(reason), message, details);
  }

  void write(Xml xml) throws IOException {
    if (kind == Kind.PASSED) {
      xml.empty("testcase");
      writeAttributes(xml);
      return;
    }
    xml.begin("testcase");
    writeAttributes(xml);
    switch (kind) {
      case FAILED -> writeFound(xml, "failure");
      case UNDECIDED -> writeFound(xml, "error");
      default -> writeSkipped(xml);
    }
    xml.end();
  }

  private void writeSkipped(Xml xml) throws IOException {
    if (details.isEmpty()) {
      xml.empty("skipped");
      xml.attribute("message", message);
      return;
    }
    xml.begin("skipped");
    xml.attribute("message", message);
    xml.lines(details);
    xml.end();
  }

  private void writeAttributes(Xml xml) throws IOException {
    xml.attribute("classname", className);
    xml.attribute("name", name);
    xml.attribute("time", 0);
  }

  private void writeFound(Xml xml, String element) throws IOException {
    Term why = reason.orElseThrow();
    xml.begin(element);
    xml.attribute("type", why.id());
    xml.attribute("message", message);
    List<String> lines = new ArrayList<>(details);
    lines.add("It means: " + why.meaning());
    lines.add("To do: " + why.remedy().orElseThrow());
    xml.lines(lines);
    xml.end();
  }
}
