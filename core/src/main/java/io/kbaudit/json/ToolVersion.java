package io.kbaudit.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of kbaudit itself, as the build wrote it down. */
public final class ToolVersion {
  private static final String RESOURCE = "tool.properties";

  private ToolVersion() {}

  /** Returns for example {@code 0.1.0}. */
  public static String get() {
    try (InputStream in = ToolVersion.class.getResourceAsStream(RESOURCE)) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(in, RESOURCE));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("the installation is damaged: " + RESOURCE, e);
    }
  }
}
