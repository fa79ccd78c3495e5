package io.kbaudit.deployment;

import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleId;
import io.kbaudit.file.FileName;
import io.kbaudit.file.SourceName;
import io.kbaudit.signature.Publisher;
import io.kbaudit.signature.SignatureDemand;
import io.kbaudit.text.Printable;
import io.kbaudit.yaml.DocumentText;
import io.kbaudit.yaml.Fields;
import io.kbaudit.yaml.NoRepeats;
import io.kbaudit.yaml.YamlDocument;
import io.kbaudit.yaml.YamlException;
import io.kbaudit.yaml.YamlNode;
import io.kbaudit.yaml.YamlNode.Entry;
import io.kbaudit.yaml.YamlNode.Listing;
import io.kbaudit.yaml.YamlNode.Word;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a profile from YAML 1.2, and holds it to the article that it is for. It keeps nothing, so
 * that any number of threads may read at once.
 */
public final class ProfileReader {
  private static final List<String> KEYS =
      List.of(
          "article",
          "components",
          "products",
          "names",
          "signature",
          "publishers",
          "database",
          "locations");

  private static final String NOUN = "profile";

  private static final String REQUIRED = "required";

  private static final List<String> PRODUCT_KEYS = List.of("name", "upgrade-code");

  private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,8}");

  private final Article article;
  private final String source;
  private final Fields fields;

  private ProfileReader(Article article, String source, Fields fields) {
    this.article = article;
    this.source = source;
    this.fields = fields;
  }

  /**
   * Reads the profile of {@code article} in {@code file}.
   *
   * @throws ProfileException if it cannot be understood, or does not fit the article
   * @throws IOException if the file cannot be read
   */
  public static Profile read(Path file, Article article) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, SourceName.of(file), article);
    }
  }

  /**
   * Returns the article that the profile in {@code file} says it is for, absent if it does not say.
   *
   * @throws ProfileException if it cannot be understood that far
   * @throws IOException if the file cannot be read
   */
  public static Optional<ArticleId> articleOf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return statedArticle(fields(in, SourceName.of(file)));
    } catch (YamlException e) {
      throw new ProfileException(e);
    }
  }

  /** Reads the profile of {@code article} in {@code in}, which is not closed. */
  static Profile read(InputStream in, String source, Article article) throws IOException {
    try {
      return new ProfileReader(article, source, fields(in, source)).read();
    } catch (YamlException e) {
      throw new ProfileException(e);
    }
  }

  /** Reads the profile of {@code article} that is parsed already. */
  static Profile read(YamlNode root, Article article) throws ProfileException {
    try {
      return new ProfileReader(article, root.at().source(), fields(root)).read();
    } catch (YamlException e) {
      throw new ProfileException(e);
    }
  }

  private static Fields fields(InputStream in, String source) throws IOException {
    return fields(YamlDocument.parse(source, NOUN, DocumentText.ofYaml(in, source, NOUN)));
  }

  private static Fields fields(YamlNode root) throws YamlException {
    return Fields.of(root, "a profile", KEYS);
  }

  private static Optional<ArticleId> statedArticle(Fields fields) throws YamlException {
    Optional<Word> word = fields.findWord("article");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<ArticleId> id = ArticleId.parse(word.get().text());
    if (id.isEmpty()) {
      throw word.get()
          .at()
          .fault("not the number of an article", word.get().text(), "one is KB2492954");
    }
    return id;
  }

  private Profile read() throws YamlException {
    refuseOtherArticle();
    FullNames fullNames = new FullNames(article);
    Map<Integer, FileName> names = names(fullNames);
    ListedFiles listed = new ListedFiles(fullNames.complete(names));
    Map<FileName, String> components = components(listed);
    Map<FileName, Product> products = products(listed);
    Map<String, Word> asked = new LinkedHashMap<>();
    List<Location> locations = locations(listed, asked);
    return new Profile(
        article.id(),
        source,
        names,
        locations,
        components,
        products,
        new SignatureDemand(isSignatureRequired(), publishers()),
        database(listed, locations, asked));
  }

  private boolean isSignatureRequired() throws YamlException {
    return fields.find("signature").isPresent()
        && fields.choice("signature", List.of(REQUIRED), word -> word).equals(REQUIRED);
  }

  private List<Publisher> publishers() throws YamlException {
    Optional<YamlNode> node = fields.find("publishers");
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof Listing listing)) {
      throw Fields.unfit(node.get(), "'publishers' is a list of names");
    }
    if (listing.items().isEmpty()) {
      throw node.get()
          .at()
          .fault("'publishers' lists none, and nobody could have signed the files");
    }
    List<Publisher> publishers = new ArrayList<>();
    NoRepeats<Publisher> once = new NoRepeats<>();
    for (YamlNode item : listing.items()) {
      Word word = Fields.word(item, "a publisher");
      Publisher publisher = Publisher.of(word.text());
      once.add(publisher, word);
      publishers.add(publisher);
    }
    return publishers;
  }

  private void refuseOtherArticle() throws YamlException {
    Optional<ArticleId> stated = statedArticle(fields);
    if (stated.isPresent() && !stated.equals(article.id())) {
      throw fields
          .word("article")
          .at()
          .fault(
              "this profile is for another article than " + Printable.excerpt(article.label()),
              stated.get().value());
    }
  }

  private Map<Integer, FileName> names(FullNames fullNames) throws YamlException {
    Map<Integer, FileName> names = new LinkedHashMap<>();
    NoRepeats<Integer> rows = new NoRepeats<>();
    for (Entry entry : entries("names")) {
      int row = row(entry.key());
      Word word = Fields.word(entry.value(), "a full name");
      FileName name = ListedFiles.nameIn(word);
      Optional<String> objection = fullNames.objection(row, name);
      if (objection.isPresent()) {
        throw word.at().fault(objection.get(), word.text());
      }
      rows.add(row, entry.key());
      names.put(row, name);
    }
    return names;
  }

  private static int row(Word key) throws YamlException {
    if (!ROW.matcher(key.text()).matches()) {
      throw key.at().fault("not the number of a row", key.text(), "rows count from 1");
    }
    return Integer.parseInt(key.text());
  }

  private Map<FileName, String> components(ListedFiles listed) throws YamlException {
    Map<FileName, String> components = new LinkedHashMap<>();
    NoRepeats<FileName> files = new NoRepeats<>();
    for (Entry entry : entries("components")) {
      FileName file = listed.find(entry.key());
      files.add(file, entry.key());
      components.put(file, Fields.word(entry.value(), "a component").text());
    }
    return components;
  }

  private Map<FileName, Product> products(ListedFiles listed) throws YamlException {
    Map<FileName, Product> products = new LinkedHashMap<>();
    NoRepeats<FileName> files = new NoRepeats<>();
    NoRepeats<String> codes = new NoRepeats<>();
    for (Entry entry : entries("products")) {
      FileName file = listed.find(entry.key());
      files.add(file, entry.key());
      products.put(file, product(entry.value(), codes));
    }
    return products;
  }

  private static Product product(YamlNode node, NoRepeats<String> codes) throws YamlException {
    Fields fields = Fields.of(node, "a product", PRODUCT_KEYS);
    Optional<Word> name = fields.findWord("name");
    Optional<Word> word = fields.findWord("upgrade-code");
    if (name.isEmpty() && word.isEmpty()) {
      throw node.at().fault("a product without its 'name' or its 'upgrade-code'");
    }
    Optional<String> code = word.flatMap(text -> Product.code(text.text()));
    if (word.isPresent()) {
      codes.add(code.orElseThrow(() -> notACode(word.get())), word.get());
    }
    return new Product(name.map(Word::text), code);
  }

  private Map<FileName, DatabaseAddition> database(
      ListedFiles listed, List<Location> locations, Map<String, Word> asked) throws YamlException {
    Map<FileName, DatabaseAddition> database = new LinkedHashMap<>();
    NoRepeats<FileName> files = new NoRepeats<>();
    for (Entry entry : entries("database")) {
      FileName file = listed.find(entry.key());
      files.add(file, entry.key());
      List<String> having =
          locations.stream()
              .filter(each -> asked.containsKey(each.name()) && each.files().contains(file))
              .map(Location::name)
              .toList();
      if (having.isEmpty() && !asked.isEmpty()) {
        throw entry
            .key()
            .at()
            .fault(
                "no location that is asked about a database has this file",
                entry.key().text(),
                "'database: true' is at " + String.join(", ", asked.keySet()));
      }
      database.put(file, DatabaseReader.read(entry.value(), having));
    }
    for (Word name : asked.values()) {
      if (database.values().stream().noneMatch(each -> each.locations().contains(name.text()))) {
        throw name.at()
            .fault(
                "a location that is asked about a database, to which no file of it adds anything",
                name.text());
      }
    }
    return database;
  }

  private static YamlException notACode(Word word) {
    return word.at()
        .fault(
            "not an upgrade code",
            word.text(),
            "one is as \"{780B530E-03AD-47AF-A128-DA08DB495253}\"");
  }

  /** Adds to {@code asked} the names of those that are asked about a database. */
  private List<Location> locations(ListedFiles listed, Map<String, Word> asked)
      throws YamlException {
    YamlNode node = fields.required("locations");
    if (!(node instanceof Listing listing)) {
      throw Fields.unfit(node, "'locations' is a list of locations");
    }
    if (listing.items().isEmpty()) {
      throw node.at().fault("'locations' lists none, and there is nothing to audit");
    }
    LocationReader reader = new LocationReader(listed);
    List<Location> locations = new ArrayList<>();
    NoRepeats<String> names = new NoRepeats<>();
    for (YamlNode item : listing.items()) {
      Fields location = LocationReader.fields(item);
      Word name = LocationReader.name(location);
      names.add(name.text(), name);
      locations.add(reader.read(location));
      if (LocationReader.isAskedAboutDatabase(location)) {
        asked.put(name.text(), name);
      }
    }
    return locations;
  }

  private List<Entry> entries(String key) throws YamlException {
    Optional<YamlNode> node = fields.find(key);
    return node.isEmpty() ? List.of() : Fields.mapping(node.get(), "'" + key + "'").entries();
  }
}
