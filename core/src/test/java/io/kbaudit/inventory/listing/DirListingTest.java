package io.kbaudit.inventory.listing;

import static io.kbaudit.inventory.listing.Listed.NO_CULTURE;
import static io.kbaudit.inventory.listing.Listed.files;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.Inventory.Gap;
import io.kbaudit.inventory.InventoryFormatException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirListingTest {
  private static final String ENGLISH =
      """
       Volume in drive C has no label.
       Volume Serial Number is 1234-ABCD

       Directory of C:\\temp\\Rollup

      03/25/2011  10:04 AM    <DIR>          .
      03/25/2011  10:04 AM    <DIR>          ..
      03/25/2011  10:04 AM    <JUNCTION>     link [C:\\other]
      03/25/2011  10:04 AM    <DIR>          sub
      03/10/2011  10:04 AM           679,936 DNSClient.msi
      03/10/2011  01:05 PM                46 123 An, update.msi.
      03/10/2011  12:05 AM                 0  leading.txt
      03/10/2011  12:05 AM    <SYMLINK>      soft.msi [..\\x.msi]
                     3 File(s)        679,982 bytes

       Directory of C:\\temp\\Rollup\\sub

      03/25/2011  10:04 AM    <DIR>          .
      03/25/2011  10:04 AM    <DIR>          ..
      03/10/2011  10:04 AM     3,221,225,472 DNSClient.msi
                     1 File(s)  3,221,225,472 bytes

           Total Files Listed:
                     4 File(s)  3,221,905,454 bytes
                     5 Dir(s)  12,345,678,912 bytes free
      """;

  private static final String GERMAN =
      """
       Datentr\u00E4ger in Laufwerk C: ist SYSTEM
       Volumeseriennummer: 22DA-8CAE

       Verzeichnis von C:\\Pr\u00FCfung

      10.03.2011  10:04    <DIR>          .
      10.03.2011  10:04    <DIR>          ..
      10.03.2011  10:04    <DIR>          leer
      10.03.2011  22:04           679.936 Gr\u00F6\u00DFe.msi
                     1 Datei(en),        679.936 Bytes
                     3 Verzeichnis(se), 67.326.029.824 Bytes frei
      """;

  @TempDir Path folder;

  @Test
  void foldersAreReadWithTheirFiles() throws IOException {
    Inventory inventory = Listed.read(folder, ENGLISH);

    assertThat(files(inventory))
        .containsExactly(
            " leading.txt 0 2011-03-10T00:05:00Z",
            "123 An, update.msi. 46 2011-03-10T13:05:00Z",
            "DNSClient.msi 679936 2011-03-10T10:04:00Z",
            "soft.msi cannot be read: a link, whose file's size is not listed",
            "sub/DNSClient.msi 3221225472 2011-03-10T10:04:00Z");
    assertThat(inventory.folder()).isEqualTo("Rollup");
    assertThat(inventory.recursive()).isTrue();
    assertThat(inventory.foldersLeft()).isEmpty();
    assertThat(inventory.gaps())
        .containsExactly(new Gap("link", "a link to a folder, whose files are not listed"));
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"IBM437", "IBM850", "windows-1252", "UTF-8", "UTF-16LE"})
  void lettersAreReadInAnyCharacterSetThatCmdWrites(Charset charset) throws IOException {
    Inventory inventory = Listed.read(folder, GERMAN, charset, NO_CULTURE);

    assertThat(files(inventory)).containsExactly("Gr\u00F6\u00DFe.msi 679936 2011-03-10T22:04:00Z");
    assertThat(inventory.folder()).isEqualTo("Pr\u00FCfung");
    assertThat(inventory.foldersLeft()).containsExactly("leer");
    assertThat(inventory.recursive()).isFalse();
  }

  /**
   * Of E9, code page 437 has a Greek letter, 850 another, and windows-1252 an e with its accent.
   */
  @Test
  void lettersThatMayBeOthersAreSaid() {
    String english = ENGLISH.replace("123 An, update", "Caf\u00E9, updated");

    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> Listed.read(folder, english, StandardCharsets.ISO_8859_1, NO_CULTURE))
        .withMessage(
            "SRV1.list.txt, line 11: 'Caf\uFFFD, updated.msi.' has letters that code pages read as"
                + " others; the list must be written in UTF-8 or UTF-16");
  }

  @Test
  void lettersThatAllCodePagesOfCmdHaveAlikeAreRead() throws IOException {
    String english = ENGLISH.replace("DNSClient", "\u00D6\u00FC");

    assertThat(files(Listed.read(folder, english, Charset.forName("IBM437"), NO_CULTURE)))
        .contains("sub/\u00D6\u00FC.msi 3221225472 2011-03-10T10:04:00Z");
  }

  @ParameterizedTest(name = "as of line {0}")
  @ValueSource(ints = {4, 6, 12, 13, 14, 16, 18, 19, 20, 21, 22, 23})
  void aListThatWasCutIsNoShorterList(int lines) {
    String cut = String.join("\n", ENGLISH.lines().limit(lines).toList()) + "\n";

    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> Listed.read(folder, cut))
        .withMessageEndingWith(
            ": it ends before the number of folders, as a list does that was cut");
  }

  @Test
  void aLineThatIsMissingIsSaid() {
    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> Listed.read(folder, ENGLISH.replaceFirst("(?m)^.* 679,936 .*\n", "")))
        .withMessage(
            "SRV1.list.txt, line 13: '3 File(s)        679,982 bytes', where 2 files of 46 bytes"
                + " are listed above");
  }

  /** Each: what is replaced in the list, by what, and what is said then. */
  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          ` Directory of C:\\temp\\Rollup\\n`    ! ``    ! line 5: not understood in a list of files by dir: '03/25/2011  10:04 AM    <DIR>          .'
          `       3 File(s)        679,982 bytes` ! ``    ! line 16: the folder above ends without the number of its files: lines are missing
          `     Total Files Listed:\\n`          ! ``    ! line 23: several folders without the number of all their files
          `4 File(s)  3,221,905,454`              ! `6 File(s)  3,221,905,454` ! line 24: '6 File(s)  3,221,905,454 bytes', where 4 files of 3,221,905,454 bytes are listed above
          `679,936 DNSClient`                     ! `679,936 DOM\\john               DNSClient` ! line 10: 'DOM\\john               DNSClient.msi' is more than a name; the list must be written without owners and short names
          `679,936 DNSClient.msi`                 ! `679,936 DNSCLI~1.MSI DNSClient.msi` ! line 10: 'DNSCLI~1.MSI DNSClient.msi' is more than a name; the list must be written without owners and short names
          `           679,936 DNSClient.msi`      ! `      garbage DNSClient.msi` ! line 10: not understood in a list of files by dir: '03/10/2011  10:04 AM      garbage DNSClient.msi'
          """)
  void whatIsNotUnderstoodIsAnErrorWithItsLine(String part, String other, String message) {
    String list = ENGLISH.replace(part.replace("\\n", "\n"), other.replace("\\n", "\n"));

    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> Listed.read(folder, list))
        .withMessage("SRV1.list.txt, " + message);
  }

  @Test
  void datesThatMayMeanTwoDaysAreReadByTheCultureAlone() throws IOException {
    String list = ENGLISH.replace("03/25/2011", "03/10/2011");

    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> Listed.read(folder, list))
        .withMessageContaining("may have the month first or the day");
    assertThat(files(Listed.read(folder, list, UTF_8, Optional.of(Locale.US))))
        .contains("DNSClient.msi 679936 2011-03-10T10:04:00Z");
  }

  /** As cmd shows it, with what was typed before and what is asked for next. */
  @Test
  void whatWasTypedIsNoPartOfTheList() throws IOException {
    String console = "C:\\temp>dir /s /t:w C:\\temp\\Rollup\n" + ENGLISH + "\nC:\\temp>\n";

    assertThat(files(Listed.read(folder, console))).hasSize(5);
  }
}
