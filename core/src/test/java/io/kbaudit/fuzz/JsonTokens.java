package io.kbaudit.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What means something in JSON, for a fuzz test to put in; a reader has words of its own besides.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@DictionaryEntries({
  "{", "}", "[", "]", "\"", ":", ",", "null", "true", "false", "0", "-1", "1e9", "\\u0000",
  "\\ud800", "\\u202e"
})
public @interface JsonTokens {}
