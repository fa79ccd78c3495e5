package io.kbaudit.database;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The result of a query says what a database has, however it was exported. */
class DatabaseObjectsTest {
  private static final String INDEX =
      "rmcore_candidates_ix_target_set_object_category_object_id_trans_id";

  private final Path file;

  DatabaseObjectsTest(@TempDir Path folder) {
    this.file = folder.resolve("objects");
  }

  @Test
  void ofSqlcmd() throws IOException {
    DatabaseObjects found =
        read(
            """
            database_name,schema_name,name,type,table_name
            -------------,-----------,----,----,----------
            ResourceManager,dbo,fn_min,FN,NULL
            ResourceManager,dbo,rmcore_candidates_ix_target_set_object_category_object_id_trans_id,INDEX,rmcore_Candidates
            ResourceManager,dbo,SeleteAndAssembleAllocateOrgMailStores,P,NULL

            (3 rows affected)
            """);

    assertThat(found.database()).contains("ResourceManager");
    assertThat(found.objects())
        .containsExactly(
            new DatabaseObject(
                "fn_min",
                Optional.of("dbo"),
                ObjectType.SCALAR_FUNCTION,
                "FN",
                Optional.empty(),
                3),
            new DatabaseObject(
                INDEX,
                Optional.of("dbo"),
                ObjectType.INDEX,
                "INDEX",
                Optional.of("rmcore_Candidates"),
                4),
            new DatabaseObject(
                "SeleteAndAssembleAllocateOrgMailStores",
                Optional.of("dbo"),
                ObjectType.PROCEDURE,
                "P",
                Optional.empty(),
                5));
  }

  @Test
  void ofPowerShellInUtf16() throws IOException {
    String csv =
        """
        \uFEFF#TYPE System.Data.DataRow
        "database_name","schema_name","name","type","table_name"
        "ResourceManager","dbo","fn_min","FN",""
        """;
    Files.write(file, csv.replace("\n", "\r\n").getBytes(UTF_16LE));

    assertThat(DatabaseObjects.read(file).named("FN_MIN"))
        .extracting(DatabaseObject::type)
        .containsExactly(ObjectType.SCALAR_FUNCTION);
  }

  @Test
  void ofPowerShellAsJson() throws IOException {
    DatabaseObjects found =
        read(
            """
            [{"name": "fn_ResourceCapacityOnAllocatedMailStores", "type": "TF",
              "type_desc": "SQL_TABLE_VALUED_FUNCTION", "object_id": 12, "parent_object_id": 0,
              "is_ms_shipped": false}]
            """);

    assertThat(found.objects())
        .extracting(DatabaseObject::type, DatabaseObject::typeCode)
        .containsExactly(tuple(ObjectType.TABLE_FUNCTION, "TF"));
    assertThat(found.database()).isEmpty();
  }

