package io.kbaudit.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What means something in YAML, for a fuzz test to put in; a reader has words of its own besides.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@DictionaryEntries({
  ":",
  ": ",
  "- ",
  "#",
  " #",
  "'",
  "\"",
  "[",
  "]",
  "{",
  "}",
  ", ",
  "&a",
  "*a",
  "!",
  "!!str",
  "|",
  ">",
  "|2",
  "%YAML 1.2",
  "@",
  "`",
  "? ",
  "\t",
  "---",
  "...",
  "<<",
  "~",
  "null",
  "true",
  "\\U0001F600",
  "\\x85"
})
public @interface YamlTokens {}
