package io.kbaudit.msi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a Windows Installer file holds besides its tables. Immutable.
 *
 * @param streams that hold no table, in the order of the directory
 * @param storages in it, of which each of a patch's holds a transform
 * @param cabinets as of {@link MsiInspection#cabinets()}
 */
public record MsiContents(
    List<Stream> streams, List<Storage> storages, Optional<List<CabinetState>> cabinets) {
  /** A stream of the root storage. */
  public record Stream(String name, long sizeBytes) {
    /** Checks that nothing is null. */
    public Stream {
      requireNonNull(name, "name");
    }
  }

  /**
   * A storage of the root storage.
   *
   * @param entries how many streams and storages are in it
   */
  public record Storage(String name, int entries) {
    /** Checks that nothing is null. */
    public Storage {
      requireNonNull(name, "name");
    }
  }

  /** Copies the lists. */
  public MsiContents {
    streams = List.copyOf(streams);
    storages = List.copyOf(storages);
    cabinets = cabinets.map(List::copyOf);
  }

  /**
   * Returns what {@code msi} holds.
   *
   * @param inspection of the same file
   */
  public static MsiContents of(MsiFile msi, MsiInspection inspection) {
    List<Stream> streams =
        msi.streams().stream()
            .map(entry -> new Stream(StreamName.decode(entry.name()), entry.sizeBytes()))
            .toList();
    List<Storage> storages =
        msi.storages().stream()
            .map(entry -> new Storage(StreamName.decode(entry.name()), msi.entriesOf(entry)))
            .toList();
    return new MsiContents(streams, storages, inspection.cabinets());
  }

  /** Returns whether the file has a signature, which was not verified. */
  public boolean signed() {
    return streams.stream().anyMatch(stream -> stream.name().equals(SignedContents.SIGNATURE));
  }
}
