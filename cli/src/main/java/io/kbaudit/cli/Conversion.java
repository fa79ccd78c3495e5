package io.kbaudit.cli;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;

/**
 * How the value of an option is read from its text. (A lambda in its place would keep picocli's
 * interface, which is compiled for Java 5, out of a {@link ClassArchive}, and with it what uses
 * it.)
 */
final class Conversion<T> implements ITypeConverter<T> {
  private final Function<String, T> reading;

  private Conversion(Function<String, T> reading) {
    this.reading = reading;
  }

  /**
   * Returns the conversion that is done so.
   *
   * @param reading throws a {@code TypeConversionException} for what it does not understand
   */
  static <T> Conversion<T> by(Function<String, T> reading) {
    return new Conversion<>(reading);
  }

  @Override
  public T convert(String text) {
    return reading.apply(text);
  }
}
