package io.kbaudit.script;

import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of a script's commands, the same in every shell.
 *
 * <p>Everything is checked before anything is changed, and everything is copied before anything is
 * replaced: a full disk or a broken connection leaves every file of the share as it was. A script
 * may be run long after the package was verified; so the sizes of its files are checked, and before
 * anything is replaced the sizes and contents of the copies.
 */
final class ScriptText {
  private static final List<String> HEAD =
      List.of(
          "Copies files of a package to a share, and keeps the files that they replace.",
          "Made by kbaudit, which executed nothing of it: read it, then run it yourself.");

  private static final String RUN_ALREADY = "; if this script was run already, plan again";

  private static final String BROKEN_OFF =
      "; it is left of a script that broke off: delete it, and plan again";

  private final CopyScript script;
  private final ShellDialect dialect;
  private final StringBuilder text = new StringBuilder();

  private ScriptText(CopyScript script, ShellDialect dialect) {
    this.script = script;
    this.dialect = dialect;
  }

  static String of(CopyScript script, ShellDialect dialect) throws UnquotableException {
    return new ScriptText(script, dialect).write();
  }

  private String write() throws UnquotableException {
    text.append(dialect.opening(head(), script));
    if (!script.steps().isEmpty()) {
      checkAll();
      copyAll();
      compareAll();
      replaceAll();
    }
    text.append('\n').append(dialect.closing(whatWasDone(), rest(), script));
    return text.toString().replace("\n", dialect.lineEnd());
  }

  private List<String> head() {
    List<String> head = new ArrayList<>(HEAD);
    script.comments().forEach(comment -> head.add("  " + comment));
    return head;
  }

  private void checkAll() throws UnquotableException {
    section("Everything is checked before anything is changed.");
    text.append(dialect.requireFolder(Place.PACKAGE, unchanged("there is no package folder")));
    text.append(dialect.requireFolder(Place.SHARE, unchanged("there is no share folder")));
    for (CopyStep step : script.steps()) {
      check(step);
    }
  }

  private void check(CopyStep step) throws UnquotableException {
    requireFile(Place.PACKAGE, step.from(), "the package has no file");
    requireSizeInPackage(step);
    if (step.backUp().isPresent()) {
      requireFile(Place.SHARE, step.to(), "the share no longer has a file");
      requireFree(step.backUp().get(), "the share already has a back-up", RUN_ALREADY);
    } else {
      requireFree(step.to(), "the share already has a file", RUN_ALREADY);
    }
    requireFree(step.part(), "the share still has a part of a copy", BROKEN_OFF);
  }

  private void requireFile(Place place, String name, String problem) throws UnquotableException {
    text.append(dialect.requireFile(place, name, unchanged(problem + ": " + shown(name))));
  }

  private void requireSizeInPackage(CopyStep step) throws UnquotableException {
    String sentence =
        unchanged(
            "the package's file has another size than it was verified with: " + shown(step.from()));
    text.append(dialect.requireSize(Place.PACKAGE, step.from(), step.bytes(), sentence));
  }

  private void requireFree(String name, String problem, String advice) throws UnquotableException {
    text.append(dialect.requireFree(name, unchanged(problem + ": " + shown(name) + advice)));
  }

  private void copyAll() throws UnquotableException {
    section("Everything is copied, under names that end in " + CopyStep.PART + ".");
    for (CopyStep step : script.steps()) {
      String sentence = unreplaced("could not copy " + shown(step.from()));
      text.append(dialect.copy(step.from(), step.part(), sentence));
    }
  }

  private void compareAll() throws UnquotableException {
    section("Each copy is compared with what was verified.");
    for (CopyStep step : script.steps()) {
      compare(step);
    }
  }

  private void compare(CopyStep step) throws UnquotableException {
    String copy = "the copy of " + shown(step.from());
    String anotherSize = unreplaced(copy + " has another size than was verified");
    text.append(dialect.requireSize(Place.SHARE, step.part(), step.bytes(), anotherSize));
    if (step.sha256().isPresent()) {
      String otherContents = unreplaced(copy + " has other contents than were verified");
      text.append(dialect.requireContents(step.part(), step.sha256().get(), otherContents));
    }
  }

  private void replaceAll() throws UnquotableException {
    section("Each copy takes its place, and what stood there its back-up name.");
    for (CopyStep step : script.steps()) {
      String kept = "";
      if (step.backUp().isPresent()) {
        String backUp = step.backUp().get();
        rename(step.to(), backUp, "");
        kept = "; the old file is now " + shown(backUp);
      }
      rename(step.part(), step.to(), kept);
    }
  }

  private void rename(String from, String to, String kept) throws UnquotableException {
    String sentence = "Stopped: could not rename " + shown(from) + " to " + shown(to) + kept;
    text.append(dialect.rename(from, to, sentence));
  }

  private void section(String title) {
    text.append('\n').append(dialect.comment(title));
  }

  private String whatWasDone() {
    int copied = script.steps().size();
    return copied == 0 ? "There is nothing to copy" : English.counted(copied, "file") + " copied";
  }

  private String rest() {
    if (script.steps().isEmpty()) {
      return "." + left();
    }
    long backedUp = script.steps().stream().filter(step -> step.backUp().isPresent()).count();
    return (", " + backedUp + " backed up." + left())
        + (" Now verify the share: " + shown(script.verification()));
  }

  private String left() {
    return script.left() == 0
        ? ""
        : " NOT copied: "
            + English.counted(script.left(), "file")
            + " that the plan could not plan; this script names them in its first lines.";
  }

  private static String unchanged(String problem) {
    return "Nothing was changed: " + problem;
  }

  private static String unreplaced(String problem) {
    return "No file was replaced: " + problem + "; what was copied ends in " + CopyStep.PART;
  }

  private static String shown(String name) {
    return Printable.line(name);
  }
}
