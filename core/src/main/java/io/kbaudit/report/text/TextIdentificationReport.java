package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.FileResult;
import io.kbaudit.identify.ArticleTally;
import io.kbaudit.identify.FolderArticle;
import io.kbaudit.identify.Identification;
import io.kbaudit.identify.IdentifiedFile;
import io.kbaudit.identify.IdentifiedFile.State;
import io.kbaudit.identify.MatchEvidence;
import io.kbaudit.identify.RowMatch;
import io.kbaudit.report.Choice;
import io.kbaudit.report.finding.MatchWords;
import io.kbaudit.report.text.TextStyle.Color;
import io.kbaudit.text.English;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which articles list which files, for people. Safe for use by several threads, if its style is.
 */
public final class TextIdentificationReport {
  /** So many rows tell where a file is from; a file of every rollup is in hundreds. */
  private static final int MATCHES_SHOWN = 5;

  /** So many articles have a column of their own beside each other. */
  private static final int COLUMNS_SHOWN = 5;

  private static final int ARTICLES_SHOWN = 20;
  private static final int LABEL = 16;

  private final TextStyle style;

  /** Creates a report in this style. */
  public TextIdentificationReport(TextStyle style) {
    this.style = requireNonNull(style, "style");
  }

  /** Returns the one line that sums up, without its end. */
  public static String summary(Identification identification) {
    int unreadable = identification.count(State.UNREADABLE);
    int lines = identification.unreadLines();
    return English.counted(identification.files().size(), "file")
        + ": "
        + English.number(identification.count(State.IDENTIFIED))
        + " identified, "
        + English.number(identification.count(State.UNLISTED))
        + " listed by no article"
        + (unreadable > 0 ? ", " + English.number(unreadable) + " unreadable" : "")
        + "; "
        + English.counted(identification.articlesRead(), "article")
        + " read, "
        + English.number(identification.unread().size())
        + " not"
        + (lines > 0 ? "; " + English.counted(lines, "line") + " of articles unread" : "");
  }

  /**
   * Writes all of {@code identification}, and a line that sums up. The writer is flushed, and left
   * open.
   *
   * @throws IOException if the writer cannot take it
   */
  public void write(Identification identification, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    Names names = new Names(identification);
    for (IdentifiedFile file : identification.files()) {
      writeFile(page, file, names);
    }
    page.blankLine();
    if (identification.files().size() > 1 && !identification.here().isEmpty()) {
      writeFilesByArticle(page, identification, names);
    }
    writeArticlesHere(page, identification.here(), names);
    writeUnread(page, identification, names);
    writeMeanings(page, identification);
    page.line(style.paint(color(identification.outcome()), summary(identification)));
    page.flush();
  }

  private void writeFile(TextPage page, IdentifiedFile file, Names names) throws IOException {
    FileResult result = result(file.state());
    page.line(
        style.paint(TextStyle.colorOf(result), style.symbol(result))
            + " "
            + style.safe(file.path())
            + switch (file.state()) {
              case IDENTIFIED -> "";
              case UNLISTED -> "  listed by no article";
              case UNREADABLE -> "  cannot be read: " + style.safe(file.unreadable().orElse(""));
            });
    List<RowMatch> shown =
        file.matches().subList(0, Math.min(MATCHES_SHOWN, file.matches().size()));
    List<List<String>> rows = new ArrayList<>();
    for (RowMatch match : shown) {
      rows.add(
          List.of(
              match.evidence().name(),
              style.safe(names.of(match.article())),
              "line " + match.line(),
              style.safe(MatchWords.of(match))));
    }
    page.table("    ", rows);
    int more = file.matches().size() - shown.size() + file.furtherMatches();
    if (more > 0) {
      page.line(
          "    and "
              + English.counted(more, "more row")
              + style.choices().which(Choice.WHOLE_IDENTIFICATION, "lists them"));
    }
  }

  private static FileResult result(State state) {
    return switch (state) {
      case IDENTIFIED -> FileResult.PASS;
      case UNLISTED -> FileResult.FAIL;
      case UNREADABLE -> FileResult.UNDECIDED;
    };
  }

