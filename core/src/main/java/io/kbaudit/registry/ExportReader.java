package io.kbaudit.registry;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the keys of an export that say what is installed; all others are passed over. */
final class ExportReader implements RegistryExport.Listener {
  /** The values of these keys are products, and may be many: each is taken as it comes. */
  private static final Set<InstallerKey.Kind> OF_MEMBERS =
      EnumSet.of(InstallerKey.Kind.COMPONENT, InstallerKey.Kind.UPGRADE_CODE);

  private final ProductCollector products;
  private @Nullable InstallerKey current;
  private StatedValues values = new StatedValues(0);

  ExportReader(ProductCollector products) {
    this.products = products;
  }

  @Override
  public boolean key(int line, String path) {
    end();
    Optional<SoftwarePath> place = SoftwarePath.of(path);
    place.ifPresent(
        each -> {
          products.wholly(InstallerKey.wholeAt(each));
          if (InstallerKey.isAboutPrograms(each)) {
            products.answered();
          }
        });
    Optional<InstallerKey> key = place.flatMap(InstallerKey::of);
    current = key.orElse(null);
    values = new StatedValues(line);
    return key.isPresent();
  }

  @Override
  public boolean value(int line, String name, RegistryValue value) {
    if (current != null && OF_MEMBERS.contains(current.kind())) {
      products.member(current, line, name, value);
      return true;
    }
    return values.put(name, value);
  }

  /** Takes the last key, behind which none follows. */
  void end() {
    if (current != null && !OF_MEMBERS.contains(current.kind())) {
      products.key(current, values);
    }
    current = null;
  }
}
