package io.kbaudit.report.text;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.deployment.DatabaseAddition;
import io.kbaudit.deployment.FileNaming;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.PlacedRow;
import io.kbaudit.deployment.Product;
import io.kbaudit.deployment.Profile;
import io.kbaudit.file.FileName;
import io.kbaudit.report.finding.AuditLines;
import io.kbaudit.report.text.TextStyle.Color;
import io.kbaudit.text.English;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A profile for people: its locations, and which file belongs at which. Safe for use by several
 * threads, if its style is.
 */
public final class TextProfileReport {
  private static final String HERE = "x";
  private static final String NOT_HERE = ".";

  private final TextStyle style;

  /** Creates a report in this style. */
  public TextProfileReport(TextStyle style) {
    this.style = requireNonNull(style, "style");
  }

  /**
   * Writes all of {@code profile}. The writer is flushed, and left open.
   *
   * @param article whose names the profile has {@linkplain Profile#complete completed}
   * @throws IOException if the writer cannot take it
   */
  public void write(Profile profile, Article article, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    page.paragraph(0, "Article", AuditLines.title(article));
    page.paragraph(0, "Profile", profile.source());
    if (profile.signatures().required()) {
      page.paragraph(0, "Signed", "each file must have " + profile.signatures());
    }
    page.blankLine();
    List<PlacedRow> rows = profile.place(article);
    for (int i = 0; i < profile.locations().size(); i++) {
      writeLocation(page, i + 1, profile.locations().get(i), rows);
    }
    page.table("", files(profile, rows));
    page.blankLine();
    writeProducts(page, profile, rows);
    writeDatabase(page, profile, rows);
    writeSummary(page, "", profile, article, rows);
    page.flush();
  }

  /**
   * Writes in a line how many locations and placed rows {@code profile} has, and which rows may
   * have been forgotten. The writer is flushed, and left open.
   *
   * @param article whose names the profile has {@linkplain Profile#complete completed}
   * @throws IOException if the writer cannot take it
   */
  public void writeSummary(Profile profile, Article article, Writer out) throws IOException {
    TextPage page = new TextPage(out, style);
    writeSummary(page, profile.source() + ": ", profile, article, profile.place(article));
    page.flush();
  }

  private static void writeSummary(
      TextPage page, String subject, Profile profile, Article article, List<PlacedRow> rows)
      throws IOException {
    long placed = rows.stream().filter(row -> !row.locations().isEmpty()).count();
    page.paragraph(
        0,
        subject
            + English.counted(profile.locations().size(), "location")
            + ", "
            + English.number(placed)
            + " of "
            + English.counted(rows.size(), "row")
            + " of "
            + article.label()
            + (rows.size() == 1 ? " has a location" : " have a location"));
    List<Location> ofAll = locationsOfAll(profile, rows);
    for (PlacedRow row : rows) {
      Optional<String> doubt = doubt(row, ofAll, profile);
      if (doubt.isPresent()) {
        page.paragraph(
            0,
            "Row " + row.row().row() + ", " + row.row().name().best() + ", " + doubt.get() + ".");
      }
    }
  }

  private static void writeProducts(TextPage page, Profile profile, List<PlacedRow> rows)
      throws IOException {
    if (profile.products().isEmpty()) {
      return;
    }
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("File name", "UpgradeCode", "ProductName"));
    for (FileName file : rows.stream().map(row -> row.row().name().best()).distinct().toList()) {
      Product product = profile.products().get(file);
      if (product != null) {
        table.add(
            List.of(file.spelling(), product.upgradeCode().orElse(""), product.name().orElse("")));
      }
    }
    page.table("", table);
    page.blankLine();
  }

  private static void writeDatabase(TextPage page, Profile profile, List<PlacedRow> rows)
      throws IOException {
    if (profile.database().isEmpty()) {
      return;
    }
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("File name", "Adds to a database", "Asked at"));
    for (FileName file : rows.stream().map(row -> row.row().name().best()).distinct().toList()) {
      DatabaseAddition addition = profile.database().get(file);
      if (addition != null) {
        for (DatabaseAddition.RequiredObject object : addition.objects()) {
          table.add(
              Stream.of(
                      file.spelling(),
                      object.toString(),
                      addition.locations().isEmpty()
                          ? "each location of the file"
                          : English.enumerate(addition.locations()))
                  .map(page.style()::safe)
                  .toList());
        }
      }
    }
    page.table("", table);
    page.blankLine();
  }

  private static List<Location> locationsOfAll(Profile profile, List<PlacedRow> rows) {
    return profile.locations().stream()
        .filter(location -> rows.stream().allMatch(row -> row.locations().contains(location)))
        .toList();
  }

  /** Returns why the row may have been forgotten, absent if some location names it. */
  private static Optional<String> doubt(PlacedRow row, List<Location> ofAll, Profile profile) {
    if (row.locations().isEmpty()) {
      return Optional.of("has no location");
    }
    return row.locations().equals(ofAll) && ofAll.size() < profile.locations().size()
        ? Optional.of("is only where all files are")
        : Optional.empty();
  }

  private void writeLocation(TextPage page, int number, Location location, List<PlacedRow> rows)
      throws IOException {
    long held = rows.stream().filter(row -> row.locations().contains(location)).count();
    page.line(number + "  " + style.paint(Color.BOLD, style.safe(location.name())));
    page.paragraph(3, "where", location.where());
    if (location.path().isPresent()) {
      page.paragraph(3, "path", location.path().get());
    }
    page.paragraph(3, "holds", English.counted(held, "row") + policy(location));
    page.blankLine();
  }

  private static String policy(Location location) {
    return (location.acceptance().laterWillDo() ? ", as listed or later" : ", exactly as listed")
        + "; "
        + location.phase().id()
        + (location.optional() ? "; optional" : "")
        + (location.several() ? "; on each of several servers" : "")
        + (location.naming() == FileNaming.RANDOM ? "; under random names" : "");
  }

  /** One column for each location, headed by its number. */
  private List<List<String>> files(Profile profile, List<PlacedRow> rows) {
    List<List<String>> table = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of("Row", "File name"));
    for (int i = 0; i < profile.locations().size(); i++) {
      heading.add(Integer.toString(i + 1));
    }
    heading.add("Component");
    heading.replaceAll(word -> style.paint(Color.BOLD, word));
    table.add(heading);
    for (PlacedRow placed : rows) {
      ExpectedFile row = placed.row();
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(row.row()));
      cells.add(style.safe(row.name().best().spelling() + (row.name().isKnown() ? "" : "...")));
      for (Location location : profile.locations()) {
        cells.add(placed.locations().contains(location) ? HERE : NOT_HERE);
      }
      cells.add(style.safe(profile.components().getOrDefault(row.name().best(), "")));
      table.add(cells);
    }
    return table;
  }
}
