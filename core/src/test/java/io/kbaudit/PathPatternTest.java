package io.kbaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.deployment.ListedPlace;
import io.kbaudit.deployment.Location;
import io.kbaudit.fixtures.folder.WatchedFileSystem;
import io.kbaudit.fixtures.folder.WatchedFileSystem.Question;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody means by a path, or by a pattern of paths. */
class PathPatternTest {
  private static final Location SHAREPOINT =
      BundledProfiles.find(BundledArticles.KB2492954)
          .orElseThrow()
          .location("sharepoint")
          .orElseThrow();

  private final FileSystem unix = Jimfs.newFileSystem(Configuration.unix());
  private final FileSystem windows =
      Jimfs.newFileSystem(
          Configuration.windows().toBuilder().setRoots("C:\\", "\\\\SRV\\share\\").build());

  @BeforeEach
  void makeServers() throws IOException {
    for (String folder :
        List.of(
            "/srv/collab01/temp",
            "/srv/collab02/temp",
            "/srv/collab10/other",
            "/srv/.collab03",
            "/srv/dns01/temp",
            "/srv/odd[1]*/temp")) {
      Files.createDirectories(unix.getPath(folder));
    }
    for (String file :
        List.of("/srv/collab.txt", "/srv/collab04.json", "/srv/collab05.CSV", "/srv/collab06")) {
      Files.createFile(unix.getPath(file));
    }
  }

