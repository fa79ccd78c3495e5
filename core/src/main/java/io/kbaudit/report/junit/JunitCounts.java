package io.kbaudit.report.junit;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Counts test cases of a JUnit report, by how they come out. */
final class JunitCounts implements JunitCases.Sink {
  private final Map<JunitCase.Kind, Integer> cases = new EnumMap<>(JunitCase.Kind.class);

  @Override
  public void take(JunitCase each) {
    cases.merge(each.kind(), 1, Integer::sum);
  }

  /** Counts what others have counted too. */
  void addAll(JunitCounts others) {
    others.cases.forEach((kind, number) -> cases.merge(kind, number, Integer::sum));
  }

  /** Writes the counts as attributes of all suites. */
  void writeAll(Xml xml) throws IOException {
    xml.attribute("tests", cases.values().stream().mapToInt(Integer::intValue).sum());
    xml.attribute("failures", of(JunitCase.Kind.FAILED));
    xml.attribute("errors", of(JunitCase.Kind.UNDECIDED));
  }

  /** Writes the counts as attributes of one suite, which alone has that of skipped cases. */
  void writeSuite(Xml xml) throws IOException {
    writeAll(xml);
    xml.attribute("skipped", of(JunitCase.Kind.SKIPPED));
  }

  private int of(JunitCase.Kind kind) {
    return cases.getOrDefault(kind, 0);
  }
}
