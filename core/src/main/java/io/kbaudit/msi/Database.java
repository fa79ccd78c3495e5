package io.kbaudit.msi;

import io.kbaudit.msi.ole.OleEntry;
import io.kbaudit.msi.ole.OleFile;
import io.kbaudit.msi.ole.OleFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The database in the root storage: its texts, and what tables there are. */
final class Database {
  static final String TABLES = "_Tables";
  static final String COLUMNS = "_Columns";
  private static final String STRING_POOL = "_StringPool";
  private static final String STRING_DATA = "_StringData";

  /** The streams that describe all tables, and are named by none. */
  static final Set<String> DESCRIBING = Set.of(TABLES, COLUMNS, STRING_POOL, STRING_DATA);

  /** The two tables that describe all others, and not themselves. */
  static final List<Column> COLUMNS_OF_TABLES =
      List.of(new Column("Name", Column.Type.TEXT, 64, true, false, false));

  static final List<Column> COLUMNS_OF_COLUMNS =
      List.of(
          new Column("Table", Column.Type.TEXT, 64, true, false, false),
          new Column("Number", Column.Type.SHORT, 2, true, false, false),
          new Column("Name", Column.Type.TEXT, 64, false, false, false),
          new Column("Type", Column.Type.SHORT, 2, false, false, false));

  private final OleFile ole;
  private final Map<String, OleEntry> streams = new LinkedHashMap<>();
  private final StringPool strings;
  private final Map<String, List<Column>> schema = new LinkedHashMap<>();
  private final Set<String> columnsOfNone = new LinkedHashSet<>();

  private Database(OleFile ole) throws IOException {
    this.ole = ole;
    for (OleEntry stream : ole.streams()) {
      if (StreamName.isTable(stream.name())) {
        streams.put(StreamName.decode(stream.name()), stream);
      }
    }
    this.strings = StringPool.read(required(STRING_POOL), required(STRING_DATA));
  }

  /**
   * Reads the texts and the schema.
   *
   * @throws MsiFormatException if they are missing or damaged
   */
  static Database read(OleFile ole) throws IOException {
    Database database = new Database(ole);
    database.readSchema();
    return database;
  }

  /**
   * Reads the texts of a transform, whose streams hold changes of tables.
   *
   * @throws MsiFormatException if they are missing or damaged
   */
  static Database readChanges(OleFile ole) throws IOException {
    return new Database(ole);
  }

  StringPool pool() {
    return strings;
  }

  /** Returns the columns of a table that there is. */
  List<Column> columns(String table) {
    return schema.getOrDefault(table, List.of());
  }

  /** Returns the tables that have streams, but for those that describe all others. */
  List<String> streamedTables() {
    return streams.keySet().stream().filter(name -> !DESCRIBING.contains(name)).toList();
  }

  /** Returns the stream of a table, as it is. */
  Optional<byte[]> stream(String table) throws IOException {
    OleEntry stream = streams.get(table);
    return stream == null ? Optional.empty() : Optional.of(read(stream));
  }

  /** Returns the names of the tables, as stored. */
  List<String> tableNames() {
    return List.copyOf(schema.keySet());
  }

  CodePage codePage() {
    return strings.codePage();
  }

  /** Returns what is wrong with the texts, which can be read all the same. */
  Optional<String> textProblem() {
    return strings.problem();
  }

  /** Returns the names of the tables that have a stream, whether one of the tables or not. */
  Set<String> namesOfStreams() {
    return streams.keySet();
  }

  /** Returns the names of the tables that have a stream with a byte in it. */
  Set<String> namesOfFilledStreams() {
    Set<String> filled = new HashSet<>();
    for (Map.Entry<String, OleEntry> stream : streams.entrySet()) {
      if (stream.getValue().sizeBytes() > 0) {
        filled.add(stream.getKey());
      }
    }
    return filled;
  }

  /** Returns the names of tables that have columns, and are not named as tables. */
  Set<String> columnsOfNone() {
    return columnsOfNone;
  }

