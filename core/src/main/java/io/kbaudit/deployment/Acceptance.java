package io.kbaudit.deployment;

/** How strictly files are held to what the article prints. */
public enum Acceptance {
  /** Size and date as printed. */
  EXACT("exact"),
  /** As printed, or later: "or later file attributes", as many articles promise. */
  OR_LATER("or-later");

  private final String id;

  Acceptance(String id) {
    this.id = id;
  }

  /** Returns the word for it in profiles and in reports. */
  public String id() {
    return id;
  }
}
