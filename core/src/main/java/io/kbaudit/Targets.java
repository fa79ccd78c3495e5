package io.kbaudit;

import io.kbaudit.audit.AuditRequest;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.text.English;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;

/** Takes the inventory of whatever is audited. */
final class Targets {
  private Targets() {}

  /**
   * Returns what is at {@code target}, as far as {@code asked} has to know it.
   *
   * @throws IOException if it cannot be opened, or is no inventory
   */
  static Inventory inventoryOf(Target target, AuditRequest asked, Scan scan) throws IOException {
    if (target instanceof Target.Folder folder) {
      return scan.of(folder.path(), asked);
    }
    return target instanceof Target.Saved saved
        ? scan.of(SavedInventories.read(saved), asked)
        : Inventory.unreachable(
            target.name(), scan.recursive(), ((Target.Unmatched) target).reason());
  }

  /**
   * Returns what is at one of several places; one that cannot be opened, or whose inventory is of
   * another server, is {@linkplain Inventory#unreachable unreachable}, lest it cost the answer of
   * the others.
   *
   * @throws InterruptedIOException if the scan was stopped
   */
  static Inventory inventoryOfPlace(LocatedTarget place, AuditRequest asked, Scan scan)
      throws InterruptedIOException {
    Inventory found = reached(place.target(), asked, scan);
    Optional<String> other =
        place.label().flatMap(label -> found.label().filter(own -> !own.equals(label)));
    Inventory inventory =
        other
            .map(
                own ->
                    Inventory.unreachable(
                        place.target().name(),
                        scan.recursive(),
                        "the inventory is of " + English.quoted(own) + ", and of no other server"))
            .orElse(found);
    return place.label().map(inventory::withLabel).orElse(inventory);
  }

  private static Inventory reached(Target target, AuditRequest asked, Scan scan)
      throws InterruptedIOException {
    try {
      return inventoryOf(target, asked, scan);
    } catch (IOException e) {
      return Inventory.unreachable(target.name(), scan.recursive(), e);
    }
  }
}
