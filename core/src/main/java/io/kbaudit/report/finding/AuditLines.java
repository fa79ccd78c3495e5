package io.kbaudit.report.finding;

import static java.util.stream.Collectors.joining;

import io.kbaudit.article.Article;
import io.kbaudit.article.ListedSize;
import io.kbaudit.article.RowSelection;
import io.kbaudit.file.SourceName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.ArticleRecord;
import io.kbaudit.record.LocationRecord;
import io.kbaudit.record.PolicyRecord;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How reports for people speak of articles, files and numbers: alike in every locale. */
public final class AuditLines {
  private AuditLines() {}

  /** Returns what an article is called, and its title if it has one. */
  public static String title(Article article) {
    return title(article.label(), article.title());
  }

  private static String title(String label, Optional<String> title) {
    return label + title.map(text -> ", " + text).orElse("");
  }

  /** Returns which article it is, and where it was read. */
  public static String article(Article article) {
    return article(article.label(), article.title(), article.source());
  }

  /** Returns which article it is, and where it was read. */
  public static String article(ArticleRecord article) {
    return article(article.label(), article.title(), article.source());
  }

  private static String article(String label, Optional<String> title, String source) {
    return title(label, title)
        + " ("
        + (SourceName.isBundled(source) ? source : "read from " + source)
        + ")";
  }

  public static String size(ObservedFile file) {
    return file instanceof ObservedFile.Readable readable
        ? bytes(readable.sizeBytes())
        : "unreadable";
  }

  /** Returns why a file cannot be read, not yet safe to print; empty where it can be. */
  public static String whyUnreadable(ObservedFile file) {
    return file instanceof ObservedFile.Unreadable unreadable ? unreadable.reason() : "";
  }

  public static String bytes(long bytes) {
    return ListedSize.ofBytes(bytes).toString();
  }

  /** Returns the time that a file carries, and its zone. */
  public static String time(ObservedFile file, PolicyRecord policy) {
    return time(file, zone(policy));
  }

  /** Returns the time that a file carries, and the zone of which that is the local time. */
  public static String time(ObservedFile file, String zone) {
    if (file instanceof ObservedFile.Readable readable) {
      var time = readable.modified().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
      return time.toLocalDate() + " " + time.toLocalTime() + " " + zone;
    }
    return "";
  }

  /** Returns the zone of the times that files carry. */
  public static String zone(PolicyRecord policy) {
    return policy.sourceZone().orElse("UTC");
  }

  /** Returns what is known of a file that was come upon, not yet safe to print. */
  public static String found(ObservedFile file, PolicyRecord policy) {
    return file instanceof ObservedFile.Unreadable unreadable
        ? "unreadable: " + unreadable.reason()
        : size(file) + ", " + time(file, policy);
  }

  /** Returns what is to be said of a place that nobody looked at, not yet safe to print. */
  public static String unaudited(LocationRecord location) {
    return "not audited, since no folder was given for it"
        + (location.where().isEmpty() ? "" : ": ")
        + where(location);
  }

  /** Returns where the place is, and whether it may be missing; not yet safe to print. */
  public static String where(LocationRecord location) {
    return location.where() + (location.optional() ? " (optional)" : "");
  }

  /** Returns for example "5m" or "1h30m": ISO 8601 without its marks. */
  public static String shortly(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  /** Returns which rows are meant, as it follows {@code only}. */
  public static String chosenBy(RowSelection selection) {
    return Stream.of(
            selection.group().map(text -> "under '" + text + "'"),
            selection.platform().map(text -> "for " + text),
            selection.language().map(text -> "in " + text))
        .flatMap(Optional::stream)
        .collect(joining(", "));
  }
}
