package io.kbaudit.deployment;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.file.FileName;
import io.kbaudit.text.Printable;
import io.kbaudit.yaml.YamlText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A profile to begin with, as YAML: the files of an article before the installation and after it,
 * for somebody who knows the servers to go on from. Made anew each time, for any number of threads
 * at once.
 */
public final class FirstProfile {
  private final Article article;

  private FirstProfile(Article article) {
    this.article = article;
  }

  /**
   * Returns the bundled profile of {@code article} where there is one, else one with two places.
   *
   * @throws IllegalArgumentException if it lists no files
   */
  public static String of(Article article) {
    if (article.rows().isEmpty()) {
      throw new IllegalArgumentException(article.label() + " lists no files");
    }
    return article
        .id()
        .flatMap(BundledProfiles::text)
        .orElseGet(() -> new FirstProfile(article).text());
  }

  private String text() {
    return "# Where the files of "
        + Printable.excerpt(article.label())
        + " belong. What follows a # is a remark.\n"
        + article.id().map(id -> "article: " + id + "\n").orElse("")
        + names()
        + components()
        + signatures()
        + locations();
  }

  private String names() {
    List<ExpectedFile> cut = article.rows().stream().filter(row -> row.name().cut()).toList();
    if (cut.isEmpty()) {
      return "";
    }
    return "\n# The full names of rows whose names the article cuts, by row.\n# names:\n"
        + cut.stream()
            .map(row -> "#   " + row.row() + ": " + remark(row.name().best()) + "\n")
            .collect(Collectors.joining());
  }

  private String components() {
    return """

    # What the article calls the component in a file.
    # components:
    #   %1$s: The Component

    # What the package in a file says that it installs: by that a later version is known.
    # products:
    #   %1$s:
    #     name: The Product       # its ProductName
    #     # its UpgradeCode; one of the two will do
    #     upgrade-code: "{01234567-89AB-CDEF-0123-456789ABCDEF}"
    """
        .formatted(remark(article.rows().get(0).name().best()));
  }

  private static String signatures() {
    return """

    # Whether each file must have a trusted signature, and by whom: one of these, as the certificate
    # spells the common name or the organization, or the certificate's SHA-256.
    # signature: required
    # publishers:
    #   - Microsoft Corporation
    """;
  }

  private String locations() {
    return """

    locations:
      # Before the installation: is what was downloaded complete, and as it was published?
      - name: package
        where: the folder with the extracted files
        # path: C:\\temp\\package
        phase: pre-install
        accept: exact
        files: all

      # After it: does the server hold these files? Leave out what it does not get; more servers are
      # more locations, or one that is 'several: true' where all get the same.
      - name: target
        where: the server
        # path: C:\\Program Files
        phase: post-install
        accept: %s
        # optional: true      # a deployment may do without it
        # several: true       # it is on each of several servers
        # file-names: random  # as in C:\\Windows\\Installer
        files:%s
    """
        .formatted(
            (article.statements().laterAccepted() ? Acceptance.OR_LATER : Acceptance.EXACT).id(),
            files());
  }

  private String files() {
    if (!article.rows().stream().allMatch(row -> row.name().isKnown())) {
      return " all";
    }
    return article.rows().stream()
        .map(row -> row.name().best())
        .distinct()
        .map(name -> "\n      - " + YamlText.of(name.spelling()))
        .collect(Collectors.joining());
  }

  /** Returns {@code name} for a remark, which no character of it may end. */
  private static String remark(FileName name) {
    return Printable.excerpt(YamlText.of(name.spelling()));
  }
}
