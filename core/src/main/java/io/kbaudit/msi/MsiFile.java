package io.kbaudit.msi;

import io.kbaudit.file.FileContent;
import io.kbaudit.msi.ole.OleEntry;
import io.kbaudit.msi.ole.OleFile;
import io.kbaudit.msi.ole.OleFormatException;
import io.kbaudit.msi.ole.OleProblem;
import io.kbaudit.msi.ole.OleStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Windows Installer file that is open for reading: a package, patch, merge module or transform.
 * Of its streams only those that are asked for are read. It is not safe for use by several threads.
 *
 * <pre>{@code
 * try (MsiFile msi = MsiFile.open(Path.of("DNSClient.msi"))) {
 *   System.out.println(msi.properties().get("ProductName") + ", " + msi.summary().lastSaved());
 * }
 * }</pre>
 *
 * <p>To learn what is wrong with a file, and what can be read of it all the same, see {@link
 * MsiInspection}.
 */
public final class MsiFile implements Closeable {
  private static final String SUMMARY_STREAM = "\u0005SummaryInformation";

  /** Classes of other programs' files, from the registry of Windows with Office. */
  private static final Map<UUID, String> OTHER_PROGRAMS =
      Map.of(
          UUID.fromString("00020906-0000-0000-c000-000000000046"), "Microsoft Word",
          UUID.fromString("00020900-0000-0000-c000-000000000046"), "Microsoft Word 6",
          UUID.fromString("00020820-0000-0000-c000-000000000046"), "Microsoft Excel",
          UUID.fromString("00020810-0000-0000-c000-000000000046"), "Microsoft Excel 5",
          UUID.fromString("64818d10-4f9b-11cf-86ea-00aa00b929e8"), "Microsoft PowerPoint",
          UUID.fromString("00020d0b-0000-0000-c000-000000000046"), "Microsoft Outlook",
          UUID.fromString("00021a14-0000-0000-c000-000000000046"), "Microsoft Visio");

  private final FileContent file;
  private final OleFile ole;
  private final MsiKind kind;
  private @Nullable SummaryInformation summary;
  private @Nullable Database database;
  private @Nullable MsiFile transform;
  private @Nullable TransformedDatabase transformed;
  private @Nullable Map<String, OleEntry> streamsByName;

  private MsiFile(FileContent file, OleFile ole, MsiKind kindByClass) throws IOException {
    this.file = file;
    this.ole = ole;
    this.kind = kindByClass == MsiKind.PACKAGE && isModule() ? MsiKind.MODULE : kindByClass;
  }

