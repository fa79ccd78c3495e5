package io.kbaudit.msi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a transform is to be applied to, and which errors it is made to bear: both halves of its
 * summary's character count ("Character Count Summary Property", Windows Installer reference).
 *
 * @param validated what is to agree with the package, in words
 * @param borne by the bits of their conditions
 */
record TransformConditions(List<String> validated, int borne) {
  private static final Map<Integer, String> VALIDATIONS = new LinkedHashMap<>();

  static {
    VALIDATIONS.put(0x001, "language");
    VALIDATIONS.put(0x002, "product");
    VALIDATIONS.put(0x004, "platform");
    VALIDATIONS.put(0x008, "major version");
    VALIDATIONS.put(0x010, "minor version");
    VALIDATIONS.put(0x020, "update version");
    VALIDATIONS.put(0x800, "upgrade code");
  }

  /** Errors that a transform may be made to bear ("MsiDatabaseApplyTransform"). */
  enum Condition {
    ADD_EXISTING_ROW(1),
    REMOVE_MISSING_ROW(2),
    ADD_EXISTING_TABLE(4),
    REMOVE_MISSING_TABLE(8),
    CHANGE_MISSING_ROW(16),
    /** What no flag stands for. */
    NOT_UNDERSTOOD(0);

    private final int bit;

    Condition(int bit) {
      this.bit = bit;
    }
  }

  /** Copies the list. */
  TransformConditions {
    validated = List.copyOf(validated);
  }

  static TransformConditions of(int charCount) {
    int validations = charCount >>> Short.SIZE;
    List<String> words = new ArrayList<>();
    VALIDATIONS.forEach(
        (bit, word) -> {
          if ((validations & bit) != 0) {
            words.add(word);
          }
        });
    return new TransformConditions(words, charCount & 0xFFFF);
  }

  boolean bears(Condition condition) {
    return (borne & condition.bit) != 0;
  }
}
