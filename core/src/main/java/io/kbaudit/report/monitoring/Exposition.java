package io.kbaudit.report.monitoring;

import io.kbaudit.text.Printable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Gauges in Prometheus's text-based exposition format, version 0.0.4. */
final class Exposition {
  private final StringBuilder text = new StringBuilder();
  private String gauge = "";

  /** Begins a gauge; all of its series follow before the next one begins. */
  void gauge(String name, String help) {
    gauge = name;
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  /** Adds a series to the gauge that was begun last. */
  void series(Labels labels, long value) {
    text.append(gauge).append(labels.braced()).append(' ').append(value).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** What tells the series of a gauge apart. */
  record Labels(Map<String, String> values) {
    static final Labels NONE = new Labels(Map.of());

    Labels with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(values);
      more.put(name, value);
      return new Labels(more);
    }

    private String braced() {
      return values.entrySet().stream()
          .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"')
          .collect(Collectors.joining(",", "{", "}"));
    }

    /** The format wants line feeds escaped too; a printable line has none. */
    private static String escaped(String value) {
      return Printable.line(value).replace("\\", "\\\\").replace("\"", "\\\"");
    }
  }
}
