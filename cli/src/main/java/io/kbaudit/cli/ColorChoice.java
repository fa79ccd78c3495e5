package io.kbaudit.cli;

/** When to colour text. */
enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER
}
