package io.kbaudit.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.kbaudit.KbAudit;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the command line can do, whoever embeds the library can do too. */
class ThinCommandTest {
  @Test
  void ofTheLibraryItUsesOnlyWhatIsExported() throws Exception {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.kbaudit..")
                .and(not(resideInAPackage("io.kbaudit.cli")))
                .and(not(resideInAnyPackage(exported()))))
        .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
  }

  private static String[] exported() throws Exception {
    Path core = Path.of(KbAudit.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return ModuleFinder.of(core).findAll().stream()
        .flatMap(module -> exports(module.descriptor()))
        .toArray(String[]::new);
  }

  private static Stream<String> exports(ModuleDescriptor module) {
    return module.exports().stream().map(ModuleDescriptor.Exports::source);
  }
}
