package io.kbaudit.cli;

import io.kbaudit.article.Article;
import io.kbaudit.article.RowSelection;
import io.kbaudit.article.UnknownChoiceException;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.plan.PlanRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that choose rows of an article that lists files for several platforms. */
final class Selection {
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
  static PlanRequest narrow(PlanRequest request, ParseResult arguments) throws CannotAskException {
    PlanRequest narrowed = request.withSelection(of(arguments, request.article()));
    if (narrowed.ofShare().selectsNothing()) {
      throw new CannotAskException(noRowLeft(narrowed.ofShare()));
    }
    return narrowed;
  }

  /** Returns what the options choose, of what {@code article} names. */
  static RowSelection of(ParseResult arguments, Article article) throws CannotAskException {
    RowSelection selection =
        new RowSelection(
            given(arguments, "--group"),
            given(arguments, "--platform"),
            given(arguments, "--language"));
    try {
      selection.requireNamedBy(article);
      return selection;
    } catch (UnknownChoiceException e) {
      String option = "--" + e.kind().name().toLowerCase(Locale.ROOT);
      throw new CannotAskException(
          option + " " + e.getMessage() + Suggestion.afterAll(e.asked(), e.offered()));
    }
  }

  private static Optional<String> given(ParseResult arguments, String option)
      throws CannotAskException {
    String text = arguments.matchedOptionValue(option, null);
    if (text != null && text.isBlank()) {
      throw new CannotAskException(option + " is empty; it takes words to look for");
    }
    return Optional.ofNullable(text);
  }

  /** Returns that the options leave no row, in a sentence. */
  static String noRowLeft(AuditRequest narrowed) {
    RowSelection selection = narrowed.selection();
    List<String> options =
        Stream.of(
                selection.group().map(text -> "--group"),
                selection.platform().map(text -> "--platform"),
                selection.language().map(text -> "--language"))
            .flatMap(Optional::stream)
            .toList();
    return "no row of "
        + narrowed.article().label()
        + narrowed.location().map(place -> " for " + place.name()).orElse("")
        + " is left by "
        + String.join(" and ", options)
        + (options.size() > 1 ? " together" : "")
        + narrowed.article().unreadHint();
  }
}
