package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Remark;
import io.kbaudit.registry.InstalledProducts;
import io.kbaudit.registry.RegistryRemark;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of an export of the registry was passed over: the first few lines, and how many more. */
class RegistryRemarksTest {
  @Test
  void upToFiveAreEachNamed() {
    assertThat(said(1)).containsExactly("Line 1 of ours.reg: it is cut.");
    assertThat(said(5)).hasSize(5).last().isEqualTo("Line 5 of ours.reg: it is cut.");
  }

  @Test
  void moreAreCounted() {
    assertThat(said(6)).hasSize(6).last().isEqualTo("1 more remark on ours.reg, from line 6 on.");
    assertThat(said(8)).hasSize(6).last().isEqualTo("3 more remarks on ours.reg, from line 6 on.");
  }

  private static List<String> said(int remarks) {
    InstalledProducts registry =
        new InstalledProducts(
            "ours.reg",
            Set.of(),
            List.of(),
            IntStream.rangeClosed(1, remarks)
                .mapToObj(line -> new RegistryRemark(line, "it is cut"))
                .toList());
    return RegistryRemarks.of(registry).stream().map(Remark::text).toList();
  }
}
