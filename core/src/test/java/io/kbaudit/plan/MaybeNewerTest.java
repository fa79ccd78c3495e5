package io.kbaudit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Executables;
import io.kbaudit.audit.Given;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.pe.PeProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs that stand on a share; packages are in {@link PlannerTest}. */
class MaybeNewerTest {
  private static final PeInspection OURS = Executables.version("6.1.7601.17514");

  @Test
  void aProgramOfAHigherVersionMayBeNewerWhateverItsDate() {
    assertThat(isNewer(Executables.version("6.1.7601.17515"))).isTrue();
  }

  @Test
  void oneOfTheSameOrALowerVersionIsNot() {
    assertThat(isNewer(OURS)).isFalse();
    assertThat(isNewer(Executables.version("6.1.7601.17513"))).isFalse();
  }

  @Test
  void oneThatIsNotSoundIsNot() {
    PeInspection higher = Executables.version("6.1.7601.17515");

    assertThat(
            isNewer(
                new PeInspection(
                    higher.header(),
                    higher.versions(),
                    false,
                    List.of(new PeProblem(PeProblem.Kind.TRUNCATED, "it is cut")))))
        .isFalse();
  }

  private static boolean isNewer(PeInspection standing) {
    return MaybeNewer.isSo(
        file(standing, "2009-01-01T00:00:00Z"), file(OURS, "2011-01-01T00:00:00Z"));
  }

  private static ObservedFile.Readable file(PeInspection executable, String modified) {
    return ((ObservedFile.Readable) Given.file("a.dll", 100, modified)).withExecutable(executable);
  }
}
