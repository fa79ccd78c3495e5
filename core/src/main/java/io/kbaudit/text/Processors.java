package io.kbaudit.text;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of processor architectures, as articles and packages spell them. */
public final class Processors {
  /** What is built for the common language runtime; articles print it among processors. */
  public static final String MSIL = "msil";

  /** Those on which the common language runtime runs what is built for any of them. */
  public static final Set<String> OF_ANY_CPU = Set.of("x86", "x64", "ia64", "arm", "arm64");

  /** By their letters and digits alone. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("x86", "x86"),
          Map.entry("i386", "x86"),
          Map.entry("ix86", "x86"),
          Map.entry("intel", "x86"),
          Map.entry("32bit", "x86"),
          Map.entry("x64", "x64"),
          Map.entry("amd64", "x64"),
          Map.entry("64bit", "x64"),
          Map.entry("ia64", "ia64"),
          Map.entry("intel64", "ia64"),
          Map.entry("itanium", "ia64"),
          Map.entry("i486", "x86"),
          Map.entry("i586", "x86"),
          Map.entry("i686", "x86"),
          Map.entry("pentium", "x86"),
          Map.entry("x8664", "x64"),
          Map.entry("alpha", "alpha"),
          Map.entry("alphaaxp", "alpha"),
          Map.entry("axp", "alpha"),
          Map.entry("mips", "mips"),
          Map.entry("ppc", "ppc"),
          Map.entry("powerpc", "ppc"),
          Map.entry("arm", "arm"),
          Map.entry("arm64", "arm64"),
          Map.entry("aarch64", "arm64"),
          Map.entry("strongarm", "strongarm"),
          Map.entry("superh", "superh"),
          Map.entry(MSIL, MSIL));

  /**
   * Models for which files are built apart, by their families; a model is not another one. Most are
   * those of Windows CE, as in {@code SA1100 (Retail)}: Q238329.
   */
  private static final Map<String, Pattern> MODELS =
      Map.of(
          "arm", Pattern.compile("arm[79][0-9]{2}t?|armv[4-7]i?|strongarm|sa1[0-9]{3}|xscale"),
          "mips", Pattern.compile("mips16|mipsiv?|mipsii|mips(ii|iv)fp|v?r[345][0-9]{3}"),
          "ppc", Pattern.compile("[mp]pc[4-9][0-9]{2}"),
          "superh", Pattern.compile("sh[345]"));

  /** Of an article, the architecture x64; a template calls Itanium so, in one word. */
  private static final Pattern INTEL_64 = Pattern.compile("(?i)intel[ -]64|em64t");

  private static final Pattern ANY_CPU =
      Pattern.compile(WordBorder.START + "(?i)any[ -]?cpu" + WordBorder.END);

  private static final Pattern POWER_PC =
      Pattern.compile(WordBorder.START + "(?i)power[ -]pc" + WordBorder.END);

  /** A maker before what it makes: {@code Intel Itanium} is no x86. */
  private static final Pattern MAKER =
      Pattern.compile(
          WordBorder.START
              + "(?i)intel(?:\\(r\\))?[ -]{1,3}(?=itanium|ia-?64|xscale|strongarm|\\(?64[ -]?bit)");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;/]+");

  /** As in {@code x64-based}. */
  private static final String BASED = "based";

  /** What parts words, besides blanks and what a template has. */
  private static final Pattern PARTING = Pattern.compile("[()\\[\\]+&|]");

  private static final Pattern BITS =
      Pattern.compile("(?i)(?<![\\w-])(32|64)[ -]?bits?" + WordBorder.END);

  /** Those of which {@code 64-bit} says no more than the name. */
  private static final Set<String> OF_64_BITS =
      Set.of("x64", "ia64", "arm64", "alpha", "mips", "ppc");

  /** By processor, those for which there are files in an installation of Windows on it. */
  private static final Map<String, Set<String>> HOSTED =
      Map.of(
          "x64", Set.of("x64", "x86"),
          "ia64", Set.of("ia64", "x86"),
          "arm64", Set.of("arm64", "arm", "x64", "x86"));

  private Processors() {}

  /** Returns those for which 64-bit Windows on {@code processor} has files; none of any other. */
  public static Set<String> runsOnWindowsFor(String processor) {
    return HOSTED.getOrDefault(processor, Set.of());
  }

  /**
   * Returns those that an article's text names, each by one name; empty where it names none. A
   * number of bits beside a processor that has so many names no other: {@code Itanium (64-bit)}.
   */
  public static Set<String> namedBy(String articleText) {
    if (articleText.isEmpty()) { // as most rows have it
      return new TreeSet<>();
    }
    String text = MAKER.matcher(articleText).replaceAll("");
    text = INTEL_64.matcher(text).replaceAll("x64");
    text = POWER_PC.matcher(text).replaceAll("powerpc");
    text = ANY_CPU.matcher(text).replaceAll(MSIL);
    text = PARTING.matcher(text).replaceAll(" ");
    Set<String> named = in(BITS.matcher(text).replaceAll(" "));
    Set<String> byBits = in(BITS.matcher(text).replaceAll("$1bit"));
    byBits.removeAll(named);
    for (String generic : byBits) {
      boolean of64 = generic.equals("x64");
      if (named.stream().noneMatch(each -> OF_64_BITS.contains(each) == of64)) {
        named.add(generic);
      }
    }
    return named;
  }

  /** Returns those that a package's template names, each by one name. */
  public static Set<String> in(String template) {
    Set<String> processors = new TreeSet<>();
    for (String word : BETWEEN_WORDS.split(Letters.small(template), -1)) {
      String letters = lettersAndDigits(word);
      String name =
          letters.endsWith(BASED)
              ? letters.substring(0, letters.length() - BASED.length())
              : letters;
      String processor = NAMES.get(name);
      if (processor != null) {
        processors.add(processor);
      } else if (family(name).isPresent()) {
        processors.add(name);
      }
    }
    return processors;
  }

  private static String lettersAndDigits(String word) {
    StringBuilder letters = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /**
   * Returns whether one of {@code some} is one of {@code others}, or a model of it, or the family
   * that it is of: what is built for MIPS is for an R4000 too.
   */
  public static boolean haveCommon(Set<String> some, Set<String> others) {
    return !Collections.disjoint(some, others)
        || !Collections.disjoint(families(some), others)
        || !Collections.disjoint(some, families(others));
  }

  private static Set<String> families(Set<String> processors) {
    Set<String> families = new TreeSet<>();
    processors.forEach(processor -> family(processor).ifPresent(families::add));
    return families;
  }

  private static Optional<String> family(String model) {
    for (Map.Entry<String, Pattern> family : MODELS.entrySet()) {
      if (family.getValue().matcher(model).matches()) {
        return Optional.of(family.getKey());
      }
    }
    return Optional.empty();
  }
}
