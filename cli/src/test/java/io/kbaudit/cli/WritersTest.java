package io.kbaudit.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WritersTest {
  /** The first two under the name that the user gave; the others where it is installed. */
  @Test
  void filesAreWrittenInTheirPlaceByFewClassesAlone() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(
            Draft.class,
            ReportFile.class,
            ArchiveCache.class,
            ClassArchive.class,
            DistributionFiles.class)
        .should()
        .callMethodWhere(
            target(owner(assignableTo(Files.class)))
                .and(
                    target(
                        nameMatching(
                            "write.*|copy|move|delete.*|create.*|set.*|new(OutputStream|BufferedWriter)"))))
        .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
  }
}
