package io.kbaudit.msi.ole;

import io.kbaudit.file.FileContent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A compound file ([MS-CFB]) that is open for reading. Its tables are in memory, its streams are
 * not. Where streams are asked for by name, those of the root storage are meant: those in storages
 * below belong to other databases.
 */
public final class OleFile {
  /** No stream that is read whole comes near it: the tables of a 2 GB package take some MB. */
  static final long LARGEST_STREAM_READ = 256L << 20;

  static final int MOST_PROBLEMS = 10;

  private final FileContent file;
  private final OleHeader header;
  private final SectorStore store;
  private final OleDirectory directory;
  private final MiniStream miniStream;
  private final UnaryOperator<String> naming;
  private Optional<ZeroTail> zeroTail = Optional.empty();

  private OleFile(
      FileContent file,
      OleHeader header,
      SectorStore store,
      OleDirectory directory,
      MiniStream miniStream,
      UnaryOperator<String> naming) {
    this.file = file;
    this.header = header;
    this.store = store;
    this.directory = directory;
    this.miniStream = miniStream;
    this.naming = naming;
  }

  /**
   * Reads the tables of a file, which is not to be closed as long as this is used.
   *
   * @param naming makes the stored name of a stream fit for people; problems speak of it so
   * @throws OleFormatException if it is no compound file, or its tables cannot be read
   * @throws InterruptedIOException here and later, if the thread that reads is interrupted, or
   *     stopped
   * @throws IOException if the file cannot be read
   */
  public static OleFile of(FileContent file, UnaryOperator<String> naming) throws IOException {
    try {
      return read(file, naming);
    } catch (OleFormatException e) {
      throw isOfTables(e) ? explained(file, e) : e;
    }
  }

  /** Returns the class of the root storage, which says whose file this is. */
  public UUID classId() {
    return directory.root().classId();
  }

  /** Returns the streams of the root storage, in the order of the directory. */
  public List<OleEntry> streams() {
    return directory.childrenOf(directory.root()).stream()
        .filter(entry -> entry.type() == OleEntry.Type.STREAM)
        .toList();
  }

  /** Returns the storages of the root storage, in the order of the directory. */
  public List<OleEntry> storages() {
    return directory.childrenOf(directory.root()).stream()
        .filter(entry -> entry.type() == OleEntry.Type.STORAGE)
        .toList();
  }

  /** Returns the root storage. */
  public OleEntry root() {
    return directory.root();
  }

  /** Returns the streams and storages in a storage, in the order of the directory. */
  public List<OleEntry> childrenOf(OleEntry storage) {
    return directory.childrenOf(storage);
  }

  /** Returns how many bytes the file has. */
  public long sizeBytes() {
    return store.fileBytes();
  }

  /** Returns how many bytes there are behind the last sector that is in use. */
  public long bytesBehindUse() throws IOException {
    return DamagedTables.converted(
        () -> "its FAT contradicts itself",
        () -> Math.max(0, store.fileBytes() - store.offsetOf(store.lastInUse() + 1)));
  }

  /** Returns how many streams and storages there are in a storage. */
  public int entriesOf(OleEntry storage) {
    return directory.childrenOf(storage).size();
  }

  /** Returns the stream of the root storage that is stored under exactly this name. */
  public Optional<OleEntry> stream(String storedName) {
    return streams().stream().filter(stream -> stream.name().equals(storedName)).findFirst();
  }

  /**
   * Returns all bytes of a stream.
   *
   * @throws OleFormatException if the file does not hold them, or they are more than 256 MB
   */
  public byte[] read(OleEntry stream) throws IOException {
    return read(stream, LARGEST_STREAM_READ);
  }

  /** Returns all bytes of a stream, so many at most. */
  byte[] read(OleEntry stream, long mostBytes) throws IOException {
    String owner = owner(stream);
    requireNoLargerThanFile(owner, stream);
    if (stream.sizeBytes() > mostBytes) {
      throw new OleFormatException(
          OleProblem.Kind.DAMAGED,
          owner
              + " has "
              + Numbers.grouped(stream.sizeBytes())
              + " bytes; what is read whole has at most "
              + Numbers.grouped(mostBytes));
    }
    return DamagedTables.converted(
        () -> owner + " leads to what the FAT does not describe",
        () ->
            stream.isMini()
                ? miniStream.read(owner, stream)
                : OleStream.read(store, owner, stream));
  }

  /**
   * Returns a stream to be read in places, whatever its size.
   *
   * @throws OleFormatException if its sectors cannot be found
   */
  public OleStream open(OleEntry stream) throws IOException {
    if (stream.isMini()) {
      return OleStream.of(read(stream));
    }
    String owner = owner(stream);
    requireNoLargerThanFile(owner, stream);
    return OleStream.of(store, owner, stream);
  }

  /** Returns what is wrong with the file as a whole, the first ten findings; nothing if sound. */
  public List<OleProblem> problems() throws IOException {
    List<OleProblem> all =
        DamagedTables.converted(
            () -> "its FAT contradicts itself",
            () -> {
              ContainerCheck check =
                  new ContainerCheck(store, miniStream, naming, ZeroTail.start(file));
              List<OleProblem> problems = check.run(header.problems(), directory);
              zeroTail = Optional.of(check.zeroTail());
              return problems;
            });
    if (all.size() <= MOST_PROBLEMS) {
      return all;
    }
    List<OleProblem> first = new ArrayList<>(all.subList(0, MOST_PROBLEMS - 1));
    String more = "and there are " + Numbers.grouped(all.size() - first.size()) + " more problems";
    first.add(new OleProblem(OleProblem.Kind.DAMAGED, more));
    return first;
  }

  /** Returns what the zeros cover that the file ends with; absent before {@link #problems}. */
  public Optional<ZeroTail> zeroTail() {
    return zeroTail;
  }

  private String owner(OleEntry stream) {
    return "the stream '" + naming.apply(stream.name()) + "'";
  }

  private void requireNoLargerThanFile(String owner, OleEntry stream) throws OleFormatException {
    if (stream.sizeBytes() > store.fileBytes()) {
      throw new OleFormatException(
          OleProblem.Kind.DAMAGED,
          owner
              + " is said to have "
              + Numbers.grouped(stream.sizeBytes())
              + " bytes, and the whole file has "
              + Numbers.grouped(store.fileBytes()));
    }
  }

  /** Returns whether the file begins as it should, and goes wrong later. */
  private static boolean isOfTables(OleFormatException e) {
    OleProblem.Kind kind = e.problem().kind();
    return kind == OleProblem.Kind.TRUNCATED || kind == OleProblem.Kind.DAMAGED;
  }

  /** Returns what is wrong with a file, if it is not the tables that it was found in. */
  private static OleFormatException explained(FileContent file, OleFormatException e)
      throws IOException {
    if (LineEndings.areConverted(file)) {
      return new OleFormatException(LineEndings.PROBLEM, e);
    }
    long zeros = ZeroTail.start(file);
    return ZeroTail.explains(zeros, file.sizeBytes())
        ? new OleFormatException(ZeroTail.problem(zeros, file.sizeBytes()), e)
        : e;
  }

  private static OleFile read(FileContent file, UnaryOperator<String> naming) throws IOException {
    OleHeader header = OleHeader.read(file);
    return DamagedTables.converted(
        () -> "its header, FAT and directory contradict each other",
        () -> {
          SectorStore store = new SectorStore(file, header);
          OleDirectory directory = OleDirectory.read(store);
          MiniStream miniStream = MiniStream.read(store, directory.root());
          return new OleFile(file, header, store, directory, miniStream, naming);
        });
  }
}
