package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.audit.Check;
import io.kbaudit.database.DatabaseQuery;
import io.kbaudit.report.Term;
import io.kbaudit.report.text.TextStyle.Color;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * What the ids in reports mean, and what to do about them. Safe for use by several threads, if its
 * style is.
 */
public final class Explanations {
  private static final int LABEL = 24;

  private final TextStyle style;

  /** Creates explanations in this style. */
  public Explanations(TextStyle style) {
    this.style = requireNonNull(style, "style");
  }

  /** Writes a line for every term. The writer is flushed, and left open. */
  public void writeAll(Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    for (Term.Kind kind : Term.Kind.values()) {
      page.line(style.paint(Color.BOLD, kind.all()));
      for (Term term : Term.all(kind)) {
        writeMeaning(page, 2, term);
      }
    }
    page.flush();
  }

  /**
   * Writes what {@code id} means, in whatever case it is spelt; returns false if it is none, and
   * writes nothing. The writer is flushed, and left open.
   */
  public boolean write(String id, Writer out) throws IOException {
    List<Term> found = Term.all(id);
    TextPage page = new TextPage(out, style);
    for (Term term : found) {
      write(term, page);
    }
    page.flush();
    return !found.isEmpty();
  }

  private void write(Term term, TextPage page) throws IOException {
    page.line(
        style.paint(Color.BOLD, term.id())
            + " ("
            + term.kind().one()
            + term.check().map(check -> ", found by " + check).orElse("")
            + ")");
    if (term.remedy().isPresent()) {
      page.paragraph(2, "It means", term.meaning());
      page.paragraph(2, "To do", style.choices().in(term.remedy().get(), term.choices()));
    } else {
      page.paragraph(2, style.choices().in(term.meaning(), term.choices()));
    }
    if (term.kind() == Term.Kind.CHECK) {
      writeCauses(page, term.id());
    }
    if (term.id().equals(Check.DATABASE.name())) {
      page.line("  The query whose result is wanted:");
      for (String line : DatabaseQuery.TEXT.lines().toList()) {
        page.line("    " + line);
      }
    }
  }

  private static void writeCauses(TextPage page, String check) throws IOException {
    page.line("  It fails, stays undecided or is remarked on because of:");
    for (Term cause : Term.all(Term.Kind.CAUSE)) {
      if (cause.check().orElseThrow().name().equals(check)) {
        writeMeaning(page, 4, cause);
      }
    }
  }

  private static void writeMeaning(TextPage page, int indent, Term term) throws IOException {
    page.paragraph(indent, LABEL, term.id(), term.meaning());
  }
}
