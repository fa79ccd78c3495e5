package io.kbaudit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The installation, as the build leaves it in the checkout. */
final class Installation {
  /** The top of the checkout, where README's commands are meant to be run. */
  static final Path CHECKOUT = Path.of(System.getProperty("kbaudit.root"));

  static final Path HOME = CHECKOUT.resolve("cli/target/kbaudit");

  static final Path KBAUDIT = HOME.resolve("bin/kbaudit");

  private Installation() {}

  /** Runs the launcher at the top of the checkout. */
  static Launched kbaudit(Object... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(KBAUDIT.toString());
    for (Object arg : args) {
      command.add(arg.toString());
    }
    return Launched.run(CHECKOUT, Map.of(), command);
  }
}
