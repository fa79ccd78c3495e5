package io.kbaudit.script;

/** One of the two folders of a script. */
enum Place {
  PACKAGE("package"),
  SHARE("share");

  private final String variable;

  Place(String variable) {
    this.variable = variable;
  }

  /** Returns the name of the variable that holds the folder, in every shell. */
  String variable() {
    return variable;
  }
}
