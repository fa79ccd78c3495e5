package io.kbaudit.article.reader;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.article.ArticleRemark;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.article.PrintedRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Articles with a small change in them, as copying and converting make it. Whatever the change, a
 * reading invents nothing, and what lines it takes no row from are either changed ones or said to
 * be unread.
 */
class ArticleMutationTest {
  private static final Path ARTICLES =
      Path.of(System.getProperty("kbaudit.corpus", "no-corpus")).resolve("articles/files");

  private static final int SEED = 20110310;

  /** Read whole once for all changes. */
  private static final List<Subject> PUBLISHED = new ArrayList<>();

  /** A row whose cells go on below it takes no more lines than this. */
  private static final int LINES_OF_ROW = 12;

  private static final List<String> SAMPLES =
      List.of(
          """
          Times are in UTC.
          | File name | Date | Time | File size |
          |---|
          | Alpha.msi | 10-Mar-2011 | 10:04 | 679,936 |
          | Beta.msi | 13-Jan-2011 | 22:14 | 378,880 |
          | Gamma.msi | 13-Jan-2011 | 22:15 | 1,024 |

          The end.
          """,
          """
          The files:
             Date         Time   Version     Size       File name        Platform
             --------------------------------------------------------------------
             10-Apr-2001  17:55  2.0.92.1    1,925,391  Ccmcore.exe      Alpha
             05-Feb-2001  20:51              762,688    Preinst.exe
             11-Apr-2001  17:56  2.0.92.2    925,391    Ccmperf.dll      X86

          The end.
          """,
          """
          +---------------------------------------+
          | File name   | Date    | Size          |
          +---------------------------------------+
          | Schdist.exe | 4/29/98 | 194,966 bytes |
          +---------------------------------------+
          | Smsrun.exe  | 4/30/98 | 4,966 bytes   |
          +---------------------------------------+
          The end.
          """,
          """
          Windows 11, version 24H2 LCU arm64-based
          "File name","File version","Date","Time","File size"
          "localspl.dll","10.0.26100.8246","11-Apr-2026","21:53","805,376"
          "ntprint.dll","10.0.26100.8247","12-Apr-2026","21:54","5,376"
          """,
          """
          File name: Update.mum
          File size: 1,674
          Date: 13-Mar-2010

          File name: Other.mum
          File size: 2,674
          Date: 14-Mar-2010

          The end.
          """,
          """
          These are the files:

             USER.EXE  version 4.00.951  dated 10/26/95 9:51am  461,984 bytes
             GDI.EXE   version 4.00.952  dated 10/27/95 9:52am  61,984 bytes
          """,
          """
          <!DOCTYPE html><html><body><p>Times are in UTC.
          <table>
          <tr><th>File name</th><th>Date</th><th>Size</th></tr>
          <tr><td>Alpha.msi</td><td>10-Mar-2011</td><td>679,936</td></tr>
          <tr><td>Beta.msi</td><td>11-Mar-2011</td><td>79,936</td></tr>
          </table>
          """);

