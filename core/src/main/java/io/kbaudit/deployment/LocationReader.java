package io.kbaudit.deployment;

import io.kbaudit.file.FileName;
import io.kbaudit.yaml.Fields;
import io.kbaudit.yaml.NoRepeats;
import io.kbaudit.yaml.YamlException;
import io.kbaudit.yaml.YamlNode;
import io.kbaudit.yaml.YamlNode.Listing;
import io.kbaudit.yaml.YamlNode.Word;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one location of a profile. */
final class LocationReader {
  private static final List<String> KEYS =
      List.of(
          "name",
          "where",
          "path",
          "phase",
          "accept",
          "optional",
          "several",
          "database",
          "file-names",
          "files");

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private static final String EVERY_FILE = "all";

  private final ListedFiles listed;

  LocationReader(ListedFiles listed) {
    this.listed = listed;
  }

  /** Returns the location that {@code fields} describe. */
  Location read(Fields fields) throws YamlException {
    FileNaming naming =
        fields.find("file-names").isPresent()
            ? fields.choice("file-names", List.of(FileNaming.values()), FileNaming::id)
            : FileNaming.AS_LISTED;
    return Location.of(
            name(fields).text(),
            fields.word("where").text(),
            fields.choice("phase", List.of(Phase.values()), Phase::id),
            fields.choice("accept", Acceptance.ofLocations(), Acceptance::id),
            files(fields.required("files")))
        .path(path(fields))
        .optional(fields.flag("optional"))
        .several(fields.flag("several"))
        .naming(naming)
        .build();
  }

  /** In double quotes YAML takes {@code \temp} for a tab and "emp", which no path holds. */
  private static Optional<String> path(Fields fields) throws YamlException {
    Optional<Word> path = fields.findWord("path");
    if (path.isPresent() && path.get().text().chars().anyMatch(Character::isISOControl)) {
      throw path.get()
          .at()
          .fault(
              "a path with a control character",
              path.get().text(),
              "leave the double quotes out, in which a backslash means more than itself");
    }
    return path.map(Word::text);
  }

  /** Returns whether a location is asked about a database. */
  static boolean isAskedAboutDatabase(Fields fields) throws YamlException {
    return fields.flag("database");
  }

  /** Returns the fields of a location. */
  static Fields fields(YamlNode node) throws YamlException {
    return Fields.of(node, "a location", KEYS);
  }

  /** Returns the word that is a location's name. */
  static Word name(Fields fields) throws YamlException {
    Word name = fields.word("name");
    if (!NAME.matcher(name.text()).matches()) {
      throw name.at()
          .fault(
              "not a location's name",
              name.text(),
              "it is made of lower-case letters, digits and '-', as in msi-share");
    }
    return name;
  }

  private Set<FileName> files(YamlNode node) throws YamlException {
    if (node instanceof Word word && word.text().equals(EVERY_FILE)) {
      return listed.all();
    }
    if (!(node instanceof Listing listing)) {
      throw Fields.unfit(node, "'files' is the word 'all' or a list of file names");
    }
    if (listing.items().isEmpty()) {
      throw node.at().fault("'files' lists none, but something belongs at every location");
    }
    Set<FileName> files = new LinkedHashSet<>();
    NoRepeats<FileName> once = new NoRepeats<>();
    for (YamlNode item : listing.items()) {
      Word word = Fields.word(item, "a file name");
      FileName file = listed.find(word);
      once.add(file, word);
      files.add(file);
    }
    return files;
  }
}
