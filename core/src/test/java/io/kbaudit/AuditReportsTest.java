package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kbaudit.record.AuditRecord;
import io.kbaudit.report.AuditReport;
import io.kbaudit.report.Audits;
import io.kbaudit.report.Case;
import io.kbaudit.report.text.TextAuditReport;
import io.kbaudit.report.text.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditReportsTest {
  private static final String FORMATS = "io.kbaudit.AuditReports#names";

  @ParameterizedTest
  @MethodSource(FORMATS)
  void aReportIsHadByItsName(String name) throws IOException {
    AuditReport report = AuditReports.named(name);

    assertThat(report.name()).isEqualTo(name);
    assertThat(report.mediaType()).matches("(text|application)/[a-z+]+(; version=0\\.0\\.4)?");
    assertThat(report.charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(Audits.written(report, Case.FAIL.audit())).isNotEmpty();
  }

  @Test
  void aNameOfNoFormatIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> AuditReports.named("HTML"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'HTML' is none of [text, json, junit, sarif, csv, html, prometheus, nagios,"
                + " markdown]");
  }

  @Test
  void textIsWrittenInTheCharsetOfItsStyle() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AuditReport report = new TextAuditReport(TextStyle.plain(StandardCharsets.UTF_16LE));

    report.write(Case.PASS.audit(), out);

    assertThat(report.charset()).isEqualTo(StandardCharsets.UTF_16LE);
    assertThat(out.toString(StandardCharsets.UTF_16LE)).startsWith("Article    KB");
  }

  @Test
  void noClassIsLoadedOfAFormatThatNobodyAskedFor() throws Exception {
    try (Loader loader = new Loader()) {
      Class<?> reports = loader.loadClass("io.kbaudit.AuditReports");
      reports.getMethod("names").invoke(null);
      reports.getMethod("named", String.class).invoke(null, "nagios");

      assertThat(loader.loaded)
          .filteredOn(name -> name.endsWith("AuditReport"))
          .containsExactly(
              "io.kbaudit.report.AuditReport", "io.kbaudit.report.monitoring.NagiosAuditReport");
    }
  }

  @ParameterizedTest
  @MethodSource(FORMATS)
  void whoseThreadIsInterruptedEndsAtTheFileThatItIsAt(String name) {
    List<Integer> asked = new ArrayList<>();
    AuditRecord audit =
        Audits.ofManyFailing(
            20,
            number -> {
              asked.add(number);
              if (number == 2) {
                Thread.currentThread().interrupt();
              }
            });

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> AuditReports.named(name).write(audit, OutputStream.nullOutputStream()));
    assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
    assertThat(asked).containsExactly(0, 1, 2);
  }

  @Test
  void whoIsInterruptedWhereAChannelIsWrittenIsToldTheSame(@TempDir Path folder)
      throws IOException {
    AuditRecord audit = Case.FAIL.audit();
    AuditReport report = AuditReports.named("nagios");

    try (FileChannel file =
        FileChannel.open(
            folder.resolve("report"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      OutputStream interrupting =
          new FilterOutputStream(Channels.newOutputStream(file)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
              Thread.currentThread().interrupt();
              out.write(bytes, offset, length);
            }
          };

      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(() -> report.write(audit, interrupting));
      assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
    }
  }

  /** Loads this project's classes anew, and keeps the names of those of reports. */
  private static final class Loader extends URLClassLoader {
    private final Set<String> loaded = new TreeSet<>();

    Loader() {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] classPath() {
      return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Loader::url)
          .toArray(URL[]::new);
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(entry, e);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      loaded.add(name);
      return super.findClass(name);
    }
  }
}