  /**
   * Opens {@code path}, on whatever file system.
   *
   * @throws MsiFormatException if it is no Windows Installer file, or not enough of one to open
   * @throws InterruptedIOException here and later, if the thread that reads is interrupted, which
   *     it stays
   * @throws IOException if the file cannot be read
   */
  public static MsiFile open(Path path) throws IOException {
    FileContent file = FileContent.of(path, () -> false);
    try {
      return of(file);
    } catch (IOException | RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  /** Reads the tables of a file; to close this is to close it. */
  static MsiFile of(FileContent file) throws IOException {
    try {
      OleFile ole = OleFile.of(file, StreamName::printed);
      UUID classId = ole.classId();
      MsiKind kind = MsiKind.ofClass(classId).orElseThrow(() -> otherDocument(classId));
      return new MsiFile(file, ole, kind);
    } catch (OleFormatException e) {
      throw MsiFormatException.of(e);
    }
  }

  /** Returns its kind, by its class; a module is told from a package by its tables. */
  public MsiKind kind() {
    return kind;
  }

  /**
   * Returns the summary information. A value that cannot be read is absent.
   *
   * @throws MsiFormatException if there is none, or it is damaged as a whole
   */
  public SummaryInformation summary() throws IOException {
    return summary != null ? summary : summary(new ArrayList<>());
  }

  SummaryInformation summary(List<MsiProblem> problems) throws IOException {
    OleEntry stream =
        ole.stream(SUMMARY_STREAM)
            .orElseThrow(() -> new MsiFormatException("it has no summary information"));
    try {
      SummaryInformation read =
          SummaryInformation.read(ole.read(stream), kind, databaseCodePage(), problems);
      summary = read;
      return read;
    } catch (OleFormatException e) {
      throw MsiFormatException.of(e);
    }
  }

  /**
   * Returns the names of its tables, in the order stored; none of a transform, whose streams hold
   * changes to tables.
   *
   * @throws MsiFormatException if there is no database, or its schema is damaged
   */
  public List<String> tableNames() throws IOException {
    if (transformed != null) {
      return transformed.tableNames();
    }
    return kind == MsiKind.TRANSFORM ? List.of() : database().tableNames();
  }

  /**
   * Returns a table; absent if there is none of this name, spelt so.
   *
   * @throws MsiFormatException if there is no database, or the table is damaged
   */
  public Optional<Table> table(String name) throws IOException {
    if (transformed != null) {
      return transformed.table(name);
    }
    return kind == MsiKind.TRANSFORM ? Optional.empty() : database().table(name);
  }

  /**
   * Returns the properties of its database by name, in the order stored: of the Property table, or
   * of a patch of MsiPatchMetadata. ProductName, ProductCode, ProductVersion, ProductLanguage,
   * UpgradeCode and Manufacturer are among those of a package.
   *
   * @throws MsiFormatException if there is no database, or the table is damaged
   */
  public Map<String, String> properties() throws IOException {
    Map<String, String> properties = new LinkedHashMap<>();
    boolean patch = kind == MsiKind.PATCH;
    Optional<Table> table = table(patch ? "MsiPatchMetadata" : "Property");
    if (table.isPresent()) {
      table.get().requireTexts("Property", "Value");
      if (patch) {
        table.get().requireTexts("Company");
      }
      for (Table.Row row : table.get().rows()) {
        String company = patch ? row.text("Company").orElse("") : "";
        String name = row.text("Property").orElse("");
        properties.put(
            company.isEmpty() ? name : company + "." + name, row.text("Value").orElse(""));
      }
    }
    return properties;
  }

  /**
   * Returns the files that a package installs; absent where it has no File table, which is not the
   * same as an empty one.
   *
   * @throws MsiFormatException if there is no database, or the table is damaged
   */
  public Optional<List<PackagedFile>> files() throws IOException {
    Optional<Table> table = table("File");
    return table.isPresent() ? Optional.of(PackagedFile.of(table.get())) : Optional.empty();
  }

  /** Returns the names of its streams that hold no table, such as cabinets, icons and summary. */
  public List<String> streamNames() {
    return streams().stream().map(OleEntry::name).map(StreamName::decode).toList();
  }

  /**
   * Shows the database from now on as a transform makes it, in memory alone: its tables, and the
   * streams of its cells. The summary stays as it is.
   *
   * @return what was changed, and what was not because it cannot be
   * @throws MsiFormatException if {@code path} is no transform or cannot be read as one, or this
   *     database cannot be read
   */
  public AppliedTransform apply(Path path) throws IOException {
    if (transformed != null) {
      throw new IllegalStateException("a transform was applied already");
    }
    MsiFile opened = open(path);
    try {
      if (opened.kind != MsiKind.TRANSFORM) {
        throw new MsiFormatException("it is a " + opened.kind.id() + ", and no transform");
      }
      TransformStatement statement = opened.statement();
      Map<String, String> before = properties();
      TransformedDatabase made =
          new TransformedDatabase(
              database(), Database.readChanges(opened.ole), statement.conditions());
      transformed = made;
      transform = opened;
      return statement.applied(before, made, opened.containerProblems());
    } finally {
      if (transform == null) {
        opened.close();
      }
    }
  }

  /** Returns the streams that hold no table. */
  List<OleEntry> streams() {
    List<OleEntry> own =
        ole.streams().stream().filter(stream -> !StreamName.isTable(stream.name())).toList();
    if (transform == null) {
      return own;
    }
    Map<String, OleEntry> all = new LinkedHashMap<>();
    own.forEach(stream -> all.put(stream.name(), stream));
    transform.streams().stream()
        .filter(stream -> !isOfFile(stream.name()))
        .forEach(stream -> all.put(stream.name(), stream));
    return List.copyOf(all.values());
  }

  private TransformStatement statement() throws IOException {
    try {
      return TransformStatement.of(summary());
    } catch (MsiFormatException e) {
      return TransformStatement.NOTHING;
    }
  }

  /** Summary and signature are of a file, and of no row of a table. */
  private static boolean isOfFile(String name) {
    return name.startsWith("\u0005");
  }

  /** Returns whether it has a signature, whatever that is worth. */
  boolean isSigned() {
    return ole.stream(SignedContents.SIGNATURE).isPresent();
  }

  /** Returns the storages in it. */
  List<OleEntry> storages() {
    return ole.storages();
  }

  /** Returns how many streams and storages there are in a storage. */
  int entriesOf(OleEntry storage) {
    return ole.entriesOf(storage);
  }

  @Override
  public void close() throws IOException {
    try {
      if (transform != null) {
        transform.close();
      }
    } finally {
      file.close();
    }
  }

  /** Returns what is wrong with the file beneath the database. */
  List<MsiProblem> containerProblems() throws IOException {
    try {
      List<OleProblem> problems = ole.problems();
      return problems.stream().map(MsiProblem::of).toList();
    } catch (OleFormatException e) {
      return List.of(MsiProblem.of(e.problem()));
    }
  }

  /**
   * Returns what is wrong with a file that ends with zeros, where those are why it is damaged, or
   * stand for a stream that nothing else tells about; after {@link #containerProblems}.
   *
   * @param proven the names of streams whose bytes were held to checksums
   */
  Optional<MsiProblem> brokenOff(boolean isDamaged, Set<String> proven) {
    return ole.zeroTail()
        .filter(zeros -> (isDamaged && zeros.coversUse()) || !proven.containsAll(zeros.streams()))
        .map(zeros -> MsiProblem.of(zeros.problem()));
  }

  /**
   * Returns a stream that holds no table, to be read in places.
   *
   * @param name as of {@link #streamNames()}
   * @throws MsiFormatException if its sectors cannot be found
   */
  Optional<OleStream> stream(String name) throws IOException {
    if (transform != null && !isOfFile(name) && transform.streamsByName().containsKey(name)) {
      return transform.stream(name);
    }
    OleEntry entry = streamsByName().get(name);
    try {
      return entry == null ? Optional.empty() : Optional.of(ole.open(entry));
    } catch (OleFormatException e) {
      throw MsiFormatException.of(e);
    }
  }

  /** Returns what is wrong with its database, which can be read all the same. */
  List<MsiProblem> databaseProblems() throws IOException {
    return kind == MsiKind.TRANSFORM
        ? List.of()
        : new DatabaseCheck(database(), kind, streamsByName().keySet()).run();
  }

  /** Returns the code page of the database's texts; neutral where there is no database. */
  private CodePage databaseCodePage() throws IOException {
    try {
      return database().codePage();
    } catch (MsiFormatException e) {
      return CodePage.NEUTRAL;
    }
  }

  /** A package without a readable database is a package still; its problems are told elsewhere. */
  private boolean isModule() throws IOException {
    try {
      return database().tableNames().contains("ModuleSignature")
          && !properties().containsKey("ProductCode");
    } catch (MsiFormatException e) {
      return false;
    }
  }

  /** Of streams whose stored names mean the same, the first one is found. */
  private Map<String, OleEntry> streamsByName() {
    if (streamsByName == null) {
      streamsByName = new HashMap<>();
      for (OleEntry stream : ole.streams()) {
        if (!StreamName.isTable(stream.name())) {
          streamsByName.putIfAbsent(StreamName.decode(stream.name()), stream);
        }
      }
    }
    return streamsByName;
  }

  private Database database() throws IOException {
    if (database == null) {
      database = Database.read(ole);
    }
    return database;
  }

  private static MsiFormatException otherDocument(UUID classId) {
    String program = OTHER_PROGRAMS.getOrDefault(classId, "a program that is not known here");
    return new MsiFormatException(
        new MsiProblem(
            MsiProblem.Kind.OTHER_DOCUMENT,
            "it is an OLE compound file, but not of Windows Installer: its class is {"
                + classId.toString().toUpperCase(Locale.ROOT)
                + "}, of "
                + program));
  }
}
