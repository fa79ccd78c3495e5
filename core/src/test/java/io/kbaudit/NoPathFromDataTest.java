package io.kbaudit;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.kbaudit.file.FileContent;
import io.kbaudit.file.TemporaryFile;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.yaml.CompiledYaml;
import java.io.File;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No name that stands in an archive, a package or a document is that of a file that is opened or
 * written: cabinets are unpacked into memory, those beside a package are looked for among what its
 * folder lists, and nothing else makes a path of a text but what is named here.
 */
class NoPathFromDataTest {
  private static final JavaClasses CORE =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @ParameterizedTest
  @ValueSource(strings = {"java.util.jar..", "jdk.nio.zipfs.."})
  void noArchiveIsReadAsFolders(String ofThatKind) {
    noClasses().should().dependOnClassesThat(resideInAnyPackage(ofThatKind)).check(CORE);
  }

  /** A reader of archives, and what opens one as though it were folders. */
  @Test
  void noArchiveIsOpened() {
    noClasses()
        .should()
        .dependOnClassesThat(nameMatching("java\\.util\\.zip\\.(Zip|GZIP).*"))
        .check(CORE);
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(assignableTo(FileSystems.class))).and(target(name("newFileSystem"))))
        .check(CORE);
  }

  /** An index has a name of its own, and a temporary file none that anybody chose. */
  @Test
  void nothingWritesButAnIndexAndATemporaryFile() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(TemporaryFile.class, CompiledYaml.class)
        .and()
        .doNotHaveFullyQualifiedName("io.kbaudit.identify.IndexStore")
        .should(
            ArchConditions.callMethodWhere(
                target(owner(assignableTo(Files.class)))
                    .and(
                        target(
                            nameMatching(
                                "write.*|copy|move|delete.*|create.*|set.*|new(OutputStream|BufferedWriter)")))))
        .check(CORE);
    for (Class<?> writer : new Class<?>[] {FileOutputStream.class, RandomAccessFile.class}) {
      noClasses().should().dependOnClassesThat(assignableTo(writer)).check(CORE);
    }
  }

  /** Two that read in places open a file for reading. */
  @Test
  void channelsAreOpenedWhereItIsKnownWhatFor() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(TemporaryFile.class, FileContent.class)
        .and()
        .haveNameNotMatching("io\\.kbaudit\\.(identify\\.IndexReader|report\\.json\\.SavedAudit)")
        .should()
        .callMethodWhere(
            target(owner(assignableTo(FileChannel.class)))
                .and(target(name("open")))
                .or(target(owner(assignableTo(Files.class))).and(target(name("newByteChannel")))))
        .check(CORE);
  }

  /**
   * What somebody who asks says, the name that a folder lists, and the name of an index; and {@link
   * ObservedFile#placeIn}, which goes nowhere else than below its folder.
   */
  @Test
  void noTextBecomesAPathButHere() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(
            ObservedFile.class, LocatedTarget.class, ArticleSearch.class, CompiledYaml.class)
        .and()
        .haveNameNotMatching(
            "io\\.kbaudit\\.(PathPattern|identify\\.(ArticleFolder|IndexStore)|inventory\\.FolderListing)(\\$.*)?")
        .should()
        .callMethodWhere(
            target(owner(assignableTo(Path.class)))
                .and(target(nameMatching("of|resolve|resolveSibling")))
                .or(target(owner(assignableTo(Paths.class))))
                .or(target(owner(assignableTo(FileSystem.class))).and(target(name("getPath")))))
        .check(CORE);
  }

  @Test
  void noTextBecomesAFileOfTheOldKind() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.kbaudit.identify.IndexStore")
        .should()
        .dependOnClassesThat(assignableTo(File.class))
        .check(CORE);
  }
}
