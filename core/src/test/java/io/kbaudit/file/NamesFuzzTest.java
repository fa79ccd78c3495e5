package io.kbaudit.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fuzz.ForeignFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, versions and patterns of any text, a line each. */
class NamesFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of("a.msi\nA.MSI\n*.m?i\n1.2.3.4", "[!a-z]*\n1,2, 3 ,4 (built by: x)\nb/c\\d")
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @DictionaryEntries({"*", "?", "[!a-z]", "[]", "/", "\\", ".", "1.2.3.4", " (", "65535", "~1"})
  @FuzzTest
  void areComparedWithoutContradiction(byte[] bytes) {
    List<String> texts = Arrays.asList(new String(bytes, UTF_8).split("\n", 8));
    for (String text : texts) {
      Optional<FileVersion> version = FileVersion.find(text);
      version.ifPresent(read -> assertThat(FileVersion.find(read.toString())).contains(read));
      for (String other : texts) {
        assertCompared(text, other);
        assertThat(Wildcards.asInShell(text, true).match(other))
            .isEqualTo(Wildcards.asInShell(text, true).match(capitals(other)));
      }
      assertThat(NearestName.find(text, texts).filter(near -> !texts.contains(near))).isEmpty();
    }
  }

  /** Returns the text in capitals, a letter for each letter, as Windows compares names. */
  private static String capitals(String text) {
    return text.codePoints()
        .map(Character::toUpperCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void assertCompared(String text, String other) {
    Optional<FileName> one = FileName.find(text);
    Optional<FileName> two = FileName.find(other);
    if (one.isPresent() && two.isPresent()) {
      int order = one.get().compareTo(two.get());
      assertThat(one.get().equals(two.get())).isEqualTo(order == 0);
      assertThat(Integer.signum(two.get().compareTo(one.get()))).isEqualTo(-Integer.signum(order));
      if (order == 0) {
        assertThat(one.get()).hasSameHashCodeAs(two.get());
      }
    }
  }
}