  private void writeFilesByArticle(TextPage page, Identification identification, Names names)
      throws IOException {
    List<FolderArticle> columns =
        identification.here().stream().limit(COLUMNS_SHOWN).map(ArticleTally::article).toList();
    List<List<String>> table = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of(style.paint(Color.BOLD, "File")));
    columns.forEach(each -> heading.add(style.paint(Color.BOLD, style.safe(names.of(each)))));
    table.add(heading);
    for (IdentifiedFile file : identification.files()) {
      List<String> row = new ArrayList<>(List.of(style.safe(file.path())));
      for (FolderArticle article : columns) {
        row.add(file.bestIn(article).map(match -> match.evidence().name()).orElse("-"));
      }
      table.add(row);
    }
    page.table("", table);
    int left = identification.here().size() - columns.size();
    if (left > 0) {
      page.line("and " + English.counted(left, "more article"));
    }
    page.blankLine();
  }

  private void writeArticlesHere(TextPage page, List<ArticleTally> here, Names names)
      throws IOException {
    if (here.isEmpty()) {
      return;
    }
    page.line(style.paint(Color.BOLD, "Articles of which rows are here"));
    for (ArticleTally tally : here.subList(0, Math.min(ARTICLES_SHOWN, here.size()))) {
      int rows = tally.article().rows();
      page.paragraph(
          2,
          names.of(tally.article())
              + ": "
              + English.number(tally.here())
              + " of "
              + English.counted(rows, "row")
              + (tally.here() == 1 ? " is" : " are")
              + " here, the weakest by "
              + tally.weakest());
    }
    if (here.size() > ARTICLES_SHOWN) {
      page.line("  and " + English.counted(here.size() - ARTICLES_SHOWN, "more article"));
    }
    page.blankLine();
  }

  private void writeUnread(TextPage page, Identification identification, Names names)
      throws IOException {
    if (identification.unread().isEmpty() && identification.partlyRead().isEmpty()) {
      return;
    }
    page.line(style.paint(Color.BOLD, "What may list a file, and could not be read"));
    for (FolderArticle article : identification.unread()) {
      page.paragraph(2, article.path() + ": " + article.problem().orElseThrow());
    }
    for (FolderArticle article : identification.partlyRead()) {
      page.paragraph(
          2,
          names.of(article)
              + ": "
              + English.counted(article.unreadLines(), "line")
              + (article.unreadLines() == 1 ? " that lists a file" : " that list files")
              + " could not be read as a row"
              + style.choices().which(Choice.ARTICLE_REMARKS, "says which"));
    }
    page.blankLine();
  }

  private void writeMeanings(TextPage page, Identification identification) throws IOException {
    Set<MatchEvidence> shown = EnumSet.noneOf(MatchEvidence.class);
    for (IdentifiedFile file : identification.files()) {
      file.matches().forEach(match -> shown.add(match.evidence()));
    }
    if (shown.isEmpty()) {
      return;
    }
    page.line(style.paint(Color.BOLD, "What it means"));
    for (MatchEvidence evidence : shown) {
      page.paragraph(2, LABEL, evidence.name(), evidence.meaning());
    }
    page.blankLine();
  }

  private static Color color(Identification.Outcome outcome) {
    return switch (outcome) {
      case ALL_IDENTIFIED -> Color.GREEN;
      case SOME_UNLISTED -> Color.RED;
      case UNDECIDED -> Color.YELLOW;
    };
  }

  /** What articles are called: those of one id by their files, too. */
  private static final class Names {
    private final Map<String, Integer> articlesByLabel = new HashMap<>();

    Names(Identification identification) {
      identification.here().forEach(tally -> count(tally.article()));
    }

    private void count(FolderArticle article) {
      articlesByLabel.merge(article.label(), 1, Integer::sum);
    }

    String of(FolderArticle article) {
      String label = article.label();
      return articlesByLabel.getOrDefault(label, 0) > 1 && article.id().isPresent()
          ? label + " (" + article.path() + ")"
          : label;
    }
  }
}
