package io.kbaudit.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Given;
import io.kbaudit.audit.Outcome;
import io.kbaudit.inventory.ObservedFile;
import org.junit.jupiter.api.Test;

/** What is said of signatures that were not looked at. */
class UncheckedTest {
  private static final String TIME = "2011-03-10T10:04:30Z";

  @Test
  void aTextMayBeSignedByACatalogWhereASignatureIsDemanded() {
    ObservedFile.Readable text = unread("a.txt");

    assertThat(Unchecked.signaturesNotRead(text, true))
        .isEqualTo(
            new Outcome.Undecided(
                "'a.txt' is neither a package nor a program, and was not looked for in catalogs",
                Cause.NOT_READ));
    assertThat(Unchecked.signaturesNotRead(text, false))
        .isEqualTo(new Outcome.NotApplicable("'a.txt' is neither a package nor a program"));
  }

  @Test
  void aPackageThatWasOnlyListedIsUndecidedWhateverIsDemanded() {
    Outcome listed = new Outcome.Undecided("'a.msi' was listed, and not read", Cause.NOT_READ);

    assertThat(Unchecked.signaturesNotRead(unread("a.msi"), true)).isEqualTo(listed);
    assertThat(Unchecked.signaturesNotRead(unread("a.msi"), false)).isEqualTo(listed);
  }

  private static ObservedFile.Readable unread(String name) {
    return (ObservedFile.Readable) Given.unreadFile(name, 100, TIME);
  }
}
