package io.kbaudit.msi;

import io.kbaudit.msi.ole.PropertySet;
import io.kbaudit.msi.ole.PropertySet.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The values of a summary, decoded; one that is not what its number promises is absent. */
final class SummaryValues {
  /** The CodePage property ([MS-OLEPS] 2.18.2). */
  private static final int CODE_PAGE = 1;

  private final Map<Integer, Value> values;
  private final CodePage codePage;
  private final List<String> problems;

  SummaryValues(PropertySet set, CodePage otherwise) {
    this.values = set.values();
    this.problems = new ArrayList<>(set.problems());
    OptionalInt stated = statedCodePage();
    this.codePage = stated.isPresent() ? new CodePage(stated.getAsInt()) : otherwise;
    if (!codePage.isKnown()) {
      problems.add(
          "property 1: code page " + codePage.number() + " is not known; texts are read as 1252");
    }
  }

  /** Returns what could not be read so far. */
  List<String> problems() {
    return problems;
  }

  /** Returns the code page, 0 to 65,535: in 16 bits, those from 32,768 on look negative. */
  OptionalInt statedCodePage() {
    OptionalInt stated = number(CODE_PAGE);
    return stated.isPresent() ? OptionalInt.of(stated.getAsInt() & 0xFFFF) : stated;
  }

  OptionalInt number(int id) {
    Optional<Value.Whole> number = value(id, Value.Whole.class, "number");
    return number.isPresent() ? OptionalInt.of(number.get().value()) : OptionalInt.empty();
  }

  /** Returns a text up to its first zero. */
  Optional<String> text(int id) {
    return value(id, Value.Text.class, "text").map(this::decode);
  }

  /** Returns a time; a FILETIME of zero says that there is none. */
  Optional<Instant> time(int id) {
    Optional<Value.Time> time =
        value(id, Value.Time.class, "time").filter(found -> found.ticks() != 0);
    if (time.isPresent() && !FileTime.isReadable(time.get().ticks())) {
      problems.add(
          "property "
              + id
              + " is no time: "
              + Long.toUnsignedString(time.get().ticks())
              + " ticks since 1601");
      return Optional.empty();
    }
    return time.map(found -> FileTime.toInstant(found.ticks()));
  }

  private String decode(Value.Text text) {
    CodePage encoding = text.wide() ? CodePage.UTF_16 : codePage;
    String decoded = encoding.decode(text.bytes(), 0, text.bytes().length);
    int end = decoded.indexOf('\0');
    return end < 0 ? decoded : decoded.substring(0, end);
  }

  private <T extends Value> Optional<T> value(int id, Class<T> type, String word) {
    Value value = values.get(id);
    if (value != null && !type.isInstance(value)) {
      String problem = "property " + id + " is no " + word;
      if (!problems.contains(problem)) {
        problems.add(problem);
      }
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(type::cast);
  }
}
