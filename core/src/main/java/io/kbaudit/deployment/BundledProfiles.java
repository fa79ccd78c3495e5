package io.kbaudit.deployment;

import io.kbaudit.article.ArticleId;
import io.kbaudit.article.BundledArticles;
import io.kbaudit.file.FileName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The profiles of the {@linkplain BundledArticles bundled articles}, as their install steps say.
 */
public final class BundledProfiles {
  private static final String EVERY_FILE = "*";

  private BundledProfiles() {}

  /** Returns the bundled profile of this article, absent if there is none. */
  public static Optional<Profile> find(ArticleId article) {
    if (!article.equals(BundledArticles.KB2492954)) {
      return Optional.empty();
    }
    String resource = article + ".tsv";
    try (InputStream in = BundledProfiles.class.getResourceAsStream(resource)) {
      return Optional.of(read(article, Objects.requireNonNull(in, resource)));
    } catch (IOException e) {
      throw new UncheckedIOException("the installation is damaged: " + resource, e);
    }
  }

  /** Lines of "file", name and component, then of "location" and its fields. */
  private static Profile read(ArticleId article, InputStream in) throws IOException {
    Map<FileName, String> componentOf = new LinkedHashMap<>();
    List<Location> locations = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] fields = line.split("\t", -1);
      switch (fields[0]) {
        case "file" -> componentOf.put(FileName.of(fields[1]), fields[2]);
        case "location" -> locations.add(location(fields, componentOf.keySet()));
        default -> throw new IOException("not a line of a profile: " + line);
      }
    }
    componentOf.values().removeIf(String::isEmpty);
    return new Profile(article, locations, componentOf);
  }

  /** Fields: name, where, phase, acceptance, need, naming, files. */
  private static Location location(String[] fields, Set<FileName> allFiles) {
    Set<FileName> files =
        fields[7].equals(EVERY_FILE)
            ? allFiles
            : Arrays.stream(fields[7].split(" ", -1)).map(FileName::of).collect(Collectors.toSet());
    return new Location(
        fields[1],
        fields[2],
        Phase.valueOf(fields[3]),
        Acceptance.valueOf(fields[4]),
        fields[5].equals("optional"),
        FileNaming.valueOf(fields[6]),
        files);
  }
}
