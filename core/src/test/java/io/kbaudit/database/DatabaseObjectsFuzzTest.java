package io.kbaudit.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.kbaudit.fuzz.Complaint;
import io.kbaudit.fuzz.ForeignFile;
import io.kbaudit.fuzz.JsonTokens;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Results of a query of any text, as CSV or JSON. */
class DatabaseObjectsFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            database_name,schema_name,name,type,table_name
            -------------,-----------,----,----,----------
            ResourceManager,dbo,fn_min,FN,NULL
            ResourceManager,dbo,an_index,INDEX,a_table

            (2 rows affected)
            """,
            """
            [{"database_name": "RM", "schema_name": "dbo", "name": "p", "type": "P ", "table_name": null}]
            """,
            """
            "name"\t"type"
            "a ""b"" c"\tTF
            """)
        .map(ForeignFile::utf8);
  }

  @MethodSource("seeds")
  @JsonTokens
  @DictionaryEntries({
    "database_name",
    "schema_name",
    "name",
    "type",
    "table_name",
    "NULL",
    "FN",
    "TF",
    "INDEX",
    "PK",
    "----",
    " rows affected)",
    "\"\"",
    ";",
    "\t",
    "#TYPE "
  })
  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    DatabaseObjects objects;
    try {
      objects = DatabaseObjects.read(ForeignFile.of("objects", bytes));
    } catch (DatabaseFormatException refused) {
      Complaint.assertClear(refused, DatabaseFormatException.class);
      return;
    }
    assertThat(objects.objects()).isNotEmpty();
    for (DatabaseObject object : objects.objects()) {
      assertThat(object.name()).isNotBlank();
      assertThat(object.line()).isBetween(1, bytes.length + 1);
      assertThat(objects.named(object.name())).contains(object);
      assertThat(objects.hasAny(object.type())).isTrue();
    }
  }
}
