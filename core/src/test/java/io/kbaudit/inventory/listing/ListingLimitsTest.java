package io.kbaudit.inventory.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kbaudit.inventory.InventoryFormatException;
import io.kbaudit.text.DirLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line of a list is no longer than what lists files writes it. */
class ListingLimitsTest {
  private static final String HEAD = " Directory of C:\\";

  private static final String FILES =
      """


      10.03.2011  10:04               679 a.msi
                     1 File(s)            679 bytes
                     0 Dir(s)  12,345,678,912 bytes free
      """;

  @TempDir Path folder;

  @Test
  void aLineOf65536CharactersIsRead() throws IOException {
    String line = "x".repeat(TextLines.LONGEST);

    assertThat(lines("a\n" + line)).containsExactly("a", line);
    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> lines("a\n" + line + "x"))
        .withMessage("a.txt, line 2: a line longer than 65,536 characters, which no list has");
  }

  /** Passed over, the files of a folder would be those of the one above it. */
  @Test
  void aFolderOfAThousandCharactersIsRead() throws IOException {
    String longest = HEAD + "f".repeat(DirLine.LONGEST - HEAD.length());

    assertThat(Listed.files(Listed.read(folder, longest + FILES))).hasSize(1);
    assertThatExceptionOfType(InventoryFormatException.class)
        .isThrownBy(() -> Listed.read(folder, "\n" + HEAD + "x" + FILES + longest + "f" + FILES))
        .withMessageStartingWith(
            "SRV1.list.txt, line 7: a line longer than 1,000 characters, which no list of files by"
                + " dir has: ' Directory of C:");
  }

  private List<String> lines(String text) throws IOException {
    List<String> lines = new ArrayList<>();
    new TextLines(Files.writeString(folder.resolve("a.txt"), text), "a.txt")
        .read((number, line) -> lines.add(line));
    return lines;
  }
}
