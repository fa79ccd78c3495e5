package io.kbaudit.inventory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The reading of all files of a scan that have to be opened, and how far it has come. */
final class ContentReading {
  /** So many files, or files of so many bytes, are read by one thread before others help. */
  private static final int FILES_A_PIECE = 64;

  private static final long BYTES_A_PIECE = 16 << 20;

  private final FileObserver observer;
  private final Attendants attendants;
  private final StopSignal stop;
  private final ScanListener listener;
  private final FileList.Builder files;
  private final Thread scanning = Thread.currentThread();
  private final AtomicLong done = new AtomicLong();
  private final long total;

  /** How much the listener has heard of. */
  private long told;

  private ContentReading(
      FileObserver observer,
      Attendants attendants,
      StopSignal stop,
      ScanListener listener,
      FileList.Builder files,
      long total) {
    this.observer = observer;
    this.attendants = attendants;
    this.stop = stop;
    this.listener = listener;
    this.files = files;
    this.total = total;
  }

  /**
   * Looks into one file, and returns what was found.
   *
   * @throws IOException if it is stopped
   */
  static ObservedFile ofOne(
      Path path,
      ListedFile file,
      FileObserver observer,
      Attendants attendants,
      StopSignal stop,
      ScanListener listener)
      throws IOException {
    return new ContentReading(
            observer,
            attendants,
            stop,
            listener,
            new FileList.Builder(),
            observer.bytesToRead(file))
        .observe(path, file, stop);
  }

  /**
   * Reads {@code unread}, which is emptied, and adds what was found to {@code files}, in order.
   *
   * @param mostHelpers how many threads may help
   * @throws IOException if it is stopped
   */
  static void of(
      Deque<FolderListing.Unread> unread,
      FileObserver observer,
      Attendants attendants,
      int mostHelpers,
      StopSignal stop,
      ScanListener listener,
      FileList.Builder files)
      throws IOException {
    long total = 0;
    for (FolderListing.Unread each : unread) {
      total += observer.bytesToRead(each.file());
    }
    ContentReading reading = new ContentReading(observer, attendants, stop, listener, files, total);
    try (SharedWork<List<FolderListing.Unread>, FileList.Builder> work =
        new SharedWork<>(mostHelpers, reading::read, reading::take, stop, reading::goOn)) {
      while (!unread.isEmpty()) {
        work.give(nextPiece(unread));
      }
      work.takeAll();
    }
  }

  private static List<FolderListing.Unread> nextPiece(Deque<FolderListing.Unread> unread) {
    List<FolderListing.Unread> piece = new ArrayList<>();
    long bytes = 0;
    while (!unread.isEmpty() && piece.size() < FILES_A_PIECE && bytes < BYTES_A_PIECE) {
      bytes += unread.getFirst().file().sizeBytes();
      piece.add(unread.removeFirst());
    }
    return piece;
  }

  /** Reads some files; by whatever thread. */
  private FileList.Builder read(List<FolderListing.Unread> piece, StopSignal ofThread)
      throws IOException {
    FileList.Builder observed = new FileList.Builder();
    for (FolderListing.Unread each : piece) {
      observed.add(observe(each.path(), each.file(), ofThread));
    }
    return observed;
  }

  private ObservedFile observe(Path path, ListedFile file, StopSignal ofThread) throws IOException {
    Progress progress = new Progress(observer.bytesToRead(file));
    ObservedFile observed;
    try {
      observed =
          attendants.ask(
              file.sizeBytes(),
              ofThread,
              () -> pause(ofThread),
              wanted -> observer.observe(path, file, wanted, progress.of(wanted)));
    } catch (Attendants.TimedOutException e) {
      observed = file.unreadable(ObservedFile.Unreadable.Kind.TIMED_OUT, Provider.reason(e));
    }
    progress.finish();
    return observed;
  }

  /** Who waits for others asks whether to go on, and tells how far they are. */
  private void pause(StopSignal ofThread) throws IOException {
    ofThread.orGoOn();
    if (Thread.currentThread().equals(scanning)) {
      tellOfOthers();
    }
  }

  private void take(FileList.Builder observed) {
    files.addAll(observed);
    tellOfOthers();
  }

  private void goOn() throws IOException {
    stop.orGoOn();
    tellOfOthers();
  }

  private void tellOfOthers() {
    if (done.get() > told) {
      tell();
    }
  }

  private void tell() {
    told = done.get();
    listener.read(told, total);
  }

  /** How much of one file was read. */
  private final class Progress {
    private final long bytesToRead;
    private long counted;
    private boolean finished;

    private Progress(long bytesToRead) {
      this.bytesToRead = bytesToRead;
    }

    /** Returns what hears of it from the thread that reads, which asks {@code stop}. */
    private FileHash.Progress of(StopSignal stop) {
      return bytes -> {
        stop.orGoOn();
        count(Math.min(bytes, bytesToRead));
      };
    }

    private void finish() {
      count(bytesToRead);
      hearNoMore();
    }

    /** One who is left behind where he reads may come to tell of it later. */
    private synchronized void hearNoMore() {
      finished = true;
    }

    /** The listener hears of it if this is the thread that scans; else from that, later. */
    private void count(long bytes) {
      if (add(bytes) && bytesToRead > 0 && Thread.currentThread().equals(scanning)) {
        tell();
      }
    }

    private synchronized boolean add(long bytes) {
      if (finished) {
        return false;
      }
      done.addAndGet(bytes - counted);
      counted = bytes;
      return true;
    }
  }
}