  @AfterEach
  void close() throws IOException {
    unix.close();
    windows.close();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /srv/collab*          | /srv/collab01=collab01 /srv/collab02=collab02 /srv/collab04.json /srv/collab05.CSV /srv/collab10=collab10
          /srv/collab0?         | /srv/collab01=collab01 /srv/collab02=collab02
          /srv/collab[0-1]0     | /srv/collab10=collab10
          /srv/collab0[!1]      | /srv/collab02=collab02
          /srv/*.txt            | /srv/collab.txt
          /s*/dns*/t*           | /srv/dns01/temp=srv/dns01/temp
          /srv/.c*              | /srv/.collab03=.collab03
          /srv//dns*/           | /srv/dns01=dns01
          srv/dns*              | /srv/dns01=dns01
          /srv/dns01/../dns0[1] | /srv/dns01/../dns01=dns01
          """)
  void itIsEachFolderAndInventoryThatMatches(String pattern, String found) {
    Path base = unix.getPath("/");

    assertThat(described(LocatedTarget.named(SHAREPOINT, base, pattern, Optional.empty())))
        .containsExactly(found.split(" ", -1));
  }

  /** Left out, a server without the folder would be one that nobody audits. */
  @ParameterizedTest
  @CsvSource({"/srv/*/temp, /srv/collab10/temp", "/srv/*/t*p, /srv/collab10/t*p"})
  void aFolderThatMatchesAndLeadsNowhereIsAPlaceThatSaysSo(String pattern, String deadEnd) {
    List<LocatedTarget> found =
        LocatedTarget.named(SHAREPOINT, unix.getPath("/"), pattern, Optional.empty());

    assertThat(described(found))
        .containsExactlyInAnyOrder(
            "/srv/collab01/temp=" + label(pattern, "collab01"),
            "/srv/collab02/temp=" + label(pattern, "collab02"),
            deadEnd + " no folder or inventory matches it, and others match the whole pattern",
            "/srv/dns01/temp=" + label(pattern, "dns01"),
            "/srv/odd[1]*/temp=" + label(pattern, "odd[1]*"));
  }

  private static String label(String pattern, String server) {
    return pattern.endsWith("/temp") ? server : server + "/temp";
  }

  @Test
  void soManyFoldersMatchAtMost() throws IOException {
    Path base = Files.createDirectory(unix.getPath("/many"));
    Path above = base;
    for (int i = 0; i < 16; i++) {
      Path below = Files.createDirectory(above.resolve("a"));
      Files.createSymbolicLink(above.resolve("b"), below);
      above = below;
    }
    String pattern = "/many" + "/*".repeat(16);

    List<PathPattern.Found> most = PathPattern.matches(base, pattern);
    Files.createDirectory(above.resolveSibling("c"));
    List<PathPattern.Found> oneMore = PathPattern.matches(base, pattern);

    assertThat(most).hasSize(65_536).allMatch(found -> found.none().isEmpty());
    assertThat(oneMore)
        .extracting(PathPattern.Found::none)
        .containsExactly(
            Optional.of(new Target.Unmatched(base, pattern, "more than 65,536 folders match it")));
  }

  @Test
  void whatIsThereIsMeantAsItIsWritten() {
    Path base = unix.getPath("/srv");

    assertThat(described(LocatedTarget.named(SHAREPOINT, base, "odd[1]*", Optional.empty())))
        .containsExactly("/srv/odd[1]*");
    assertThat(described(LocatedTarget.named(SHAREPOINT, base, "collab06", Optional.empty())))
        .containsExactly("/srv/collab06");
  }

  @Test
  void aFileIsAnInventoryAndAllElseAFolderBeItThereOrNot() {
    Path base = unix.getPath("/srv");
    Optional<Locale> german = Optional.of(Locale.GERMANY);

    assertThat(LocatedTarget.named(SHAREPOINT, base, "collab.txt", german).get(0).target())
        .isEqualTo(new Target.Saved(unix.getPath("/srv/collab.txt"), german));
    assertThat(LocatedTarget.named(SHAREPOINT, base, "dns01", german).get(0).target())
        .isEqualTo(new Target.Folder(unix.getPath("/srv/dns01")));
    assertThat(LocatedTarget.named(SHAREPOINT, base, "gone.json", german).get(0).target())
        .isEqualTo(new Target.Folder(unix.getPath("/srv/gone.json")));
    assertThat(LocatedTarget.named(SHAREPOINT, base, "collab04.js*", german).get(0).target())
        .isEqualTo(new Target.Saved(unix.getPath("/srv/collab04.json"), german));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/srv/web*", "/gone/*", "/srv/collab01/*/x", "/srv/collab06/*", "/[a-"})
  void whatNothingMatchesIsAPlaceThatSaysSo(String pattern) {
    List<LocatedTarget> found =
        LocatedTarget.named(SHAREPOINT, unix.getPath("/"), pattern, Optional.empty());

    assertThat(found)
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.target()).isInstanceOf(Target.Unmatched.class);
              assertThat(place.target().name()).isEqualTo(pattern);
              assertThat(place.label()).isEmpty();
            });
  }

  /** What cannot be looked at may be what is meant; nobody would miss it. */
  @Test
  void whatDoesNotAnswerIsNotLeftOut() {
    Path base =
        WatchedFileSystem.over(
            unix.getPath("/srv"),
            (question, file) -> {
              if (file.equals("collab02")) {
                throw new AccessDeniedException(file);
              }
            });

    assertThat(described(LocatedTarget.named(SHAREPOINT, base, "collab0?/te*", Optional.empty())))
        .containsExactlyInAnyOrder(
            "/srv/collab01/temp=collab01/temp",
            "/srv/collab02/te* what matches it cannot be listed: permission denied");
    assertThat(described(LocatedTarget.named(SHAREPOINT, base, "collab0?", Optional.empty())))
        .containsExactly("/srv/collab01=collab01", "/srv/collab02=collab02");
  }

  @Test
  void aFolderThatCannotBeListedIsNotOneWithoutMatches() {
    Path base =
        WatchedFileSystem.over(
            unix.getPath("/srv"),
            (question, file) -> {
              if (question == Question.LISTING) {
                throw new IllegalStateException("the session is closed");
              }
            });

    assertThat(described(LocatedTarget.named(SHAREPOINT, base, "collab*", Optional.empty())))
        .containsExactly("/srv/collab* what matches it cannot be listed: the session is closed");
  }

  @Test
  void onWindowsCaseDoesNotMatterAndBothSlashesPart() throws IOException {
    for (String folder : List.of("\\\\SRV\\share\\Collab01\\temp", "C:\\srv\\collab02")) {
      Files.createDirectories(windows.getPath(folder));
    }
    Path base = windows.getPath("C:\\srv");

    assertThat(named("\\\\SRV\\share\\c*\\TEMP", base))
        .containsExactly("\\\\SRV\\share\\Collab01\\TEMP=Collab01");
    assertThat(named("//SRV/share/COLLAB0?", base))
        .containsExactly("\\\\SRV\\share\\Collab01=Collab01");
    assertThat(named("C:\\SRV\\*", base)).containsExactly("C:\\SRV\\collab02=collab02");
    assertThat(named("COLLAB*", base)).containsExactly("C:\\srv\\collab02=collab02");
    assertThat(named("\\\\srv\\c*", base))
        .containsExactly("\\\\srv\\c* no folder or inventory matches it");
    assertThat(named("\\\\?\\C:\\srv", base))
        .containsExactly("\\\\?\\C:\\srv no folder or inventory matches it");
  }

  /** Be it there or not. */
  @ParameterizedTest
  @CsvSource({"C:\\srv, c:\\SRV\\", "C:\\srv, C:/x/../Srv", "C:\\gone, c:\\GONE\\."})
  void onWindowsOneFolderUnderTwoNamesIsOne(String one, String other) throws IOException {
    Files.createDirectories(windows.getPath("C:\\srv"));
    Files.createDirectories(windows.getPath("C:\\x"));
    Path base = windows.getPath("C:\\");
    List<LocatedTarget> both = new ArrayList<>();
    for (String name : List.of(one, other)) {
      both.addAll(LocatedTarget.named(SHAREPOINT, base, name, Optional.empty()));
    }

    assertThatExceptionOfType(QuestionException.class)
        .isThrownBy(() -> LocatedTarget.requireDistinct(both))
        .withMessageContaining("twice");
  }

  @Test
  void whatIsNeitherPathNorPatternIsRefused() {
    assertThatExceptionOfType(InvalidPathException.class)
        .isThrownBy(
            () ->
                LocatedTarget.named(SHAREPOINT, windows.getPath("C:\\"), "a<b", Optional.empty()));
  }

  @Test
  void whatAListSaysOfAPlaceIsSoOfAllThatItsPatternMatches() {
    ListedPlace place =
        new ListedPlace(
            SHAREPOINT,
            Optional.of("COLLAB"),
            "collab0[12]",
            false,
            Optional.of(ZoneId.of("Europe/Berlin")));

    assertThat(LocatedTarget.named(place, unix.getPath("/srv"), Optional.empty()))
        .hasSize(2)
        .allSatisfy(
            each -> {
              assertThat(each.label()).hasValue("COLLAB");
              assertThat(each.sourceZone()).hasValue(ZoneId.of("Europe/Berlin"));
            });
  }

  @Test
  void anInventoryOfAListIsOneBeItThereOrNot() {
    ListedPlace place =
        new ListedPlace(SHAREPOINT, Optional.empty(), "gone.json", true, Optional.empty());

    assertThat(LocatedTarget.named(place, unix.getPath("/srv"), Optional.empty()))
        .extracting(LocatedTarget::target)
        .containsExactly(new Target.Saved(unix.getPath("/srv/gone.json"), Optional.empty()));
  }

  private static List<String> named(String text, Path base) {
    return described(LocatedTarget.named(SHAREPOINT, base, text, Optional.empty()));
  }

  private static List<String> described(List<LocatedTarget> places) {
    return places.stream()
        .map(
            place ->
                place.target() instanceof Target.Unmatched none
                    ? none.name() + " " + none.reason()
                    : place.target().name() + place.label().map(label -> "=" + label).orElse(""))
        .toList();
  }
}
