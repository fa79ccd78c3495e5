package io.kbaudit.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopyScriptTest {
  private static final Optional<String> NONE = Optional.empty();

  @Test
  void refusesTwoStepsToOneFile() {
    assertRefuses("B.MSI", Scripts.step("a", "b.msi", NONE), Scripts.step("c", "B.MSI", NONE));
  }

  @Test
  void refusesABackUpInTheWayOfACopy() {
    assertRefuses(
        "c.msi",
        Scripts.step("a", "b.msi", Optional.of("c.msi")),
        Scripts.step("c", "c.msi", NONE));
  }

  @Test
  void refusesABackUpUnderTheNameOfTheFileItself() {
    assertRefuses("a.msi", Scripts.step("a.msi", "a.msi", Optional.of("a.msi")));
  }

  @Test
  void refusesACopyUnderTheTemporaryNameOfAnother() {
    assertRefuses(
        "b.msi.kbaudit-part",
        Scripts.step("a", "b.msi", NONE),
        Scripts.step("c", "b.msi.kbaudit-part", NONE));
  }

  @Test
  void mayCopyOneFileTwice() {
    List<CopyStep> steps =
        List.of(Scripts.step("a.msi", "a.msi", NONE), Scripts.step("a.msi", "b.msi", NONE));

    assertThat(new CopyScript("package", "share", steps, List.of(), "kbaudit verify").steps())
        .isEqualTo(steps);
  }

  @Test
  void refusesAFileOfLessThanNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CopyStep("a.msi", "a.msi", NONE, -1, Optional.empty()))
        .withMessage("negative size: -1");
  }

  private static void assertRefuses(String name, CopyStep... steps) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new CopyScript("package", "share", List.of(steps), List.of(), "kbaudit verify"))
        .withMessage("used twice on the share: '" + name + "'");
  }
}
