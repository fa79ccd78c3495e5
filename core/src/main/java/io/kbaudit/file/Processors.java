package io.kbaudit.file;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of processor architectures, as articles and packages spell them. */
public final class Processors {
  /** By their letters and digits alone. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("x86", "x86"),
          Map.entry("i386", "x86"),
          Map.entry("ix86", "x86"),
          Map.entry("intel", "x86"),
          Map.entry("x86based", "x86"),
          Map.entry("32bit", "x86"),
          Map.entry("x64", "x64"),
          Map.entry("amd64", "x64"),
          Map.entry("x64based", "x64"),
          Map.entry("64bit", "x64"),
          Map.entry("ia64", "ia64"),
          Map.entry("ia64based", "ia64"),
          Map.entry("intel64", "ia64"),
          Map.entry("itanium", "ia64"),
          Map.entry("itaniumbased", "ia64"),
          Map.entry("i486", "x86"),
          Map.entry("alpha", "alpha"),
          Map.entry("mips", "mips"),
          Map.entry("ppc", "ppc"),
          Map.entry("powerpc", "ppc"),
          Map.entry("arm", "arm"),
          Map.entry("arm64", "arm64"),
          Map.entry("arm64based", "arm64"));

  /** Of an article, the architecture x64; a template calls Itanium so, in one word. */
  private static final Pattern INTEL_64 = Pattern.compile("(?i)intel[ -]64|em64t");

  private Processors() {}

  /** Returns those that an article's text names, each by one name; empty where it names none. */
  public static Set<String> namedBy(String articleText) {
    return in(INTEL_64.matcher(articleText).replaceAll("x64"));
  }

  /** Returns those that a package's template names, each by one name. */
  public static Set<String> in(String template) {
    Set<String> processors = new TreeSet<>();
    for (String word : template.toLowerCase(Locale.ROOT).split("[\\s,;/]+", -1)) {
      String processor = NAMES.get(word.replaceAll("[^a-z0-9]", ""));
      if (processor != null) {
        processors.add(processor);
      }
    }
    return processors;
  }
}
