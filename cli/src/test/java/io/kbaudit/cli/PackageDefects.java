package io.kbaudit.cli;

import io.kbaudit.fixtures.folder.Defect;
import io.kbaudit.fixtures.folder.Kb2492954;
import io.kbaudit.fixtures.msi.MsiDamage;
import io.kbaudit.fixtures.msi.MsiFixture;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** What goes wrong with packages of KB2492954, or is otherwise than the article lists. */
final class PackageDefects {
  private PackageDefects() {}

  /** Returns the package that the article lists. */
  static MsiFixture packageOf(String name) {
    return Kb2492954.file(name).toFixture();
  }

  /** The file is the listed one, changed, and of another size. */
  static Defect replaced(String name, UnaryOperator<MsiFixture> change, long sizeBytes) {
    return Defect.replaced(name, change.apply(packageOf(name).resized(sizeBytes)));
  }

  /** The file is the listed one, broken. */
  static Defect damaged(String name, MsiDamage damage) {
    return Defect.damaged(name, packageOf(name), damage);
  }

  /** The package says nothing of what it is. */
  static Defect nondescript(String name) {
    return Defect.replaced(name, packageOf(name).nondescript());
  }

  /** Every file goes by a name such as Windows Installer gives its cached packages. */
  static Defect randomNames() {
    return folder -> {
      int number = 0x1000;
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.move(file, folder.resolve(Integer.toHexString(number++) + ".msi"));
        }
      }
    };
  }
}
