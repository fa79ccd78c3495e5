package io.kbaudit.audit.match;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.match.StatedNames.StatedName;
import io.kbaudit.inventory.ObservedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.MsiKind;
import io.kbaudit.text.English;
import io.kbaudit.text.Letters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose packages were found: those that say themselves that they are their rows', or were verified
 * to be, tell who publishes the others; where there are none, each other package does. What is
 * neither theirs nor Microsoft's, of whom all articles are, and has nothing of their names nor of
 * its row's, is a stranger.
 */
public final class Publishers {
  /** Microsoft, as its packages for other countries call it. */
  private static final List<String> MICROSOFT =
      List.of(
          "microsoft",
          "\u043C\u0430\u0439\u043A\u0440\u043E\u0441\u043E\u0444\u0442",
          "\u30DE\u30A4\u30AF\u30ED\u30BD\u30D5\u30C8",
          "\u5FAE\u8F6F",
          "\u5FAE\u8EDF",
          "\uB9C8\uC774\uD06C\uB85C\uC18C\uD504\uD2B8",
          "\u05DE\u05D9\u05E7\u05E8\u05D5\u05E1\u05D5\u05E4\u05D8",
          "\u0645\u0627\u064A\u0643\u0631\u0648\u0633\u0648\u0641\u062A");

  /** Parts of a company's name that many have. */
  private static final Set<String> OF_COMPANIES =
      Set.of(
          "ag",
          "bv",
          "co",
          "company",
          "corp",
          "corporation",
          "foundation",
          "gmbh",
          "group",
          "inc",
          "incorporated",
          "international",
          "limited",
          "llc",
          "ltd",
          "plc",
          "project",
          "sa",
          "software",
          "solutions",
          "srl",
          "systems",
          "team",
          "technologies",
          "technology",
          "the");

  /** What an authoring tool writes where nobody says who publishes. */
  private static final Set<String> NOBODY =
      Set.of(
          "default company name",
          "default manufacturer",
          "company name",
          "your company",
          "your company name",
          "my company",
          "my company name",
          "manufacturer",
          "unknown");

  /** Words that products of all kinds have in their names. */
  private static final Set<String> OF_ANY_PRODUCT =
      Set.of(
          "and",
          "client",
          "data",
          "database",
          "edition",
          "enterprise",
          "for",
          "helper",
          "helpers",
          "hotfix",
          "kb",
          "library",
          "manage",
          "managed",
          "management",
          "manager",
          "module",
          "new",
          "office",
          "of",
          "pack",
          "professional",
          "provider",
          "runtime",
          "security",
          "server",
          "service",
          "services",
          "setup",
          "shared",
          "standard",
          "support",
          "system",
          "the",
          "to",
          "tool",
          "tools",
          "update",
          "utility",
          "web",
          "windows",
          "with");

  private static final int SHORTEST_WORD = 3;

  /** A shorter word inside another is there by chance. */
  private static final int SHORTEST_PART = 4;

  /** So many words that any product may have are seldom there together by chance. */
  private static final int TELLING_TOGETHER = 2;

  private final AuditRequest request;

  /** Of the files that are known to be their rows'; else of all that were found for rows. */
  private final Map<String, Set<String>> pathsByCompany = new HashMap<>();

  /** Of each Manufacturer that was asked about: most packages state the same. */
  private final Map<String, Words> companies = new HashMap<>();

  private final Set<String> tellingWords = new HashSet<>();
  private final Optional<String> usual;

  private Publishers(
      AuditRequest request, List<ObservedFile.Readable> known, List<ObservedFile.Readable> all) {
    this.request = request;
    Map<String, Integer> counts = new TreeMap<>();
    for (ObservedFile.Readable file : known.isEmpty() ? all : known) {
      Optional<String> manufacturer = manufacturer(file);
      if (manufacturer.isPresent()) {
        counts.merge(manufacturer.get(), 1, Integer::sum);
        for (String word : companyWords(manufacturer.get())) {
          pathsByCompany.computeIfAbsent(word, key -> new HashSet<>()).add(file.path());
        }
      }
    }
    this.usual = mostFrequent(counts);
    for (ObservedFile.Readable file : known) {
      for (StatedName name : StatedNames.of(file)) {
        for (String word : name.words().list()) {
          if (tells(word)) {
            tellingWords.add(word);
          }
        }
      }
    }
  }

  /**
   * Learns from the files that were found.
   *
   * @param isKnown accepts a row and the file found for it that is known to be its own
   */
  public static Publishers among(
      AuditRequest request,
      Matching matching,
      BiPredicate<ExpectedFile, ObservedFile.Readable> isKnown) {
    List<ObservedFile.Readable> known = new ArrayList<>();
    List<ObservedFile.Readable> all = new ArrayList<>();
    for (Map.Entry<ExpectedFile, Match> each : matching.all().entrySet()) {
      if (each.getValue() instanceof Match.Found found) {
        all.add(found.file());
        if (isKnown.test(each.getKey(), found.file())) {
          known.add(found.file());
        }
      }
    }
    return new Publishers(request, known, all);
  }

