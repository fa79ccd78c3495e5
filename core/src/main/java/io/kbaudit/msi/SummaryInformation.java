package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import io.kbaudit.msi.ole.OleFormatException;
import io.kbaudit.msi.ole.PropertySet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file says of itself beside its database: the stream {@code SummaryInformation} ("Summary
 * Information Stream", Windows Installer reference). What it does not say is absent; a {@link
 * #builder()} makes one that says something. Immutable.
 *
 * @param codepage of the texts here, 0 to 65,535; the database has one of its own
 * @param revision of a package or module its package code; of a patch its code, then those of the
 *     patches that it replaces; of a transform what it applies to
 * @param created to 100 ns; many writers put the same time into every file
 * @param lastSaved to 100 ns
 * @param pageCount the oldest Windows Installer that will do, times 100
 * @param wordCount bits for what the sources are like: 1 short names, 2 compressed, 4 an
 *     administrative image, 8 no elevation needed
 * @param security 0 none, 2 read-only recommended, 4 read-only enforced
 */
public record SummaryInformation(
    OptionalInt codepage,
    Optional<String> title,
    Optional<String> subject,
    Optional<String> author,
    Optional<String> keywords,
    Optional<String> comments,
    Optional<Template> template,
    Optional<String> lastSavedBy,
    Optional<String> revision,
    Optional<Instant> lastPrinted,
    Optional<Instant> created,
    Optional<Instant> lastSaved,
    OptionalInt pageCount,
    OptionalInt wordCount,
    OptionalInt charCount,
    Optional<String> application,
    OptionalInt security) {

  /** FMTID_SummaryInformation ([MS-OLEPS] 2.23). */
  private static final UUID FORMAT = UUID.fromString("f29f85e0-4ff9-1068-ab91-08002b27b3d9");

  private static final Pattern CODE_AT_START = Pattern.compile("\\s*(\\{[0-9A-Fa-f-]{36}\\}).*");

  /** Checks that nothing is null. */
  public SummaryInformation {
    requireNonNull(codepage, "codepage");
    requireNonNull(title, "title");
    requireNonNull(subject, "subject");
    requireNonNull(author, "author");
    requireNonNull(keywords, "keywords");
    requireNonNull(comments, "comments");
    requireNonNull(template, "template");
    requireNonNull(lastSavedBy, "lastSavedBy");
    requireNonNull(revision, "revision");
    requireNonNull(lastPrinted, "lastPrinted");
    requireNonNull(created, "created");
    requireNonNull(lastSaved, "lastSaved");
    requireNonNull(pageCount, "pageCount");
    requireNonNull(wordCount, "wordCount");
    requireNonNull(charCount, "charCount");
    requireNonNull(application, "application");
    requireNonNull(security, "security");
  }

  /** Returns a summary to go on from, which says nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the code with which the revision begins, with its braces: the package code. */
  public Optional<String> packageCode() {
    if (revision.isEmpty()) {
      return Optional.empty();
    }
    Matcher code = CODE_AT_START.matcher(revision.get());
    return code.matches() ? Optional.of(code.group(1)) : Optional.empty();
  }

  /**
   * Reads the stream.
   *
   * @param otherwise the code page of texts where the summary states none
   * @param problems to which is added what cannot be read of single values
   */
  static SummaryInformation read(
      byte[] stream, MsiKind kind, CodePage otherwise, List<MsiProblem> problems)
      throws MsiFormatException {
    try {
      PropertySet set = PropertySet.read(stream, FORMAT);
      if (set.problems().size() > set.values().size()) {
        throw new MsiFormatException(
            "the summary information is damaged: most of its values cannot be read, the first one"
                + " because "
                + set.problems().get(0));
      }
      SummaryValues values = new SummaryValues(set, otherwise);
      SummaryInformation summary = of(values, kind);
      for (String problem : values.problems()) {
        problems.add(new MsiProblem(MsiProblem.Kind.BAD_VALUE, "summary information, " + problem));
      }
      return summary;
    } catch (OleFormatException e) {
      throw new MsiFormatException("the summary information is damaged: " + e.getMessage());
    }
  }

  /** Numbers of properties are those of [MS-OLEPS] 2.25.1. */
  private static SummaryInformation of(SummaryValues values, MsiKind kind) {
    return new SummaryInformation(
        values.statedCodePage(),
        values.text(2),
        values.text(3),
        values.text(4),
        values.text(5),
        values.text(6),
        values.text(7).map(template -> Template.parse(template, kind)),
        values.text(8),
        values.text(9),
        values.time(11),
        values.time(12),
        values.time(13),
        values.number(14),
        values.number(15),
        values.number(16),
        values.text(18),
        values.number(19));
  }

  /** Collects what a summary says. Not safe for use by several threads. */
  public static final class Builder {
    private OptionalInt codepage = OptionalInt.empty();
    private Optional<String> title = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private Optional<String> author = Optional.empty();
    private Optional<String> keywords = Optional.empty();
    private Optional<String> comments = Optional.empty();
    private Optional<Template> template = Optional.empty();
    private Optional<String> lastSavedBy = Optional.empty();
    private Optional<String> revision = Optional.empty();
    private Optional<Instant> lastPrinted = Optional.empty();
    private Optional<Instant> created = Optional.empty();
    private Optional<Instant> lastSaved = Optional.empty();
    private OptionalInt pageCount = OptionalInt.empty();
    private OptionalInt wordCount = OptionalInt.empty();
    private OptionalInt charCount = OptionalInt.empty();
    private Optional<String> application = Optional.empty();
    private OptionalInt security = OptionalInt.empty();

    private Builder() {}

    public Builder codepage(int value) {
      codepage = OptionalInt.of(value);
      return this;
    }

    public Builder title(String value) {
      title = Optional.of(value);
      return this;
    }

    public Builder subject(String value) {
      subject = Optional.of(value);
      return this;
    }

    public Builder author(String value) {
      author = Optional.of(value);
      return this;
    }

    public Builder keywords(String value) {
      keywords = Optional.of(value);
      return this;
    }

    public Builder comments(String value) {
      comments = Optional.of(value);
      return this;
    }

    public Builder template(Template value) {
      template = Optional.of(value);
      return this;
    }

    public Builder lastSavedBy(String value) {
      lastSavedBy = Optional.of(value);
      return this;
    }

    public Builder revision(String value) {
      revision = Optional.of(value);
      return this;
    }

    public Builder lastPrinted(Instant value) {
      lastPrinted = Optional.of(value);
      return this;
    }

    public Builder created(Instant value) {
      created = Optional.of(value);
      return this;
    }

    public Builder lastSaved(Instant value) {
      lastSaved = Optional.of(value);
      return this;
    }

    public Builder pageCount(int value) {
      pageCount = OptionalInt.of(value);
      return this;
    }

    public Builder wordCount(int value) {
      wordCount = OptionalInt.of(value);
      return this;
    }

    public Builder charCount(int value) {
      charCount = OptionalInt.of(value);
      return this;
    }

    public Builder application(String value) {
      application = Optional.of(value);
      return this;
    }

    public Builder security(int value) {
      security = OptionalInt.of(value);
      return this;
    }

    public SummaryInformation build() {
      return new SummaryInformation(
          codepage,
          title,
          subject,
          author,
          keywords,
          comments,
          template,
          lastSavedBy,
          revision,
          lastPrinted,
          created,
          lastSaved,
          pageCount,
          wordCount,
          charCount,
          application,
          security);
    }
  }
}
