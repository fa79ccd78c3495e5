package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.Template;
import io.kbaudit.pe.PeHeader;
import io.kbaudit.pe.PeInspection;
import io.kbaudit.text.Processors;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file says that it was built for.
 *
 * @param text in its own words
 * @param processors each by one name, such as {@code x64}; what runs on any has that name too
 */
public record StatedPlatform(String text, Set<String> processors) {
  /** Copies the set. */
  public StatedPlatform {
    processors = Set.copyOf(processors);
  }

  /** Returns what {@code file} says; absent where it says nothing, or was not read. */
  public static Optional<StatedPlatform> of(ObservedFile.Readable file) {
    return file.inspection()
        .flatMap(MsiInspection::template)
        .flatMap(Template::platform)
        .map(text -> new StatedPlatform(text, Processors.in(text)))
        .or(() -> file.executable().flatMap(PeInspection::header).map(StatedPlatform::of));
  }

  private static StatedPlatform of(PeHeader header) {
    Set<String> processors = new TreeSet<>();
    header.machine().processor().ifPresent(processors::add);
    String machine = header.machine().id();
    return switch (header.code()) {
      case MACHINE -> new StatedPlatform(machine, processors);
      case MSIL -> {
        processors.add(Processors.MSIL);
        yield new StatedPlatform(machine + " (MSIL, for this machine alone)", processors);
      }
      case MSIL_ANY_CPU -> {
        processors.add(Processors.MSIL);
        processors.addAll(Processors.OF_ANY_CPU);
        yield new StatedPlatform(machine + " (MSIL, for any CPU)", processors);
      }
    };
  }

  /**
   * Returns whether a file states a platform that is not among those that a row prints; where it
   * prints none, not among those of which files stand under its heading.
   */
  public static boolean isOther(ExpectedFile row, ObservedFile.Readable file) {
    Optional<StatedPlatform> stated = of(file);
    if (stated.isEmpty()) {
      return false;
    }
    Set<String> printed = Processors.namedBy(row.variant().platform().orElse(""));
    Set<String> wanted = new TreeSet<>(printed);
    if (printed.isEmpty()) {
      ofHeading(row)
          .ifPresent(
              processor -> {
                wanted.add(processor);
                wanted.addAll(Processors.runsOnWindowsFor(processor));
              });
    }
    return !wanted.isEmpty() && !Processors.haveCommon(stated.get().processors(), wanted);
  }

  /** Returns the one processor of today that the heading nearest above {@code row} names. */
  public static Optional<String> ofHeading(ExpectedFile row) {
    Set<String> named = Processors.namedBy(row.variant().heading().orElse(""));
    return named.size() == 1 && Processors.OF_ANY_CPU.containsAll(named)
        ? named.stream().findFirst()
        : Optional.empty();
  }
}
