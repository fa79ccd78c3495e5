package io.kbaudit.database;

import io.kbaudit.text.Letters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an object of a database is, by the codes and words of SQL Server's catalog views. */
public enum ObjectType {
  TABLE("table", "U", "USER_TABLE", "BASE TABLE", "TABLE"),
  VIEW("view", "V", "VIEW"),
  /** {@code sys.indexes} numbers its types. */
  INDEX(
      "index",
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "INDEX",
      "CLUSTERED",
      "NONCLUSTERED",
      "XML",
      "SPATIAL",
      "CLUSTERED COLUMNSTORE",
      "NONCLUSTERED COLUMNSTORE",
      "NONCLUSTERED HASH"),
  PROCEDURE(
      "stored procedure",
      "P",
      "PC",
      "PROCEDURE",
      "SQL_STORED_PROCEDURE",
      "CLR_STORED_PROCEDURE",
      "STORED PROCEDURE"),
  SCALAR_FUNCTION(
      "scalar function",
      "FN",
      "FS",
      "SQL_SCALAR_FUNCTION",
      "CLR_SCALAR_FUNCTION",
      "SCALAR FUNCTION"),
  TABLE_FUNCTION(
      "table-valued function",
      "IF",
      "TF",
      "FT",
      "SQL_INLINE_TABLE_VALUED_FUNCTION",
      "SQL_TABLE_VALUED_FUNCTION",
      "CLR_TABLE_VALUED_FUNCTION",
      "TABLE-VALUED FUNCTION"),
  /** A constraint, a trigger, a type ...: the object's own code tells. */
  OTHER("object of another kind");

  private static final Map<String, ObjectType> BY_CODE = byCode();

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // it is a copy that nothing can change
  private final List<String> codes;

  ObjectType(String words, String... codes) {
    this.words = words;
    this.codes = List.of(codes);
  }

  /** Returns what an object of this type is called in a sentence: {@code stored procedure}. */
  public String words() {
    return words;
  }

  /** Returns the type of that code or description; {@link #OTHER} for one not known here. */
  public static ObjectType of(String code) {
    return BY_CODE.getOrDefault(Letters.capital(code.strip()), OTHER);
  }

  private static Map<String, ObjectType> byCode() {
    Map<String, ObjectType> types = new HashMap<>();
    for (ObjectType type : values()) {
      for (String code : type.codes) {
        types.put(code, type);
      }
    }
    return Map.copyOf(types);
  }
}
