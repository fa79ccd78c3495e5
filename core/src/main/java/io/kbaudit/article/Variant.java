package io.kbaudit.article;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the files of one name a row means: articles list a name once for each product, platform
 * or language. All is as the article prints it, and absent where it prints nothing. Immutable.
 *
 * @param table the heading above the table; empty where there is none
 * @param group the heading inside the table, or the product or source that the row names
 * @param servicePack that the file requires, such as {@code SP3}
 * @param branch the service branch, such as {@code SP3GDR}
 */
public record Variant(
    String table,
    Optional<String> group,
    Optional<String> platform,
    Optional<String> language,
    Optional<String> servicePack,
    Optional<String> branch) {
  /** General distribution, quick fix engineering and, since Windows Vista, limited distribution. */
  private static final Pattern BRANCH = Pattern.compile("(?is)(.*)(GDR|QFE|LDR)(.*)");

  private static final Pattern RELEASE = Pattern.compile("(?i)(?:RTM|SP[0-9])?");

  /** Checks that nothing is null. */
  public Variant {
    requireNonNull(table, "table");
    requireNonNull(group, "group");
    requireNonNull(platform, "platform");
    requireNonNull(language, "language");
    requireNonNull(servicePack, "servicePack");
    requireNonNull(branch, "branch");
  }

  /** Returns the variant of a row of which only the table is known. */
  public static Variant of(String table) {
    return new Variant(
        table,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns the heading that stands nearest above the row; absent where there is none. */
  public Optional<String> heading() {
    return group.or(() -> Optional.of(table).filter(text -> !text.isEmpty()));
  }

  /** Returns all headings above the row together; blank where there are none. */
  String headings() {
    return table + " " + group.orElse("");
  }

  /** Returns this variant for a platform. */
  public Variant onPlatform(String other) {
    return new Variant(table, group, Optional.of(other), language, servicePack, branch);
  }

  /** Returns this variant under another heading inside the table. */
  public Variant inGroup(String other) {
    return new Variant(table, Optional.of(other), platform, language, servicePack, branch);
  }

  /** Returns this variant in a language. */
  public Variant inLanguage(String other) {
    return new Variant(table, group, platform, Optional.of(other), servicePack, branch);
  }

  /** Returns this variant with its headings under {@code title}, as in {@code title: heading}. */
  Variant under(String title) {
    return new Variant(
        table.isEmpty() ? title : title + ": " + table,
        group.map(text -> title + ": " + text),
        platform,
        language,
        servicePack,
        branch);
  }

  /** Returns whether {@code text} names a branch, with its release or without: {@code RTMGDR}. */
  public static boolean isBranch(String text) {
    Matcher branch = BRANCH.matcher(text);
    return branch.matches()
        && RELEASE.matcher(branch.group(1)).matches()
        && branch.group(3).isEmpty();
  }

  /** Returns the kind of its branch, such as {@code GDR}; absent where it has none, or another. */
  public Optional<String> branchKind() {
    Matcher kind = BRANCH.matcher(branch.orElse(""));
    return kind.matches() ? Optional.of(kind.group(2).toUpperCase(Locale.ROOT)) : Optional.empty();
  }

  /** Returns this variant of a branch of any kind: rows that are equal so are alternatives. */
  public Variant ofAnyBranch() {
    return new Variant(
        table, group, platform, language, servicePack, branch.map(Variant::withoutKind));
  }

  private static String withoutKind(String branch) {
    Matcher kind = BRANCH.matcher(branch);
    return kind.matches() ? kind.group(1) + kind.group(3) : branch;
  }
}
