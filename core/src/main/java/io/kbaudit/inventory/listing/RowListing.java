package io.kbaudit.inventory.listing;

import io.kbaudit.export.ExportedRow;
import io.kbaudit.file.Digest;
import io.kbaudit.file.Digests;
import io.kbaudit.file.FileVersion;
import io.kbaudit.inventory.listing.ListedTimes.UnreadableTimeException;
import io.kbaudit.text.Letters;
import io.kbaudit.text.Printable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files in rows of named values, as PowerShell's {@code Get-ChildItem} and {@code Get-FileHash},
 * osquery's table {@code file}, and Ansible's {@code win_find}, {@code find}, {@code win_stat} and
 * {@code stat} name them. Each value is that of the first of several columns that has one.
 */
final class RowListing implements ExportedRow.Listener {
  private static final List<String> PATHS = List.of("FullName", "path", "PSPath");
  private static final List<String> NAMES = List.of("Name", "filename", "PSChildName");
  private static final List<String> FOLDERS = List.of("DirectoryName", "Directory");

  private static final String NAMELESS =
      "no column that names files, such as Name or FullName of Get-ChildItem, or path of osquery"
          + " and Ansible";

  /** The folder that was listed. */
  private static final String ROOT = "Root";

  private static final List<String> SIZES = List.of("Length", "size");
  private static final List<String> TIMES = List.of("LastWriteTimeUtc", "LastWriteTime", "mtime");

  /** What states the fixed version, and nothing else. */
  private static final List<String> VERSIONS =
      List.of("Version", "FileVersionRaw", "VersionInfo.FileVersionRaw");

  /** What holds what somebody typed; where that is no version, none is known. */
  private static final List<String> VERSION_TEXTS =
      List.of("FileVersion", "file_version", "VersionInfo.FileVersion");

  private static final List<String> DIGESTS =
      List.of("Hash", "Hash.Hash", "checksum", "md5", "sha1", "sha256", "sha512");

  private static final String ALGORITHM = "Algorithm";

  /** How PowerShell prints a whole VersionInfo. */
  private static final Pattern VERSION_INFO =
      Pattern.compile("(?m)^FileVersion: {1,20}+(\\S.{0,200}+)[ \t]*+$");

  private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");

  private static final FileVersion NONE = new FileVersion(0, 0, 0, 0);

  private static final Set<String> FOLDER_TYPES = Set.of("directory");
  private static final Set<String> FILE_TYPES = Set.of("regular");

  /** Folders that Ansible's {@code find} could not look into, with the reason of each. */
  private static final String SKIPPED_PATHS = "skipped_paths.";

  /** Ansible's module {@code stat} has its values in an object. */
  private static final String STAT = "stat.";

  private final ListedFiles files;
  private long rows;
  private final ListedTimes times;

  RowListing(ListedFiles files, ListedTimes times) {
    this.files = files;
    this.times = times;
  }

  /** A text of one line may be anything; a list of no files has a column for their names. */
  @Override
  public void noRows(ExportedRow columns) throws IOException {
    if (!namesFiles(columns)) {
      throw columns.wrong(NAMELESS);
    }
  }

  private static boolean namesFiles(ExportedRow row) {
    return hasAny(row, NAMES) || hasAny(row, PATHS);
  }

  @Override
  public void row(ExportedRow row) throws IOException {
    rows++;
    requireDone(row);
    if (isFlag(row, "exists", false)) {
      return; // it was asked about, and is not there
    }
    ListedPath path = path(row);
    Optional<String> root = row.find(ROOT);
    if (root.isPresent()) {
      files.setRoot(row.line(), ListedPath.of(root.get()));
    }
    Optional<String> size = find(row, SIZES);
    if (isFolder(row, size)) {
      files.addFolder(row.line(), path, isLink(row));
    } else {
      Optional<String> problem = problem(row);
      files.add(problem.isPresent() ? unknown(row, path, problem.get()) : file(row, path, size));
    }
  }

