package io.kbaudit.audit;

/** The strongest evidence behind a file's result. */
public enum Assurance {
  /** Name, size and date, which a careless copy also has. */
  METADATA(
      "Name, size and date speak for the file, which a careless copy also has; altered contents and"
          + " swapped files may have them."),
  /** The file is sound, and the name that it gives itself is this row's. */
  IDENTITY(
      "The file is sound, and says itself that it is this row's; its bytes were not compared with"
          + " any."),
  /** The file is as somebody signed it for whom a trusted root vouches. */
  SIGNED(
      "The file is as its publisher signed it, and a trusted root vouches for the publisher: nobody"
          + " altered it since. That it is this row's file, and no other of the same publisher, is"
          + " what IDENTITY says."),
  /** The file is, byte for byte, one that was verified before. */
  PINNED("The file is, byte for byte, the one that was verified before.");

  private final String meaning;

  Assurance(String meaning) {
    this.meaning = meaning;
  }

  /** Returns what it means, in a sentence. */
  public String meaning() {
    return meaning;
  }
}