  @Test
  void ofIndexesAlone() throws IOException {
    DatabaseObjects found =
        read(
            """
            object_name,index_name,type,type_desc
            rmcore_Candidates,,0,HEAP
            rmcore_Candidates,IX_dbo.Candidates_Id,2,NONCLUSTERED
            """);

    assertThat(found.objects())
        .extracting(DatabaseObject::name, DatabaseObject::type, DatabaseObject::table)
        .contains(
            tuple("IX_dbo.Candidates_Id", ObjectType.INDEX, Optional.of("rmcore_Candidates")));
    assertThat(found.named("IX_dbo.Candidates_Id")).hasSize(1);
    assertThat(found.hasAny(ObjectType.INDEX)).isTrue();
    assertThat(found.hasAny(ObjectType.PROCEDURE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'P ', PROCEDURE",
    "PC, PROCEDURE",
    "SQL_STORED_PROCEDURE, PROCEDURE",
    "fn, SCALAR_FUNCTION",
    "FS, SCALAR_FUNCTION",
    "SQL_SCALAR_FUNCTION, SCALAR_FUNCTION",
    "IF, TABLE_FUNCTION",
    "TF, TABLE_FUNCTION",
    "FT, TABLE_FUNCTION",
    "SQL_INLINE_TABLE_VALUED_FUNCTION, TABLE_FUNCTION",
    "'U ', TABLE",
    "USER_TABLE, TABLE",
    "V, VIEW",
    "NONCLUSTERED, INDEX",
    "2, INDEX",
    "PK, OTHER",
    "TR, OTHER",
    "AF, OTHER"
  })
  void typesAreKnownByCodeAndByDescription(String code, ObjectType type) {
    Locale usual = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      assertThat(ObjectType.of(code)).isEqualTo(type);
      assertThat(ObjectType.of(code.toLowerCase(Locale.ROOT))).isEqualTo(type);
    } finally {
      Locale.setDefault(usual);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FUNCTION, TABLE, TABLE_FUNCTION",
    "FUNCTION, int, SCALAR_FUNCTION",
    "PROCEDURE, '', PROCEDURE"
  })
  void routinesSayWhatTheyReturn(String type, String returned, ObjectType expected)
      throws IOException {
    DatabaseObjects found =
        read(
            "ROUTINE_SCHEMA,ROUTINE_NAME,ROUTINE_TYPE,DATA_TYPE\ndbo,x,%s,%s\n"
                .formatted(type, returned));

    assertThat(found.objects()).extracting(DatabaseObject::type).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "dbo, fn_min, fn_min, true",
    "dbo, fn_min, FN_MIN, true",
    "dbo, fn_min, dbo.fn_min, true",
    "dbo, fn_min, DBO.FN_MIN, true",
    "dbo, fn_min, [dbo].[fn_min], true",
    "dbo, fn_min, '\"dbo\".\"fn_min\"', true",
    "dbo, fn_min, ResourceManager.dbo.fn_min, true",
    "dbo, fn_min, ResourceManager..fn_min, true",
    "dbo, a]b, '[a]]b]', true",
    "dbo, a.b, '[a.b]', true",
    "dbo, a.b, a.b, true",
    ", fn_min, dbo.fn_min, true",
    "dbo, fn_min, sales.fn_min, false",
    "dbo, fn_min, fn_mins, false",
    "dbo, fn_min, fn_m\u0131n, false",
    "dbo, fn_min, '', false"
  })
  void namesAreComparedAsInTheDatabase(String schema, String name, String other, boolean isNamed) {
    DatabaseObject object =
        new DatabaseObject(
            name,
            Optional.ofNullable(schema),
            ObjectType.SCALAR_FUNCTION,
            "FN",
            Optional.empty(),
            1);

    assertThat(object.isNamed(other)).isEqualTo(isNamed);
  }

  @Test
  void aNameWithItsSchemaInFrontIsUnderstood() throws IOException {
    assertThat(read("name,type\n[dbo].[fn_min],FN\n").objects())
        .extracting(DatabaseObject::name, DatabaseObject::schema)
        .containsExactly(tuple("fn_min", Optional.of("dbo")));
  }

  @Test
  void anIndexIsOnItsTableWithSchemaOrWithout() throws IOException {
    DatabaseObject index =
        read("name,type,table_name\nix,INDEX,dbo.rmcore_Candidates\n").objects().get(0);

    assertThat(index.isOn("RMCORE_candidates")).isTrue();
    assertThat(index.isOn("[dbo].[rmcore_Candidates]")).isTrue();
    assertThat(index.isOn("rmcore_Targets")).isFalse();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type,schema\\nFN,dbo | 2 | no column has the names of objects (name, object_name, routine_name)
          name,schema\\nfn_min,dbo | 2 | no column has the types of objects (type, type_desc, object_type, object_type_desc, xtype, routine_type)
          name,type\\nfn_min, | 2 | no type is stated of 'fn_min'
          name,type\\n,FN | 2 | an object without a name
          name,type,type_desc\\nfn_min,FN,SQL_STORED_PROCEDURE | 2 | two types are stated of 'fn_min': 'FN' and 'SQL_STORED_PROCEDURE'
          database_name,name,type\\na,x,FN\\nb,x,FN | 3 | the result is of two databases, 'a' and 'b': ask one at a time
          name,type | 1 | the result has no object: it is cut, or of another query, or whoever asked may not see any (VIEW DEFINITION)
          """)
  void aResultThatIsNotUnderstoodIsRefused(String text, int line, String problem)
      throws IOException {
    Files.writeString(file, text.replace("\\n", "\n") + "\n");

    assertThatExceptionOfType(DatabaseFormatException.class)
        .isThrownBy(() -> DatabaseObjects.read(file))
        .withMessage("objects, line " + line + ": " + problem);
  }

  @Test
  void aResultThatIsCutIsRefused() throws IOException {
    Files.writeString(file, "name,type,table_name\nfn_min,FN,\nix,INDEX\n");

    assertThatExceptionOfType(DatabaseFormatException.class)
        .isThrownBy(() -> DatabaseObjects.read(file))
        .satisfies(e -> assertThat(e.line()).isEqualTo(3));
  }

  @Test
  void aColumnThatIsThereTwiceIsNamedInOneLine() {
    assertThatExceptionOfType(DatabaseFormatException.class)
        .isThrownBy(() -> read("[{\"a\\u001B\\n\": 1, \"a\\u001B\\n\": 2}]"))
        .withMessage("objects, line 1: not JSON: Duplicate field 'a<U+001B><U+000A>'");
    assertThatExceptionOfType(DatabaseFormatException.class)
        .isThrownBy(() -> read("name,type,a\tb,a\tb\nn,P,1,2\n"))
        .withMessage("objects, line 1: the column 'a<U+0009>b' is there twice");
  }

  @Test
  void aNameOfASchemaAloneIsNoNameOfAnObject() {
    for (String name : List.of("dbo.", "dbo.[]")) {
      assertThatExceptionOfType(DatabaseFormatException.class)
          .isThrownBy(() -> read("name,type\n" + name + ",TF\n"))
          .withMessage("objects, line 2: an object without a name: '" + name + "'");
    }
  }

  @Test
  void signsThatMayPartColumnsAreNamedSoThatTheyCanBeSeen() {
    assertThatExceptionOfType(DatabaseFormatException.class)
        .isThrownBy(() -> read("name\ttype|x\n"))
        .withMessageContaining("a heading in which '<U+0009>' and another sign may part");
  }

  private DatabaseObjects read(String text) throws IOException {
    return DatabaseObjects.read(Files.writeString(file, text));
  }
}
