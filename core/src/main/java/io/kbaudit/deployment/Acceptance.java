package io.kbaudit.deployment;

import java.util.List;
import java.util.stream.Stream;

/** How strictly files are held to what the article prints. */
public enum Acceptance {
  /** Size and date as printed. */
  EXACT("exact"),
  /**
   * As printed, or later: "or later file attributes", as many articles promise. Of files that are
   * held to a baseline the date alone may be later: a file is the verified one, or it is not.
   */
  OR_LATER("or-later"),
  /** The same, and what is later than the verified file will do too. */
  LATER_THAN_BASELINE("later-than-baseline");

  private final String id;

  Acceptance(String id) {
    this.id = id;
  }

  /** Returns the word for it in profiles and in reports. */
  public String id() {
    return id;
  }

  /** Returns whether later files than the article lists will do. */
  public boolean laterWillDo() {
    return this != EXACT;
  }

  /** Returns whether it means something where nothing was verified before. */
  public boolean makesSenseWithoutBaseline() {
    return this != LATER_THAN_BASELINE;
  }

  /** Returns those that a location may have, which knows of no baseline. */
  public static List<Acceptance> ofLocations() {
    return Stream.of(values()).filter(Acceptance::makesSenseWithoutBaseline).toList();
  }
}
