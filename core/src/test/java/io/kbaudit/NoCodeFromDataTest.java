package io.kbaudit;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing that is read can name a class, a program or an address: what reads objects, entities,
 * types or scripts is not used at all.
 */
class NoCodeFromDataTest {
  private static final JavaClasses CORE =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.beans..",
        "java.rmi..",
        "javax.naming..",
        "javax.script..",
        "javax.xml.bind..",
        "javax.xml.parsers..",
        "javax.xml.transform..",
        "javax.xml.validation..",
        "javax.xml.xpath..",
        "org.w3c.dom..",
        "org.xml.sax..",
        "com.fasterxml.jackson.databind..",
        "com.fasterxml.jackson.annotation..",
        "org.snakeyaml.engine.v2.constructor..",
      })
  void noReaderOfThisKindIsUsed(String ofThatKind) {
    noClasses().should().dependOnClassesThat(resideInAnyPackage(ofThatKind)).check(CORE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.ObjectInputStream",
        "java.lang.ProcessBuilder",
        "java.lang.invoke.MethodHandles",
        "java.net.URL",
        "java.net.URLClassLoader",
        "java.net.http.HttpClient",
        "java.net.Socket",
        "java.util.ServiceLoader",
        "javax.xml.stream.XMLInputFactory",
        "org.snakeyaml.engine.v2.api.Load",
      })
  void noObjectOfThisClassIsUsed(String ofThatName) {
    noClasses().should().dependOnClassesThat(assignableTo(ofThatName)).check(CORE);
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.Class, forName",
    "java.lang.Class, newInstance",
    "java.lang.ClassLoader, loadClass",
    "java.lang.Runtime, exec",
    "java.lang.Runtime, load",
    "java.lang.Runtime, loadLibrary",
    "java.lang.System, load",
    "java.lang.System, loadLibrary",
    "java.lang.reflect.Constructor, newInstance",
    "java.lang.reflect.Method, invoke"
  })
  void nothingIsCalledByAName(String type, String method) {
    noClasses()
        .should()
        .callMethodWhere(target(owner(assignableTo(type))).and(target(name(method))))
        .check(CORE);
  }

  /** Those compile their pattern anew at each call, where no test of hostile texts finds it. */
  @Test
  void noTextIsMatchedByMethodsOfStrings() {
    for (String method : new String[] {"matches", "replaceAll", "replaceFirst"}) {
      noClasses()
          .should()
          .callMethodWhere(target(owner(assignableTo(String.class))).and(target(name(method))))
          .check(CORE);
    }
  }
}
