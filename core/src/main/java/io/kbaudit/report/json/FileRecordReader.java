package io.kbaudit.report.json;

import io.kbaudit.article.ListedSize;
import io.kbaudit.article.ListedTime;
import io.kbaudit.audit.Assurance;
import io.kbaudit.audit.Cause;
import io.kbaudit.audit.Check;
import io.kbaudit.audit.Evidence;
import io.kbaudit.audit.FileResult;
import io.kbaudit.audit.Outcome;
import io.kbaudit.file.FileName;
import io.kbaudit.file.Sha1;
import io.kbaudit.file.Sha256;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.record.FileRecord;
import io.kbaudit.record.RowRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads what a saved audit says of one file. */
final class FileRecordReader {
  private FileRecordReader() {}

  /** Returns a row with its outcomes, which must come to the result that is stated. */
  static FileRecord read(SavedValue value) throws SavedAuditException {
    FileRecord file =
        new FileRecord(
            listed(value),
            value.optionalText("component"),
            observedIn(value),
            outcomes(value.field("checks")),
            assurance(value));
    FileResult stated = value.field("result").oneOf(FileResult.values(), FileResult::name);
    if (stated != file.result()) {
      throw value
          .field("result")
          .wrong("the checks of this file come to " + file.result() + ", and its result is");
    }
    boolean read = file.observed().filter(ObservedFile.Readable.class::isInstance).isPresent();
    if (read != file.assurance().isPresent()) {
      throw value.wrong(
          read ? "a file that was read has an assurance" : "no assurance speaks for no file");
    }
    return file;
  }

  private static RowRecord listed(SavedValue value) throws SavedAuditException {
    SavedValue expected = value.field("expected");
    return new RowRecord(
        (int) value.field("row").number(1, Integer.MAX_VALUE),
        (int) value.field("line").number(1, Integer.MAX_VALUE),
        value.field("listedName").text(),
        value.field("name").as("a file name", FileName::find),
        value.field("truncated").flag(),
        value.optionalText("heading"),
        value.optionalText("platform"),
        value.optionalText("language"),
        size(expected),
        expected.optional("modified", "a day or a minute in UTC", FileRecordReader::time),
        expected.optionalText("version"),
        expected.optional("sha1", "40 hexadecimal digits", Sha1::find),
        expected.optional("sha256", "64 hexadecimal digits", Sha256::find));
  }

  private static Optional<ListedSize> size(SavedValue expected) throws SavedAuditException {
    Optional<SavedValue> bytes = expected.find("size");
    return bytes.isPresent()
        ? Optional.of(ListedSize.ofBytes(bytes.get().number(0, Long.MAX_VALUE)))
        : expected.optional("roundedSize", "a size such as 105 KB", FileRecordReader::roundedSize);
  }

  private static Optional<ListedSize> roundedSize(String text) {
    int blank = text.indexOf(' ');
    try {
      return Optional.of(
          new ListedSize(
              new BigDecimal(text.substring(0, Math.max(0, blank))),
              ListedSize.Unit.valueOf(text.substring(blank + 1))));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<ListedTime> time(String text) {
    int mark = text.indexOf('T');
    try {
      if (mark < 0) {
        return Optional.of(ListedTime.ofDay(LocalDate.parse(text)));
      }
      return text.endsWith("Z")
          ? Optional.of(
              ListedTime.ofMinute(
                  LocalDate.parse(text.substring(0, mark)),
                  LocalTime.parse(text.substring(mark + 1, text.length() - 1))))
          : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<ObservedFile> observedIn(SavedValue value) throws SavedAuditException {
    Optional<SavedValue> observed = value.find("observed");
    return observed.isEmpty() ? Optional.empty() : Optional.of(observed(observed.get()));
  }

  /** Returns a file that a scan came upon. */
  static ObservedFile observed(SavedValue value) throws SavedAuditException {
    String path = value.field("path").text();
    FileName name = value.field("path").as("a path below the folder", ObservedFile::nameAt);
    Optional<String> unreadable = value.optionalText("unreadable");
    if (unreadable.isPresent()) {
      return new ObservedFile.Unreadable(path, name, unreadable.get());
    }
    return new ObservedFile.Readable(
        path,
        name,
        value.field("size").number(0, Long.MAX_VALUE),
        value.field("modified").as("a time in UTC", FileRecordReader::instant),
        value.optional("sha256", "64 hexadecimal digits", Sha256::find),
        value.optional("sha1", "40 hexadecimal digits", Sha1::find),
        Optional.empty());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Assurance> assurance(SavedValue value) throws SavedAuditException {
    Optional<SavedValue> assurance = value.find("assurance");
    return assurance.isEmpty()
        ? Optional.empty()
        : Optional.of(assurance.get().oneOf(Assurance.values(), Assurance::name));
  }

  private static Map<Check, Outcome> outcomes(SavedValue checks) throws SavedAuditException {
    Map<Check, Outcome> outcomes = new EnumMap<>(Check.class);
    for (SavedValue value : checks.items()) {
      Check check = value.field("id").oneOf(Check.values(), Check::name);
      if (outcomes.put(check, outcome(check, value)) != null) {
        throw value.field("id").wrong("this check is here twice");
      }
    }
    for (Check check : Check.values()) {
      if (!outcomes.containsKey(check)) {
        throw checks.wrong("the check " + check + " is missing here");
      }
    }
    return outcomes;
  }

  private static Outcome outcome(Check check, SavedValue value) throws SavedAuditException {
    SavedValue kind = value.field("outcome");
    return switch (kind.text()) {
      case "PASSED" ->
          new Outcome.Passed(Evidence.of(value.field("evidence").text()), remark(value));
      case "FAILED" ->
          new Outcome.Failed(
              evidence(check, value.field("expected").text()),
              evidence(check, value.field("observed").text()),
              cause(value));
      case "UNDECIDED" -> new Outcome.Undecided(value.field("reason").text(), cause(value));
      case "NOT_APPLICABLE" -> new Outcome.NotApplicable(value.field("reason").text());
      default -> throw kind.wrong("this is no outcome of a check");
    };
  }

  /** The size of a file stands as its number of bytes, where nothing else is said of it. */
  private static Evidence evidence(Check check, String text) {
    return check == Check.SIZE
        ? wholeNumber(text).map(ListedSize::ofBytes).map(Evidence::of).orElse(Evidence.of(text))
        : Evidence.of(text);
  }

  private static Optional<Long> wholeNumber(String text) {
    try {
      return text.matches("0|[1-9][0-9]*") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private static Cause cause(SavedValue value) throws SavedAuditException {
    return value.field("cause").oneOf(Cause.values(), Cause::name);
  }

  private static Optional<Cause> remark(SavedValue value) throws SavedAuditException {
    Optional<SavedValue> remark = value.find("remark");
    return remark.isEmpty()
        ? Optional.empty()
        : Optional.of(remark.get().oneOf(Cause.values(), Cause::name));
  }
}
