package io.kbaudit.report.text;

import io.kbaudit.report.CommandLine;
import java.nio.charset.StandardCharsets;

/** The screens that reports are printed on here; who reads them knows the command line. */
final class Screens {
  static final TextStyle UTF_8 =
      TextStyle.plain(StandardCharsets.UTF_8).withChoices(CommandLine::find);
  static final TextStyle ASCII =
      TextStyle.plain(StandardCharsets.US_ASCII).withChoices(CommandLine::find);
  static final TextStyle COLORED =
      new TextStyle(true, StandardCharsets.UTF_8).withChoices(CommandLine::find);

  private Screens() {}
}