  /**
   * Returns a table; absent if there is none of this name. One without a stream has no rows.
   *
   * @throws MsiFormatException if its stream is damaged
   */
  Optional<Table> table(String name) throws IOException {
    List<Column> columns = schema.get(name);
    if (columns == null) {
      return Optional.empty();
    }
    if (columns.isEmpty()) {
      throw new MsiFormatException("table " + name + " has no columns");
    }
    return Optional.of(readTable(name, columns));
  }

  private void readSchema() throws IOException {
    Map<String, TreeMap<Integer, Column>> byTable = new LinkedHashMap<>();
    for (Table.Row row : readTable(TABLES, COLUMNS_OF_TABLES).rows()) {
      byTable.put(row.text("Name").orElse(""), new TreeMap<>());
    }
    for (Table.Row row : readTable(COLUMNS, COLUMNS_OF_COLUMNS).rows()) {
      String table = row.text("Table").orElse("");
      int number = row.number("Number").orElse(0);
      Column column = Column.of(row.text("Name").orElse(""), row.number("Type").orElse(0) & 0xFFFF);
      TreeMap<Integer, Column> columns = byTable.get(table);
      if (columns == null) {
        columnsOfNone.add(table);
      }
      if (columns != null && columns.put(number, column) != null) {
        throw new MsiFormatException("_Columns has two columns " + number + " of table " + table);
      }
    }
    for (Map.Entry<String, TreeMap<Integer, Column>> entry : byTable.entrySet()) {
      TreeMap<Integer, Column> columns = entry.getValue();
      boolean gaps =
          !columns.isEmpty() && (columns.firstKey() != 1 || columns.lastKey() != columns.size());
      if (gaps) {
        throw new MsiFormatException(
            "_Columns lacks a column of table " + entry.getKey() + ": it has " + columns.keySet());
      }
      schema.put(entry.getKey(), new ArrayList<>(columns.values()));
    }
  }

  private Table readTable(String name, List<Column> columns) throws IOException {
    OleEntry stream = streams.get(name);
    byte[] bytes = stream == null ? new byte[0] : read(stream);
    int width = columns.stream().mapToInt(column -> column.width(strings.referenceBytes())).sum();
    if (bytes.length % width != 0) {
      throw new MsiFormatException(
          String.format(
              Locale.ROOT,
              "table %s has %,d bytes, no whole number of rows of %,d",
              name,
              bytes.length,
              width));
    }
    int rows = bytes.length / width;
    ByteBuffer stored = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int[][] cells = new int[columns.size()][rows];
    for (int c = 0; c < cells.length; c++) {
      int cellBytes = columns.get(c).width(strings.referenceBytes());
      for (int r = 0; r < rows; r++) {
        cells[c][r] = cell(stored, cellBytes);
      }
      if (columns.get(c).type() == Column.Type.TEXT) {
        requireTexts(name, columns.get(c), cells[c]);
      }
    }
    return new Table(name, columns, strings, cells);
  }

  /** Reads the next cell of 2, 3 or 4 bytes, unsigned but for those of 4. */
  static int cell(ByteBuffer stored, int bytes) {
    return switch (bytes) {
      case 2 -> Short.toUnsignedInt(stored.getShort());
      case 3 -> Short.toUnsignedInt(stored.getShort()) | Byte.toUnsignedInt(stored.get()) << 16;
      default -> stored.getInt();
    };
  }

  private void requireTexts(String table, Column column, int[] ids) throws MsiFormatException {
    for (int row = 0; row < ids.length; row++) {
      if (ids[row] > strings.count()) {
        throw new MsiFormatException(
            String.format(
                Locale.ROOT,
                "table %s, column %s, row %,d: text %,d of %,d",
                table,
                column.name(),
                row + 1,
                ids[row],
                strings.count()));
      }
    }
  }

  private byte[] required(String table) throws IOException {
    OleEntry stream = streams.get(table);
    if (stream == null) {
      throw new MsiFormatException("it has no database: there is no stream " + table);
    }
    return read(stream);
  }

  private byte[] read(OleEntry stream) throws IOException {
    try {
      return ole.read(stream);
    } catch (OleFormatException e) {
      throw MsiFormatException.of(e);
    }
  }
}