  @Override
  public void around(ExportedRow task) throws IOException {
    requireDone(task);
    Optional<String> matched = task.find("matched");
    if (matched.isPresent() && !matched.get().equals(String.valueOf(rows))) {
      throw task.wrong(
          "'matched' is " + Printable.quoted(matched.get()) + ", and there are " + rows + " rows");
    }
    for (String column : task.columns()) {
      if (column.startsWith(SKIPPED_PATHS)) {
        throw task.wrong(
            "a folder was skipped: " + Printable.quoted(column.substring(SKIPPED_PATHS.length())));
      }
    }
  }

  /** A task of Ansible that failed has listed nothing, or not all. */
  private static void requireDone(ExportedRow row) throws IOException {
    for (String flag : List.of("failed", "unreachable", "skipped")) {
      if (isFlag(row, flag, true)) {
        throw row.wrong(
            "a task that was not done ("
                + flag
                + ")"
                + row.find("msg").map(text -> ": " + Printable.quoted(text)).orElse(""));
      }
    }
  }

  private static ListedPath path(ExportedRow row) throws IOException {
    Optional<String> path = find(row, PATHS);
    Optional<String> name = find(row, NAMES);
    Optional<String> folder = find(row, FOLDERS);
    if (path.isPresent()) {
      return ListedPath.of(path.get());
    }
    if (name.isEmpty()) {
      throw row.wrong(namesFiles(row) ? "a row without the name of a file" : NAMELESS);
    }
    return folder.isPresent()
        ? ListedPath.in(ListedPath.of(folder.get()), name.get())
        : new ListedPath(ListedPath.of(name.get()).text(), true);
  }

  /** Get-ChildItem states no length of a folder, and one of each file. */
  private static boolean isFolder(ExportedRow row, Optional<String> size) {
    Optional<String> type = find(row, List.of("type"));
    Optional<String> mode = row.find("Mode").map(Letters::small);
    Optional<String> attributes = find(row, List.of("Attributes"));
    if (isFlag(row, "isdir", true) || isFlag(row, "PSIsContainer", true)) {
      return true;
    }
    if (type.filter(FOLDER_TYPES::contains).isPresent()
        || mode.filter(text -> text.startsWith("d")).isPresent()
        || attributes.filter(text -> text.contains("Directory")).isPresent()) {
      return true;
    }
    boolean saysOtherwise =
        type.isPresent()
            || mode.isPresent()
            || attributes.isPresent()
            || isFlag(row, "isdir", false)
            || isFlag(row, "PSIsContainer", false);
    return !saysOtherwise
        && size.isEmpty()
        && hasAny(row, SIZES)
        && find(row, DIGESTS).isEmpty()
        && find(row, VERSIONS).isEmpty();
  }

  private static boolean isLink(ExportedRow row) {
    return isFlag(row, "islnk", true)
        || isFlag(row, "isjunction", true)
        || row.find("LinkType").filter(type -> !type.equals("HardLink")).isPresent()
        || row.find("Mode").filter(mode -> mode.endsWith("l") || mode.startsWith("l")).isPresent()
        || find(row, List.of("Attributes")).filter(a -> a.contains("ReparsePoint")).isPresent();
  }

  /** Returns why a file's size and date are not those of its contents. */
  private static Optional<String> problem(ExportedRow row) {
    Optional<String> type = find(row, List.of("type")).filter(text -> !FILE_TYPES.contains(text));
    if (type.isPresent()) {
      return Optional.of("it was listed as no file, but as " + Printable.quoted(type.get()));
    }
    boolean isEmptyLink =
        isLink(row) && find(row, SIZES).filter(size -> !size.equals("0")).isEmpty();
    return isEmptyLink ? Optional.of("a link, whose file's size is not listed") : Optional.empty();
  }

  private static ListedEntry unknown(ExportedRow row, ListedPath path, String problem) {
    return new ListedEntry(
        row.line(),
        path,
        0,
        ListedTime.sure(Instant.EPOCH),
        Optional.empty(),
        Digests.NONE,
        Optional.of(problem));
  }

