package io.kbaudit.msi.ole;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.spi.LoggerContextFactory;
import org.apache.logging.log4j.status.StatusConsoleListener;
import org.apache.logging.log4j.status.StatusLogger;

/**
 * Starts the logging that POI brings along. Where no provider is installed, log4j-api would say so
 * with an ERROR on standard output; a provider that an embedder has installed works as ever.
 */
final class QuietLogging {
  @SuppressWarnings("UnusedVariable") // held for its initialization, which happens once
  private static final LoggerContextFactory STARTED = startQuietly();

  private QuietLogging() {}

  /** Starts logging, the first time that this is called. */
  static void start() {}

  private static LoggerContextFactory startQuietly() {
    StatusConsoleListener console = StatusLogger.getLogger().getFallbackListener();
    Level level = console.getStatusLevel();
    console.setLevel(Level.OFF);
    try {
      return LogManager.getFactory();
    } finally {
      console.setLevel(level);
    }
  }
}
