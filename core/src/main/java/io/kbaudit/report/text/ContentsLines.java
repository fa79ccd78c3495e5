package io.kbaudit.report.text;

import io.kbaudit.msi.CabinetState;
import io.kbaudit.msi.MsiContents;
import io.kbaudit.report.finding.Fact;
import io.kbaudit.text.English;
import io.kbaudit.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** What a Windows Installer file holds besides its tables, a line for each sort. */
final class ContentsLines {
  private static final int NAMED_AT_MOST = 5;

  private ContentsLines() {}

  /**
   * Returns the lines.
   *
   * @param isVerified whether what the signature is worth is said elsewhere
   */
  static List<Fact> of(MsiContents contents, boolean isVerified) {
    List<Fact> lines = new ArrayList<>();
    if (contents.cabinets().isEmpty()) {
      lines.add(new Fact("Cabinets", "not known: the file is too damaged"));
    } else if (!contents.cabinets().get().isEmpty()) {
      lines.add(new Fact("Cabinets", cabinets(contents.cabinets().get())));
    }
    if (!contents.streams().isEmpty()) {
      long bytes = contents.streams().stream().mapToLong(MsiContents.Stream::sizeBytes).sum();
      lines.add(
          new Fact(
              "Streams",
              English.number(contents.streams().size())
                  + " besides the tables, "
                  + English.counted(bytes, "byte")));
    }
    if (!contents.storages().isEmpty()) {
      lines.add(new Fact("Storages", named(storages(contents.storages()))));
    }
    if (!isVerified) {
      lines.add(new Fact("Signature", contents.signed() ? "present, not verified" : "none"));
    }
    return lines;
  }

  private static String cabinets(List<CabinetState> cabinets) {
    return named(cabinets.stream().map(ContentsLines::cabinet).toList());
  }

  private static String cabinet(CabinetState cabinet) {
    StringBuilder text = new StringBuilder(Printable.quoted(cabinet.name()));
    if (cabinet.state() == CabinetState.State.BESIDE) {
      text.append(" beside the file");
    } else if (cabinet.state() != CabinetState.State.OK) {
      text.append(' ').append(cabinet.state().name());
    }
    if (cabinet.sizeBytes().isPresent()) {
      text.append(", ").append(English.counted(cabinet.sizeBytes().getAsLong(), "byte"));
    }
    if (cabinet.fileCount().isPresent()) {
      text.append(", ").append(English.counted(cabinet.fileCount().getAsInt(), "file"));
    }
    return text.toString();
  }

  private static List<String> storages(List<MsiContents.Storage> storages) {
    return storages.stream().map(storage -> Printable.quoted(storage.name())).toList();
  }

  private static String named(List<String> things) {
    int more = things.size() - NAMED_AT_MOST;
    return English.number(things.size())
        + ": "
        + String.join("; ", things.subList(0, Math.min(NAMED_AT_MOST, things.size())))
        + (more > 0 ? "; and " + English.number(more) + " more" : "");
  }
}