  /** One way in which a text is changed by mistake. */
  enum Mutation {
    A_LINE_DROPPED {
      @Override
      String of(List<String> lines, int line, Random random) {
        return joined(without(lines, line));
      }
    },
    A_LINE_REPEATED {
      @Override
      String of(List<String> lines, int line, Random random) {
        return joined(with(lines, line, lines.get(line) + "\n" + lines.get(line)));
      }
    },
    NEIGHBOURS_SWAPPED {
      @Override
      String of(List<String> lines, int line, Random random) {
        int other = Math.max(0, line - 1);
        return joined(with(with(lines, line, lines.get(other)), other, lines.get(line)));
      }
    },
    A_CHARACTER_DROPPED {
      @Override
      String of(List<String> lines, int line, Random random) {
        String text = lines.get(line);
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        return joined(
            text.isEmpty()
                ? lines
                : with(lines, line, text.substring(0, at) + text.substring(at + 1)));
      }
    },
    BLANKS_DOUBLED {
      @Override
      String of(List<String> lines, int line, Random random) {
        return joined(with(lines, line, lines.get(line).replace(" ", "  ")));
      }
    },
    BLANKS_COLLAPSED {
      @Override
      String of(List<String> lines, int line, Random random) {
        return joined(with(lines, line, lines.get(line).replaceAll(" +", " ")));
      }
    },
    BLANKS_ADDED {
      @Override
      String of(List<String> lines, int line, Random random) {
        int at = lines.get(line).indexOf("  ");
        String text = lines.get(line);
        return joined(
            with(
                lines,
                line,
                at < 0
                    ? text
                    : text.substring(0, at) + " ".repeat(random.nextInt(9)) + text.substring(at)));
      }
    },
    A_BLANK_LINE_ADDED {
      @Override
      String of(List<String> lines, int line, Random random) {
        return joined(with(lines, line, lines.get(line) + "\n"));
      }
    },
    THE_REST_CUT_OFF {
      @Override
      String of(List<String> lines, int line, Random random) {
        String text = joined(lines);
        return text.substring(0, random.nextInt(text.length() + 1));
      }
    };

    abstract String of(List<String> lines, int line, Random random);

    private static List<String> without(List<String> lines, int line) {
      List<String> changed = new ArrayList<>(lines);
      changed.remove(line);
      return changed;
    }

    private static List<String> with(List<String> lines, int line, String text) {
      List<String> changed = new ArrayList<>(lines);
      changed.set(line, text);
      return changed;
    }

