package io.kbaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodReference;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** What keeps classes out of the archive with which the command line starts quickly. */
class ArchivableClassesTest {
  /**
   * Classes of picocli are of a format before Java 6. Java 17 archives such a class unless it was
   * linked before, as by the method handle behind a method reference; a lambda has its own method.
   */
  @Test
  void noMethodReferenceLeadsIntoPicocli() {
    JavaClasses classes =
        new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    assertThat(classes).isNotEmpty();
    assertThat(classes)
        .flatExtracting(type -> type.getMethodReferencesFromSelf())
        .extracting(JavaMethodReference::getDescription)
        .filteredOn(reference -> reference.contains("<picocli."))
        .isEmpty();
  }
}