  private ListedEntry file(ExportedRow row, ListedPath path, Optional<String> size)
      throws IOException {
    return new ListedEntry(
        row.line(), path, size(row, size), time(row), version(row), digests(row), Optional.empty());
  }

  private static long size(ExportedRow row, Optional<String> size) throws IOException {
    String text = size.orElseThrow(() -> missing(row, SIZES, "size", "Length"));
    if (!SIZE.matcher(text.strip()).matches()) {
      throw row.wrong(Printable.quoted(text) + " is no number of bytes");
    }
    return Long.parseLong(text.strip());
  }

  private ListedTime time(ExportedRow row) throws IOException {
    String text =
        find(row, TIMES)
            .orElseThrow(() -> missing(row, TIMES, "time of the last change", "LastWriteTimeUtc"));
    try {
      return times.read(text.strip(), row.line());
    } catch (UnreadableTimeException e) {
      throw row.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static IOException missing(
      ExportedRow row, List<String> columns, String what, String example) {
    return row.wrong(
        hasAny(row, columns)
            ? "a file without its " + what
            : "no column with the "
                + what
                + ", such as "
                + example
                + " of Get-ChildItem; without it nothing can be audited");
  }

  private static Optional<FileVersion> version(ExportedRow row) throws IOException {
    Optional<String> raw = find(row, VERSIONS);
    if (raw.isPresent()) {
      Optional<FileVersion> version = FileVersion.find(raw.get());
      if (version.isEmpty()) {
        throw row.wrong(Printable.quoted(raw.get()) + " is no version of a file");
      }
      return version.filter(stated -> !stated.equals(NONE));
    }
    return find(row, VERSION_TEXTS)
        .or(() -> row.find("VersionInfo").flatMap(RowListing::inVersionInfo))
        .flatMap(FileVersion::find)
        .filter(stated -> !stated.equals(NONE));
  }

  private static Optional<String> inVersionInfo(String text) {
    Matcher version = VERSION_INFO.matcher(text);
    return version.find() ? Optional.of(version.group(1).strip()) : Optional.empty();
  }

  private static Digests digests(ExportedRow row) throws IOException {
    Digests digests = Digests.NONE;
    Optional<String> algorithm = row.find(ALGORITHM).or(() -> row.find("Hash." + ALGORITHM));
    for (String column : DIGESTS) {
      Optional<String> text = find(row, List.of(column));
      if (text.isPresent()) {
        Digest digest = digest(row, column, text.get().strip(), algorithm);
        Optional<Digest> other = digests.by(digest.algorithm());
        if (other.isPresent() && !other.get().equals(digest)) {
          throw row.wrong("two digests by " + digest.algorithm() + " of one file");
        }
        digests = other.isPresent() ? digests : digests.with(digest);
      }
    }
    return digests;
  }

  private static Digest digest(
      ExportedRow row, String column, String text, Optional<String> algorithm) throws IOException {
    boolean isNamed = !column.startsWith("Hash") && !column.equals("checksum");
    Optional<String> wanted = isNamed ? Optional.of(column) : algorithm;
    Optional<Digest> digest =
        Digest.find(text)
            .filter(
                found ->
                    wanted.isEmpty() || wanted.get().equalsIgnoreCase(found.algorithm().name()));
    return digest.orElseThrow(
        () ->
            row.wrong(
                Printable.quoted(text)
                    + " is no digest by "
                    + wanted.orElse("MD5, SHA-1, SHA-256 or SHA-512")));
  }

  private static boolean isFlag(ExportedRow row, String column, boolean value) {
    return find(row, List.of(column)).filter(Boolean.toString(value)::equalsIgnoreCase).isPresent();
  }

  private static Optional<String> find(ExportedRow row, List<String> columns) {
    for (String column : columns) {
      Optional<String> value = row.find(column).or(() -> row.find(STAT + column));
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  private static boolean hasAny(ExportedRow row, List<String> columns) {
    return row.columns().stream()
        .anyMatch(
            own ->
                columns.stream()
                    .anyMatch(
                        each -> own.equalsIgnoreCase(each) || own.equalsIgnoreCase(STAT + each)));
  }
}
