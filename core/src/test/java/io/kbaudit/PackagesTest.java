package io.kbaudit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may import which: the architecture, in a form that cannot go stale. */
class PackagesTest {
  private static final String ROOT = "io.kbaudit";
  private static final JavaClasses CORE =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @ParameterizedTest(name = "{0} imports [{1}] and nothing else of ours")
  @CsvSource(
      textBlock =
          """
          text,              ''
          file,              'text'
          yaml,              'text file'
          settings,          'text file yaml'
          json,              'text file msi signature'
          export,            'text file json'
          registry,          'text file export'
          database,          'text file export'
          msi.ole,           'file'
          msi.cab,           'file'
          msi,               'text file msi.cab msi.ole'
          pe,                'file'
          signature,         'text file msi pe'
          inventory,         'text file msi pe signature'
          inventory.listing, 'text file export inventory'
          inventory.saved,   'text file json msi pe signature inventory'
          article,           'text file'
          article.reader.cell,  'text file article'
          article.reader.page,  'text article article.reader.cell'
          article.reader.table, 'text file article article.reader.cell article.reader.page'
          article.reader,    'text file article article.reader.cell article.reader.page article.reader.table'
          deployment,        'text file yaml database article article.reader signature'
          baseline,          'text file json article signature'
          audit,             'file database registry msi pe signature inventory article deployment baseline'
          audit.match,       'text file registry msi pe inventory article deployment baseline audit'
          audit.check,       'text file database registry msi pe signature inventory article deployment baseline audit audit.match'
          waiver,            'text file yaml inventory article deployment audit'
          identify,          'text file json msi pe inventory article article.reader audit audit.match'
          script,            'text file'
          plan,              'text file msi pe signature inventory article deployment baseline audit audit.check script'
          record,            'text file json database signature inventory article deployment baseline audit'
          comparison,        'text file pe signature inventory article deployment audit record'
          report,            'text json database msi pe signature article audit identify plan record comparison'
          report.finding,    'text file signature inventory identify article deployment audit plan record comparison report'
          report.json.field, 'text file json msi signature inventory article deployment audit record report'
          report.json,       'text file json database msi pe signature inventory article deployment audit identify plan record comparison report report.json.field'
          report.text,       'text file msi pe signature inventory article deployment audit identify plan record comparison report report.finding'
          report.html,       'text file inventory article audit plan record comparison report report.finding'
          report.csv,        'text file msi pe signature inventory article audit identify record report report.finding'
          report.junit,      'text file inventory audit record report report.finding'
          report.markdown,   'text file inventory audit record comparison report report.finding'
          report.monitoring, 'text file inventory article audit record report report.finding'
          attestation,       'text file json inventory audit record report report.finding report.json report.json.field'
          report.sarif,      'text file json inventory audit record report report.finding report.json.field'
          """)
  void eachPackageImportsOnlyThoseBeforeIt(String importing, String imported) {
    List<String> allowed = new ArrayList<>(List.of(ROOT + "." + importing));
    for (String name : imported.split(" ", -1)) {
      allowed.add(ROOT + "." + name);
    }

    classes()
        .that()
        .resideInAPackage(ROOT + "." + importing)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(ROOT + "..")
                .or(resideInAnyPackage(allowed.toArray(String[]::new))))
        .check(CORE);
  }

  @Test
  void everyPackageHasItsArrowsStatedHere() {
    Set<String> packages = new TreeSet<>();
    CORE.forEach(type -> packages.add(type.getPackageName()));

    assertThat(packages)
        .containsExactly(
            ROOT,
            ROOT + ".article",
            ROOT + ".article.reader",
            ROOT + ".article.reader.cell",
            ROOT + ".article.reader.page",
            ROOT + ".article.reader.table",
            ROOT + ".attestation",
            ROOT + ".audit",
            ROOT + ".audit.check",
            ROOT + ".audit.match",
            ROOT + ".baseline",
            ROOT + ".comparison",
            ROOT + ".database",
            ROOT + ".deployment",
            ROOT + ".export",
            ROOT + ".file",
            ROOT + ".identify",
            ROOT + ".inventory",
            ROOT + ".inventory.listing",
            ROOT + ".inventory.saved",
            ROOT + ".json",
            ROOT + ".msi",
            ROOT + ".msi.cab",
            ROOT + ".msi.ole",
            ROOT + ".pe",
            ROOT + ".plan",
            ROOT + ".record",
            ROOT + ".registry",
            ROOT + ".report",
            ROOT + ".report.csv",
            ROOT + ".report.finding",
            ROOT + ".report.html",
            ROOT + ".report.json",
            ROOT + ".report.json.field",
            ROOT + ".report.junit",
            ROOT + ".report.markdown",
            ROOT + ".report.monitoring",
            ROOT + ".report.sarif",
            ROOT + ".report.text",
            ROOT + ".script",
            ROOT + ".settings",
            ROOT + ".signature",
            ROOT + ".text",
            ROOT + ".waiver",
            ROOT + ".yaml");
  }

  @Test
  void kbAuditPrintsNothing() {
    noClasses()
        .that()
        .belongToAnyOf(KbAudit.class)
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + ".report.."))
        .check(CORE);
  }

  /** Whoever embeds core offers its choices otherwise. */
  @Test
  void noTextNamesAnOptionOfTheCommandLine() throws IOException {
    Pattern option = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*(?<![-\\w])--[a-z][^\"\n]*\"");
    List<String> named = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        option
            .matcher(Files.readString(file))
            .results()
            .forEach(text -> named.add(file + ": " + text.group()));
      }
    }

    assertThat(named).isEmpty();
  }

  @Test
  void nothingImportsTheFacade() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".*..")
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT))
        .check(CORE);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void classesFormNoCycle() {
    slices().assignedFrom(eachClass()).should().beFreeOfCycles().check(CORE);
  }

  /** A class with those nested in it is a slice. */
  private static SliceAssignment eachClass() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(outermost(type).getName());
      }

      @Override
      public String getDescription() {
        return "classes with those nested in them";
      }
    };
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(PackagesTest::outermost).orElse(type);
  }

  @Test
  void poiIsKnownToOnePackageAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".msi.ole")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.poi..", "org.apache.logging.."))
        .check(CORE);
  }

  @Test
  void bouncyCastleIsKnownToOnePackageAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".signature")
        .should()
        .dependOnClassesThat(resideInAPackage("org.bouncycastle.."))
        .check(CORE);
  }

  @Test
  void yamlIsKnownToOnePackageAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".yaml")
        .should()
        .dependOnClassesThat(resideInAPackage("org.snakeyaml.."))
        .check(CORE);
  }

  @Test
  void theTemplateEngineIsKnownToOnePackageAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".report.html")
        .should()
        .dependOnClassesThat(resideInAPackage("gg.jte.."))
        .check(CORE);
  }

  @Test
  void publicSignaturesUseTypesOfTheJdkAndOursAlone() throws IOException {
    classes()
        .that()
        .arePublic()
        .and(resideInAnyPackage(exported()))
        .should(speakOnlyOfTheJdkAndOurs())
        .check(CORE);
  }

  private static String[] exported() throws IOException {
    try (InputStream module = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
      return ModuleDescriptor.read(module).exports().stream()
          .map(ModuleDescriptor.Exports::source)
          .toArray(String[]::new);
    }
  }

  private static ArchCondition<JavaClass> speakOnlyOfTheJdkAndOurs() {
    return new ArchCondition<>("speak only of types of the JDK and ours") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        List<JavaType> spoken = new ArrayList<>(type.getInterfaces());
        type.getSuperclass().ifPresent(spoken::add);
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (isPromise(unit.getModifiers())) {
            spoken.add(unit.getReturnType());
            spoken.addAll(unit.getParameterTypes());
            spoken.addAll(unit.getExceptionTypes());
          }
        }
        type.getFields().stream()
            .filter(field -> isPromise(field.getModifiers()))
            .forEach(field -> spoken.add(field.getType()));
        spoken.stream()
            .flatMap(each -> each.getAllInvolvedRawTypes().stream())
            .filter(each -> !isOursOrTheJdks(each))
            .forEach(
                each ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " speaks of " + each.getName())));
      }
    };
  }

  private static boolean isPromise(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean isOursOrTheJdks(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    return base.isPrimitive()
        || base.getPackageName().equals("java.lang")
        || base.getPackageName().startsWith("java.")
        || base.getPackageName().startsWith(ROOT);
  }
}
