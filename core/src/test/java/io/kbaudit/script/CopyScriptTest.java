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
    assertRefuses("B.MSI", new CopyStep("a", "b.msi", NONE), new CopyStep("c", "B.MSI", NONE));
  }

  @Test
  void refusesABackUpInTheWayOfACopy() {
    assertRefuses(
        "c.msi",
        new CopyStep("a", "b.msi", Optional.of("c.msi")),
        new CopyStep("c", "c.msi", NONE));
  }

  @Test
  void refusesABackUpUnderTheNameOfTheFileItself() {
    assertRefuses("a.msi", new CopyStep("a.msi", "a.msi", Optional.of("a.msi")));
  }

  @Test
  void refusesACopyUnderTheTemporaryNameOfAnother() {
    assertRefuses(
        "b.msi.kbaudit-part",
        new CopyStep("a", "b.msi", NONE),
        new CopyStep("c", "b.msi.kbaudit-part", NONE));
  }

  @Test
  void mayCopyOneFileTwice() {
    List<CopyStep> steps =
        List.of(new CopyStep("a.msi", "a.msi", NONE), new CopyStep("a.msi", "b.msi", NONE));

    assertThat(new CopyScript("package", "share", steps, List.of()).steps()).isEqualTo(steps);
  }

  private static void assertRefuses(String name, CopyStep... steps) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CopyScript("package", "share", List.of(steps), List.of()))
        .withMessage("used twice on the share: '" + name + "'");
  }
}
