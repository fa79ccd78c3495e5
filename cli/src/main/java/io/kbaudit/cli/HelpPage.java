package io.kbaudit.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of one command, for a screen of so many columns. */
final class HelpPage {
  /** Labels up to this width have their meaning beside them, wider ones below them. */
  private static final int WIDEST_LABEL = 22;

  private static final int NARROWEST_LABEL = 4;

  private static final int INDENT = 2;

  private final CommandSpec spec;
  private final int columns;
  private final boolean colored;
  private final List<String> lines = new ArrayList<>();

  private HelpPage(CommandSpec spec, int columns, boolean colored) {
    this.spec = spec;
    this.columns = columns;
    this.colored = colored;
  }

  /** Returns the help of {@code spec}, in lines that end in {@code \n}. */
  static String of(CommandSpec spec, int columns, boolean colored) {
    return String.join("\n", new HelpPage(spec, columns, colored).lines()) + "\n";
  }

  private List<String> lines() {
    String usage = "Usage: " + spec.qualifiedName();
    lines.addAll(
        Wrapped.lines(
            usage + " " + String.join(" ", Usage.synopsis(spec)), columns, usage.length() + 1));
    lines.add("");
    lines.addAll(Wrapped.lines(Usage.description(spec), columns, 0));
    parameters(spec.positionalParameters());
    options(Usage.options(spec));
    commands(Usage.subcommands(spec));
    for (Footer.Block block : Footer.of(spec).blocks()) {
      lines.add("");
      block(block);
    }
    return lines;
  }

  private void parameters(List<PositionalParamSpec> parameters) {
    List<Footer.Term> terms = new ArrayList<>();
    for (PositionalParamSpec parameter : parameters) {
      terms.add(new Footer.Term(Usage.label(parameter), text(parameter)));
    }
    section("Parameters:", terms);
  }

  private void options(List<OptionSpec> options) {
    List<Footer.Term> terms = new ArrayList<>();
    for (OptionSpec option : options) {
      String label = Usage.label(option);
      terms.add(new Footer.Term(label.startsWith("--") ? "    " + label : label, text(option)));
    }
    section("Options:", terms);
  }

  private void commands(List<CommandSpec> commands) {
    List<Footer.Term> terms = new ArrayList<>();
    for (CommandSpec command : commands) {
      terms.add(new Footer.Term(command.name(), Usage.summary(command)));
    }
    section("Commands:", terms);
  }

  private static String text(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  private void section(String heading, List<Footer.Term> terms) {
    if (!terms.isEmpty()) {
      lines.add("");
      lines.add(bold(heading));
      terms(terms);
    }
  }

  private void terms(List<Footer.Term> terms) {
    int widest =
        terms.stream()
            .mapToInt(term -> term.word().length())
            .filter(width -> width <= WIDEST_LABEL)
            .max()
            .orElse(NARROWEST_LABEL);
    for (Footer.Term term : terms) {
      lines.addAll(
          Wrapped.labelled(
              " ".repeat(INDENT) + term.word(), term.meaning(), columns, INDENT + widest + 2));
    }
  }

  private void block(Footer.Block block) {
    if (block instanceof Footer.Paragraph paragraph) {
      lines.addAll(Wrapped.lines(paragraph.text(), columns, 0));
    } else if (block instanceof Footer.Terms terms) {
      terms(terms.terms());
    } else if (block instanceof Footer.Examples examples) {
      if (!examples.heading().isEmpty()) {
        lines.add(bold(examples.heading()));
      }
      for (String command : examples.commands()) {
        lines.addAll(Wrapped.command(command, columns, INDENT));
      }
    }
  }

  private String bold(String text) {
    return colored ? "\u001B[1m" + text + "\u001B[0m" : text;
  }
}