    private static String joined(List<String> lines) {
      return String.join("\n", lines) + "\n";
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangedSampleIsReadWithoutInventingOrLosingAnything(Mutation mutation) throws IOException {
    Random random = new Random(SEED);
    for (String sample : SAMPLES) {
      Subject subject = new Subject(sample);
      for (int line = 0; line < subject.lines.size(); line++) {
        for (int n = 0; n < 20; n++) {
          subject.assertReadHonestly(mutation.of(subject.lines, line, random));
        }
      }
    }
  }

  @Test
  void everyPrefixOfASampleIsReadWithoutInventingOrLosingAnything() throws IOException {
    for (String sample : SAMPLES) {
      Subject subject = new Subject(sample);
      for (int length = 0; length < sample.length(); length++) {
        subject.assertReadHonestly(sample.substring(0, length));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangedArticleIsReadWithoutInventingOrLosingAnything(Mutation mutation) throws IOException {
    changeArticles(mutation, 2);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void anArticleChangedInManyPlacesIsReadWithoutInventingOrLosingAnything(Mutation mutation)
      throws IOException {
    changeArticles(mutation, 400);
  }

  private static void changeArticles(Mutation mutation, int timesEach) throws IOException {
    skipAloudWithoutCorpus();
    Random random = new Random(SEED);
    for (Subject subject : publishedArticles()) {
      for (int n = 0; n < timesEach; n++) {
        int line = random.nextInt(subject.lines.size());
        subject.assertReadHonestly(mutation.of(subject.lines, line, random));
      }
    }
  }

  private static List<Subject> publishedArticles() throws IOException {
    if (PUBLISHED.isEmpty()) {
      try (Stream<Path> files = Files.list(ARTICLES)) {
        for (Path file : files.sorted().toList()) {
          PUBLISHED.add(new Subject(Files.readString(file, StandardCharsets.ISO_8859_1)));
        }
      }
    }
    return PUBLISHED;
  }

  @AfterAll
  static void forgetPublishedArticles() {
    PUBLISHED.clear();
  }

  private static void skipAloudWithoutCorpus() {
    if (!Files.isDirectory(ARTICLES)) {
      String reason = "SKIPPED: no corpus at " + ARTICLES + " (system property kbaudit.corpus)";
      System.out.println(reason);
      abort(reason);
    }
  }

  /** An article, and what reading it whole finds. */
  private static final class Subject {
    private final List<String> lines;
    private final List<String> otherLines;
    private final Set<String> others;
    private final Set<String> rowLines;

    /** The lines of rows, each with the nearest line of another kind before and after it. */
    private final Set<List<String>> places = new HashSet<>();

    Subject(String text) throws IOException {
      this.lines = text.lines().toList();
      Article whole = read(text);
      this.rowLines =
          whole.rows().stream()
              .filter(row -> namedOn(lines, row))
              .map(row -> lines.get(row.line() - 1))
              .collect(toSet());
      this.otherLines =
          lines.stream().filter(line -> !line.isBlank() && !rowLines.contains(line)).toList();
      this.others = Set.copyOf(otherLines);
      whole.rows().forEach(row -> places.add(place(lines, row.line())));
    }

    /** Returns a line with the nearest lines before and after it that are no rows. */
    private List<String> place(List<String> all, int n) {
      int before = n - 1;
      while (before > 0 && !others.contains(all.get(before - 1))) {
        before--;
      }
      int after = n;
      while (after < all.size() && !others.contains(all.get(after))) {
        after++;
      }
      return List.of(
          before == 0 ? "" : all.get(before - 1),
          all.get(n - 1),
          after == all.size() ? "" : all.get(after));
    }

    void assertReadHonestly(String text) throws IOException {
      Article article;
      try {
        article = read(text);
      } catch (ArticleFormatException refused) {
        return;
      }
      List<String> changed = text.lines().toList();
      for (ExpectedFile row : article.rows()) {
        assertPrinted(row, changed);
      }
      assertNothingLost(article, changed);
    }

    /** Where all other lines stand, each row that is left is read, or said to be unread. */
    private void assertNothingLost(Article article, List<String> changed) {
      if (!changed.stream().filter(others::contains).toList().equals(otherLines)) {
        return;
      }
      Set<Integer> told =
          Stream.concat(
                  article.rows().stream().map(ExpectedFile::line),
                  article.remarks().stream().map(ArticleRemark::line))
              .collect(toSet());
      for (int n = 1; n <= changed.size(); n++) {
        boolean intact =
            rowLines.contains(changed.get(n - 1)) && places.contains(place(changed, n));
        if (intact && !told.contains(n)) {
          fail("line %d is lost: %s%n%s", n, changed.get(n - 1), excerpt(changed, n));
        }
      }
    }

    private static String excerpt(List<String> lines, int n) {
      return String.join("\n", lines.subList(Math.max(0, n - 10), Math.min(lines.size(), n + 6)));
    }
  }

  /** Every cell of a row stands on its line, or goes on below it. */
  private static void assertPrinted(ExpectedFile row, List<String> lines) {
    PrintedRow printed = row.printed();
    String text =
        plain(
            String.join(
                " ",
                lines.subList(
                    row.line() - 1, Math.min(lines.size(), row.line() - 1 + LINES_OF_ROW))));
    Stream.of(printed.date(), printed.time(), printed.size(), printed.version())
        .forEach(cell -> assertThat(text).as("row %s", row).contains(plain(cell)));
    assertThat(text.replace(" ", "")).as("row %s", row).contains(name(printed));
  }

  /** A name and its extension may stand in columns of their own. */
  private static String name(PrintedRow printed) {
    return plain(printed.name()).replace(" ", "");
  }

  private static boolean namedOn(List<String> lines, ExpectedFile row) {
    return plain(lines.get(row.line() - 1)).contains(plain(row.printed().name()));
  }

  private static String plain(String text) {
    return text.replaceAll("<[^>]*>", " ")
        .replaceAll("[.\\s\u00A0|*`\\\\]+", " ")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  private static Article read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return ArticleReader.read(new ByteArrayInputStream(bytes), "a.txt", Optional.empty());
  }
}
