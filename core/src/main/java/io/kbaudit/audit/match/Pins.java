package io.kbaudit.audit.match;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.file.Digest;
import io.kbaudit.inventory.ObservedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The contents that a baseline pins to rows, and the package codes; none without a baseline. */
public final class Pins {
  public static final Pins NONE = new Pins(Map.of());

  /** How a file's contents compare with those pinned to a row. */
  public enum Contents {
    /** Byte for byte the same. */
    EQUAL,
    /** Others. */
    OTHER,
    /** Nothing is pinned to the row, or the file was not hashed. */
    UNKNOWN
  }

  private final Map<ExpectedFile, BaselineFile> fileOfRow;
  private final Map<Digest, ExpectedFile> rowOfContents = new HashMap<>();
  private final Map<String, List<ExpectedFile>> rowsOfCode = new HashMap<>();

  private Pins(Map<ExpectedFile, BaselineFile> fileOfRow) {
    this.fileOfRow = fileOfRow;
    for (Map.Entry<ExpectedFile, BaselineFile> each : fileOfRow.entrySet()) {
      ExpectedFile row = each.getKey();
      BaselineFile file = each.getValue();
      rowOfContents.putIfAbsent(file.sha256(), row);
      if (file.packageCode().isPresent()) {
        rowsOfCode.computeIfAbsent(file.packageCode().get(), code -> new ArrayList<>(1)).add(row);
      }
    }
  }

  public static Pins of(Article article, Optional<Baseline> baseline) {
    if (baseline.isEmpty()) {
      return NONE;
    }
    Map<Integer, BaselineFile> byNumber =
        baseline.get().files().stream().collect(Collectors.toMap(BaselineFile::row, file -> file));
    // In the article's order: of rows with the same contents, the first is named on every machine.
    Map<ExpectedFile, BaselineFile> fileOfRow = new LinkedHashMap<>();
    for (ExpectedFile row : article.rows()) {
      Optional.ofNullable(byNumber.get(row.row())).ifPresent(file -> fileOfRow.put(row, file));
    }
    return new Pins(fileOfRow);
  }

  /** Returns the file that is pinned to {@code row}. */
  public Optional<BaselineFile> of(ExpectedFile row) {
    return Optional.ofNullable(fileOfRow.get(row));
  }

  public Contents compare(ExpectedFile row, ObservedFile.Readable file) {
    Optional<BaselineFile> pinned = of(row);
    if (pinned.isEmpty()) {
      return Contents.UNKNOWN;
    }
    if (file.sizeBytes() != pinned.get().sizeBytes()) {
      return Contents.OTHER;
    }
    return file.sha256()
        .map(hash -> hash.equals(pinned.get().sha256()) ? Contents.EQUAL : Contents.OTHER)
        .orElse(Contents.UNKNOWN);
  }

  /** Returns the other row whose contents {@code file} has, where they are not those of its own. */
  public Optional<ExpectedFile> otherRowOf(ExpectedFile row, ObservedFile.Readable file) {
    return file.sha256()
        .map(rowOfContents::get)
        .filter(other -> compare(row, file) == Contents.OTHER);
  }

  /** Returns the only row to which the package code that {@code file} states is pinned. */
  public Optional<ExpectedFile> rowOfCode(ObservedFile.Readable file) {
    return file.packageCode()
        .map(rowsOfCode::get)
        .filter(rows -> rows.size() == 1)
        .map(rows -> rows.get(0));
  }
}