  /**
   * Returns why {@code file}, which does not say that it is the row's, is another product's
   * package, in half a sentence; absent if nothing says so.
   */
  public Optional<String> strangeness(ExpectedFile row, ObservedFile.Readable file) {
    List<Words> stated = StatedNames.of(file).stream().map(name -> name.words()).toList();
    Optional<String> manufacturer = manufacturer(file);
    boolean isAnothers =
        manufacturer.isPresent()
            ? !isOurs(manufacturer.get(), file)
            : isInstaller(file) && !stated.isEmpty() && hasOthersThan(file);
    if (!isAnothers || !canTell(file)) {
      return Optional.empty();
    }
    List<Words> namesHere = namesOf(row);
    boolean isNamedLikeOurs =
        stated.stream()
            .anyMatch(
                name ->
                    name.list().stream().anyMatch(tellingWords::contains)
                        || namesHere.stream().anyMatch(own -> areLike(name, own)));
    return isNamedLikeOurs
        ? Optional.empty()
        : Optional.of(
            English.enumerate(
                    Stream.concat(
                            StatedNames.of(file).stream().map(Object::toString),
                            Stream.of(
                                manufacturer
                                    .map(text -> "Manufacturer " + English.quoted(text))
                                    .orElse("no Manufacturer")))
                        .toList())
                + ": nothing of that is this row's, the article's, or another package's here");
  }

  /**
   * Returns whether there is something to hold a package to: other packages, or a profile, which
   * says what the row is a component of. A package alone under a name that an article lists may be
   * anybody's.
   */
  private boolean canTell(ObservedFile.Readable file) {
    return hasOthersThan(file) || request.profile().isPresent();
  }

  /** Returns the Manufacturer that {@code file} states, if it is unlike that of all others. */
  public Optional<String> unlikeManufacturer(ObservedFile.Readable file) {
    return hasOthersThan(file)
        ? manufacturer(file).filter(text -> !isOurs(text, file))
        : Optional.empty();
  }

  private static Optional<String> mostFrequent(Map<String, Integer> counts) {
    Optional<String> found = Optional.empty();
    int most = 0;
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      if (each.getValue() > most) {
        found = Optional.of(each.getKey());
        most = each.getValue();
      }
    }
    return found;
  }

  /** Returns the Manufacturer of most packages that are known. */
  public Optional<String> usualManufacturer() {
    return usual;
  }

  private static boolean isInstaller(ObservedFile.Readable file) {
    return file.inspection().flatMap(MsiInspection::kind).equals(Optional.of(MsiKind.PACKAGE));
  }

  private Optional<String> manufacturer(ObservedFile.Readable file) {
    if (file.inspection().isEmpty()) {
      return Optional.empty();
    }
    MsiInspection inspection = file.inspection().get();
    Optional<String> stated = inspection.property("Manufacturer");
    return (stated.isPresent() ? stated : inspection.property("ManufacturerName"))
        .map(text -> text.substring(0, Math.min(text.length(), StatedNames.LONGEST)))
        .filter(text -> !NOBODY.contains(wordsOf(text).toString()));
  }

  private boolean isOurs(String manufacturer, ObservedFile.Readable file) {
    String plain = Letters.small(manufacturer);
    if (MICROSOFT.stream().anyMatch(plain::contains)) {
      return true;
    }
    for (String word : companyWords(manufacturer)) {
      if (isOfOther(pathsByCompany.getOrDefault(word, Set.of()), file)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOthersThan(ObservedFile.Readable file) {
    for (Set<String> paths : pathsByCompany.values()) {
      if (isOfOther(paths, file)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfOther(Set<String> paths, ObservedFile.Readable file) {
    return paths.size() > 1 || (paths.size() == 1 && !paths.contains(file.path()));
  }

  private Set<String> companyWords(String manufacturer) {
    List<String> all = wordsOf(manufacturer).list();
    Set<String> telling = new HashSet<>(all);
    telling.removeAll(OF_COMPANIES);
    return telling.isEmpty() ? Set.of(String.join(" ", all)) : telling;
  }

  private Words wordsOf(String manufacturer) {
    return companies.computeIfAbsent(manufacturer, Words::of);
  }

  /** Returns what the row, and the article as a whole, are called. */
  private List<Words> namesOf(ExpectedFile row) {
    String name = row.name().best().spelling();
    int dot = name.lastIndexOf('.');
    return Stream.of(
            Optional.of(dot <= 0 ? name : name.substring(0, dot)),
            request.componentOf(row),
            request.article().title())
        .flatMap(Optional::stream)
        .filter(text -> text.length() <= StatedNames.LONGEST)
        .map(Words::of)
        .toList();
  }

  private static boolean areLike(Words stated, Words own) {
    long shared = stated.list().stream().distinct().filter(own.list()::contains).count();
    return shared >= TELLING_TOGETHER || isPartOf(stated, own) || isPartOf(own, stated);
  }

  /** Returns whether some telling word of {@code words} is in {@code other}, however written. */
  private static boolean isPartOf(Words words, Words other) {
    String joined = other.joined();
    String initials =
        other.list().stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
    return words.list().stream()
        .filter(Publishers::tells)
        .anyMatch(
            word ->
                other.list().contains(word)
                    || joined.startsWith(word)
                    || initials.contains(word)
                    || (word.length() >= SHORTEST_PART && joined.contains(word)));
  }

  private static boolean tells(String word) {
    return word.length() >= SHORTEST_WORD
        && !Words.isAround(word)
        && !OF_ANY_PRODUCT.contains(word);
  }
}
