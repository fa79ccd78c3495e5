package io.kbaudit.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script of every shell refuses, with nothing changed. */
abstract class RefusalsOfEveryShell {
  static final String RUN_ALREADY = "; if this script was run already, plan again";

  @TempDir Path temp;
  Scene scene;

  @BeforeEach
  void setTheScene() throws IOException {
    scene = new Scene(temp.resolve("scene"), "package", "share");
  }

  /**
   * Runs the script of these steps, which must say this sentence and nothing else, and end with 1.
   */
  abstract void assertRefused(List<CopyStep> steps, String sentence) throws Exception;

  @Test
  void refusesWhatThePackageDoesNotHave() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    Files.delete(scene.packageFolder().resolve("b.msi"));

    assertRefused(steps, "Nothing was changed: the package has no file: b.msi");
  }

  @Test
  void refusesAFolderInPlaceOfAFile() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    Files.delete(scene.packageFolder().resolve("b.msi"));
    Files.createDirectory(scene.packageFolder().resolve("b.msi"));

    assertRefused(steps, "Nothing was changed: the package has no file: b.msi");
  }

  @Test
  void refusesToReplaceAFileOfWhichNoBackUpIsPlanned() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    scene.install("another b.msi");

    assertRefused(
        steps, "Nothing was changed: the share already has a file: another b.msi" + RUN_ALREADY);
  }

  @Test
  void refusesToContinueABrokenOffCopy() throws Exception {
    List<CopyStep> steps = scene.stepsFor(List.of("a.msi", "b.msi"));
    scene.install("b.msi.kbaudit-part");

    assertRefused(
        steps,
        "Nothing was changed: the share still has a part of a copy: b.msi.kbaudit-part;"
            + " it is left of a script that broke off: delete it, and plan again");
  }

  @Test
  void refusesWithoutAShare() throws Exception {
    scene.ship("a.msi");
    List<CopyStep> steps = List.of(scene.step("a.msi", "a.msi", Optional.empty()));
    Files.delete(scene.share());

    assertRefused(steps, "Nothing was changed: there is no share folder");
  }
}
