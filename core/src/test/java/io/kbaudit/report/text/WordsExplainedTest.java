package io.kbaudit.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.report.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word in capitals that a golden file of any format has is a term, and explained so. */
class WordsExplainedTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "io", "kbaudit", "report");

  private static final List<String> ENDINGS =
      List.of("csv", "html", "json", "md", "prom", "sarif", "txt", "xml");

  /** Words in capitals, with blanks or hyphens between those of one: {@code NO NEW FAILURE}. */
  private static final Pattern WORDS =
      Pattern.compile("(?<![\\p{Alnum}_])[A-Z][A-Z_]+(?:[ -][A-Z][A-Z_]+)*(?![\\p{Alnum}_])");

  private static final Pattern NO_TEXT =
      Pattern.compile("(?s)<style>.*?</style>|<script>.*?</script>|\u001B\\[[0-9;]*m");

  /** What anybody reads of files and times, or Windows and Microsoft's articles call so. */
  private static final Set<String> COMMON =
      Set.of("DLL", "DNS", "FAT", "GDR", "LDR", "MSIL", "MUI", "QFE", "RFC", "SHA", "UTC", "ZIP");

  /** What the audited packages, their article, its servers and whoever waives have. */
  private static final Set<String> NAMES =
      Set.of(
          "ALLUSERS",
          "ALPHA",
          "CHG",
          "CONTOSO",
          "DNSCLI",
          "FORGED",
          "MPS",
          "MPSSQL",
          "OAB",
          "PCW_CAB",
          "SUM");

  /** What the formats themselves have in capitals, or headings of sections. */
  private static final Set<String> SYNTAX =
      Set.of("AUDIT", "DOCTYPE", "FILES", "HELP", "KBAUDIT", "TYPE", "UTF", "WAIVERS");

  @Test
  void everyWordInCapitalsIsATerm() throws IOException {
    Set<String> unexplained = new TreeSet<>();
    for (Path file : goldenFiles()) {
      for (String words : wordsIn(file)) {
        unexplained.addAll(unexplained(words));
      }
    }

    assertThat(unexplained).isEmpty();
  }

  /** An exception that no golden file needs hides the next word of that spelling. */
  @Test
  void everyExceptionIsNeeded() throws IOException {
    Set<String> met = new HashSet<>();
    for (Path file : goldenFiles()) {
      wordsIn(file).forEach(words -> met.addAll(List.of(words.split("[ -]", -1))));
    }

    assertThat(Stream.of(COMMON, NAMES, SYNTAX).flatMap(Set::stream)).isSubsetOf(met);
  }

  private static List<Path> goldenFiles() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> ENDINGS.stream().anyMatch(each -> file.toString().endsWith("." + each)))
          .sorted()
          .toList();
    }
  }

  private static Set<String> wordsIn(Path file) throws IOException {
    String text = NO_TEXT.matcher(Files.readString(file)).replaceAll("");
    return WORDS.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /**
   * Returns nothing if all together are a term; else each that is neither term nor exception. Two
   * letters are the unit of a size, or of a digest.
   */
  private static List<String> unexplained(String words) {
    if (isKnown(words)) {
      return List.of();
    }
    return Stream.of(words.split("[ -]", -1))
        .filter(word -> word.length() > 2)
        .filter(word -> !isKnown(word))
        .toList();
  }

  private static boolean isKnown(String words) {
    return !Term.all(words).isEmpty()
        || Stream.of(COMMON, NAMES, SYNTAX).anyMatch(exceptions -> exceptions.contains(words));
  }
}
