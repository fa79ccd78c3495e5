package io.kbaudit.cli;

import static java.util.stream.Collectors.joining;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.RowSelection;
import io.kbaudit.file.Printable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that choose rows of an article that lists files for several platforms. */
final class Selection {
  private static final int CHOICES_SHOWN = 10;

  private Selection() {}

  /** Adds the options. */
  static CommandSpec addOptionsTo(CommandSpec spec) {
    return spec.addOption(
            Options.valued("--group", "TEXT", String.class)
                .description("Only the rows under a heading with these words.")
                .build())
        .addOption(
            Options.valued("--platform", "NAME", String.class)
                .description("Only the rows for this processor, or for all: x86, x64, Alpha.")
                .build())
        .addOption(
            Options.valued("--language", "NAME", String.class)
                .description("Only the rows for this language, or for all: German.")
                .build());
  }

  /** Returns {@code request}, of the rows that the options choose. */
  static AuditRequest narrow(AuditRequest request, ParseResult arguments)
      throws CannotAskException {
    RowSelection selection =
        new RowSelection(
            given(arguments, "--group"),
            given(arguments, "--platform"),
            given(arguments, "--language"));
    AuditRequest narrowed = request.withSelection(selection);
    if (!selection.equals(RowSelection.ALL) && narrowed.selectsNothing()) {
      throw new CannotAskException(
          "no row is left by --group, --platform and --language" + choices(request.article()));
    }
    return narrowed;
  }

  private static Optional<String> given(ParseResult arguments, String option)
      throws CannotAskException {
    String text = arguments.matchedOptionValue(option, null);
    if (text != null && text.isBlank()) {
      throw new CannotAskException(option + " is empty; it takes words to look for");
    }
    return Optional.ofNullable(text);
  }

  private static String choices(Article article) {
    String choices =
        choices("headings", article, row -> Optional.of(row.variant().table()))
            + choices("groups", article, row -> row.variant().group())
            + choices("platforms", article, row -> row.variant().platform())
            + choices("languages", article, row -> row.variant().language());
    return "; "
        + article.label()
        + (choices.isEmpty() ? " has nothing to choose by" : " has" + choices);
  }

  private static String choices(
      String what, Article article, Function<ExpectedFile, Optional<String>> value) {
    List<String> values =
        article.rows().stream()
            .flatMap(row -> value.apply(row).stream())
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    return values.isEmpty()
        ? ""
        : " "
            + what
            + " "
            + values.stream().limit(CHOICES_SHOWN).map(Printable::quoted).collect(joining(", "))
            + (values.size() > CHOICES_SHOWN
                ? " and " + (values.size() - CHOICES_SHOWN) + " more"
                : "");
  }
}
