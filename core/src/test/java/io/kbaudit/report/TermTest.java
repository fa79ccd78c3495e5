package io.kbaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.report.Term.Kind;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermTest {
  @Test
  void namesItsChoicesInTheSameOrderOnEveryMachine() {
    Set<Choice> anyhow = Set.of(Choice.values());

    Term term =
        new Term(
            Kind.REMARK, "SOME", "It means something.", Optional.empty(), anyhow, Optional.empty());

    assertThat(term.choices()).containsExactly(Choice.values());
  }
}
