package io.kbaudit.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What this computer calls itself. */
final class HostName {
  /** Where Linux tells it, without asking anybody (proc(5)). */
  private static final Path OF_KERNEL = Path.of("/proc/sys/kernel/hostname");

  /** Java asks the network too, which may not answer. */
  private static final long LONGEST_WAIT_SECONDS = 2;

  private HostName() {}

  /** Returns the name; absent where it is not to be had at once. */
  static Optional<String> find(Map<String, String> environment) {
    return Stream.of("COMPUTERNAME", "HOSTNAME")
        .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
        .filter(name -> !name.isBlank())
        .findFirst()
        .or(HostName::ofKernel)
        .or(HostName::ofJava);
  }

  private static Optional<String> ofKernel() {
    try {
      return Files.exists(OF_KERNEL) ? named(Files.readString(OF_KERNEL)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> ofJava() {
    return CompletableFuture.supplyAsync(HostName::ofNetwork)
        .completeOnTimeout(Optional.empty(), LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private static Optional<String> ofNetwork() {
    try {
      return named(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> named(String text) {
    return Optional.of(text.strip()).filter(name -> !name.isEmpty());
  }
}
