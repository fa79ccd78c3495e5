package io.kbaudit.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The page of the manual about one command, in the man macros of troff (man(7)). */
final class ManPage {
  /** How a footer's paragraph begins that has a section of its own. */
  private static final String EXIT_CODES = "Exit codes";

  private final CommandSpec spec;
  private final StringBuilder text = new StringBuilder();

  private ManPage(CommandSpec spec) {
    this.spec = spec;
  }

  /**
   * Returns the name of the page of a command, without its section: {@code kbaudit-article-show}.
   */
  static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  /** Returns the page. */
  static String of(CommandSpec spec, String version) {
    return new ManPage(spec).write(version);
  }

  private String write(String version) {
    String title = name(spec).toUpperCase(Locale.ROOT);
    line(
        ".TH " + quoted(title) + " 1 \"\" " + quoted("kbaudit " + version) + " \"kbaudit manual\"");
    section("NAME");
    line(escaped(name(spec)) + " \\- " + escaped(Usage.summary(spec)));
    section("SYNOPSIS");
    line(".B " + escaped(spec.qualifiedName()));
    line(escaped(String.join(" ", Usage.synopsis(spec))));
    section("DESCRIPTION");
    line(escaped(Usage.description(spec)));
    List<Footer.Block> footer = Footer.of(spec).blocks();
    footer.stream().filter(block -> !isExit(block)).forEach(this::prose);
    parameters();
    options();
    commands();
    footer.stream().filter(ManPage::isExit).forEach(this::exit);
    footer.forEach(this::examples);
    seeAlso();
    return text.toString();
  }

  private void parameters() {
    if (!spec.positionalParameters().isEmpty()) {
      section("PARAMETERS");
      spec.positionalParameters()
          .forEach(
              parameter ->
                  term(
                      "\\fI" + escaped(Usage.label(parameter)) + "\\fR",
                      String.join(" ", parameter.description())));
    }
  }

  private void options() {
    section("OPTIONS");
    for (OptionSpec option : Usage.options(spec)) {
      String names =
          Arrays.stream(option.names())
              .map(name -> "\\fB" + escaped(name) + "\\fR")
              .collect(Collectors.joining(", "));
      String value = Usage.label(option).substring(String.join(", ", option.names()).length());
      term(
          names + (value.isEmpty() ? "" : "\\fI" + escaped(value) + "\\fR"),
          String.join(" ", option.description()));
    }
  }

  private void commands() {
    List<CommandSpec> below = Usage.subcommands(spec);
    if (!below.isEmpty()) {
      section("COMMANDS");
      below.forEach(each -> term("\\fB" + escaped(name(each)) + "\\fR(1)", Usage.summary(each)));
    }
  }

  private static boolean isExit(Footer.Block block) {
    return block instanceof Footer.Paragraph paragraph && paragraph.text().startsWith(EXIT_CODES);
  }

  private void exit(Footer.Block block) {
    if (block instanceof Footer.Paragraph paragraph) {
      section("EXIT STATUS");
      line(escaped(paragraph.text()));
    }
  }

  private void prose(Footer.Block block) {
    if (block instanceof Footer.Paragraph paragraph) {
      line(".PP");
      line(escaped(paragraph.text()));
    } else if (block instanceof Footer.Terms terms) {
      terms.terms().forEach(each -> term("\\fB" + escaped(each.word()) + "\\fR", each.meaning()));
    } else if (block instanceof Footer.Examples examples && examples.heading().isEmpty()) {
      line(".PP");
      asTheyAre(examples.commands());
    }
  }

  private void examples(Footer.Block block) {
    if (block instanceof Footer.Examples examples && !examples.heading().isEmpty()) {
      section("EXAMPLES");
      asTheyAre(examples.commands());
    }
  }

  private void asTheyAre(List<String> lines) {
    line(".nf");
    lines.forEach(each -> line(escaped(each)));
    line(".fi");
  }

  private void seeAlso() {
    CommandSpec root = spec.root();
    if (spec != root) {
      section("SEE ALSO");
      line(".BR " + escaped(name(spec.parent())) + " (1)");
    }
  }

  private void section(String heading) {
    line(".SH " + quoted(heading));
  }

  private void term(String label, String meaning) {
    line(".TP");
    line(label);
    line(escaped(meaning));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String quoted(String word) {
    return "\"" + escaped(word) + "\"";
  }

  /** Returns a text that troff prints as it is, character by character (groff_char(7)). */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                escaped.append(
                    switch (c) {
                      case '\\' -> "\\e";
                      case '-' -> "\\-";
                      case '\'' -> "\\(aq";
                      case '"' -> "\\(dq";
                      case '`' -> "\\(ga";
                      case '^' -> "\\(ha";
                      case '~' -> "\\(ti";
                      default ->
                          c < 0x7F
                              ? Character.toString(c)
                              : String.format(Locale.ROOT, "\\[u%04X]", c);
                    }));
    return escaped.indexOf(".") == 0 ? "\\&" + escaped : escaped.toString();
  }
}
