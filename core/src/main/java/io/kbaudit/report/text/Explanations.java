package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ArticleRemark;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Remark;
import io.kbaudit.msi.MsiProblem;
import io.kbaudit.plan.Action;
import io.kbaudit.report.finding.Obstacle;
import io.kbaudit.report.text.TextStyle.Color;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the ids in reports mean, and what to do about them. */
public final class Explanations {
  private static final int LABEL = 24;
  private static final Map<String, Check> CHECKS = byName(Check.values());
  private static final Map<String, Cause> CAUSES = byName(Cause.values());
  private static final Map<String, Obstacle> OBSTACLES = byName(Obstacle.values());
  private static final Map<String, MsiProblem.Kind> PROBLEMS = byName(MsiProblem.Kind.values());

  private static final Map<String, Assurance> ASSURANCES = byName(Assurance.values());
  private static final Map<String, Action> ACTIONS = byName(Action.values());

  private final TextStyle style;

  /** Creates explanations in this style. */
  public Explanations(TextStyle style) {
    this.style = requireNonNull(style, "style");
  }

  /** Returns all ids that can be explained. */
  public static List<String> ids() {
    return Stream.of(
            Check.values(),
            Cause.values(),
            MsiProblem.Kind.values(),
            Remark.Kind.values(),
            ArticleRemark.Kind.values(),
            Assurance.values(),
            Action.values(),
            Obstacle.values())
        .flatMap(Arrays::stream)
        .map(Object::toString)
        .distinct()
        .toList();
  }

  /** Writes a line for every id. The writer is flushed, and left open. */
  public void writeAll(Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    page.line(style.paint(Color.BOLD, "Checks"));
    for (Check check : Check.values()) {
      page.paragraph(2, LABEL, check.name(), check.question());
    }
    page.line(style.paint(Color.BOLD, "Causes"));
    for (Cause cause : Cause.values()) {
      page.paragraph(2, LABEL, cause.name(), cause.meaning());
    }
    page.line(style.paint(Color.BOLD, "Other reasons why an audit is not compliant"));
    for (Obstacle obstacle : Obstacle.values()) {
      page.paragraph(2, LABEL, obstacle.name(), obstacle.meaning());
    }
    page.line(style.paint(Color.BOLD, "Problems of a Windows Installer file"));
    for (MsiProblem.Kind kind : MsiProblem.Kind.values()) {
      page.paragraph(2, LABEL, kind.name(), kind.meaning());
    }
    page.line(style.paint(Color.BOLD, "Assurances: what speaks for a file that passes"));
    for (Assurance assurance : Assurance.values()) {
      page.paragraph(2, LABEL, assurance.name(), assurance.meaning());
    }
    page.line(style.paint(Color.BOLD, "Actions of a plan"));
    for (Action action : Action.values()) {
      page.paragraph(2, LABEL, action.name(), action.meaning());
    }
    page.line(style.paint(Color.BOLD, "Remarks"));
    for (Remark.Kind kind : Remark.Kind.values()) {
      page.paragraph(2, LABEL, kind.name(), kind.meaning());
    }
    for (ArticleRemark.Kind kind : ArticleRemark.Kind.values()) {
      page.paragraph(2, LABEL, kind.name(), kind.meaning());
    }
    page.flush();
  }

  /**
   * Writes what {@code id} means, in whatever case it is spelt; returns false if it is none, and
   * writes nothing. The writer is flushed, and left open.
   */
  public boolean write(String id, Writer out) throws IOException {
    String name = id.toUpperCase(Locale.ROOT).replace('-', '_');
    TextPage page = new TextPage(out, style);
    if (CHECKS.containsKey(name)) {
      writeCheck(page, CHECKS.get(name));
    } else if (CAUSES.containsKey(name)) {
      writeCause(page, CAUSES.get(name));
    } else if (OBSTACLES.containsKey(name)) {
      Obstacle obstacle = OBSTACLES.get(name);
      page.line(style.paint(Color.BOLD, name) + " (a reason why an audit is not compliant)");
      writeMeaning(page, obstacle.meaning(), obstacle.remedy());
    } else if (PROBLEMS.containsKey(name)) {
      page.line(style.paint(Color.BOLD, name) + " (a problem of a Windows Installer file)");
      page.paragraph(2, 0, "", PROBLEMS.get(name).meaning());
    } else if (ASSURANCES.containsKey(name)) {
      page.line(style.paint(Color.BOLD, name) + " (a kind of assurance)");
      page.paragraph(2, 0, "", ASSURANCES.get(name).meaning());
    } else if (ACTIONS.containsKey(name)) {
      page.line(style.paint(Color.BOLD, name) + " (a plan's action)");
      page.paragraph(2, 0, "", ACTIONS.get(name).meaning());
    } else {
      Optional<String> meaning = meaningOfRemark(name);
      if (meaning.isEmpty()) {
        return false;
      }
      page.line(style.paint(Color.BOLD, name) + " (a remark)");
      page.paragraph(2, 0, "", meaning.get());
    }
    page.flush();
    return true;
  }

  private void writeCheck(TextPage page, Check check) throws IOException {
    page.line(style.paint(Color.BOLD, check.name()) + " (a check)");
    page.paragraph(2, 0, "", check.question());
    page.line("  It fails, stays undecided or is remarked on because of:");
    for (Cause cause : Cause.values()) {
      if (cause.check() == check) {
        page.paragraph(4, LABEL, cause.name(), cause.meaning());
      }
    }
  }

  private void writeCause(TextPage page, Cause cause) throws IOException {
    page.line(style.paint(Color.BOLD, cause.name()) + " (a cause, found by " + cause.check() + ")");
    writeMeaning(page, cause.meaning(), cause.remedy());
  }

  private static void writeMeaning(TextPage page, String meaning, String remedy)
      throws IOException {
    page.paragraph(2, 11, "It means", meaning);
    page.paragraph(2, 11, "To do", remedy);
  }

  /** Returns what remarks of this name mean. */
  public static Optional<String> meaningOfRemark(String name) {
    return Stream.concat(
            Arrays.stream(Remark.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .map(Remark.Kind::meaning),
            Arrays.stream(ArticleRemark.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .map(ArticleRemark.Kind::meaning))
        .findFirst();
  }

  private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
    return Arrays.stream(values).collect(Collectors.toMap(Enum::name, Function.identity()));
  }
}
