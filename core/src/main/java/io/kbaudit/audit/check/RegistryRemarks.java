package io.kbaudit.audit.check;

import io.kbaudit.audit.Remark;
import io.kbaudit.registry.InstalledProducts;
import io.kbaudit.registry.RegistryRemark;
import java.util.ArrayList;
import java.util.List;

/** Says what of an export of the registry was passed over. */
final class RegistryRemarks {
  private static final int MOST = 5;

  private RegistryRemarks() {}

  /** Returns the first few, and how many more there are. */
  static List<Remark> of(InstalledProducts registry) {
    List<RegistryRemark> all = registry.remarks();
    List<Remark> remarks = new ArrayList<>();
    for (RegistryRemark each : all.subList(0, Math.min(MOST, all.size()))) {
      remarks.add(
          remark("Line " + each.line() + " of " + registry.source() + ": " + each.text() + "."));
    }
    if (all.size() > MOST) {
      remarks.add(
          remark(
              (all.size() - MOST)
                  + (all.size() - MOST == 1 ? " more remark" : " more remarks")
                  + " on "
                  + registry.source()
                  + ", from line "
                  + all.get(MOST).line()
                  + " on."));
    }
    return remarks;
  }

  private static Remark remark(String text) {
    return Remark.of(Remark.Kind.REGISTRY_REMARK, text);
  }
}
