package io.kbaudit.report.finding;

import io.kbaudit.file.Digest;
import io.kbaudit.identify.MatchEvidence;
import io.kbaudit.identify.RowMatch;
import io.kbaudit.identify.Traits;
import io.kbaudit.identify.Traits.NameRelation;
import io.kbaudit.identify.Traits.Relation;
import io.kbaudit.text.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Says in words how a file compares with a row that lists it. */
public final class MatchWords {
  private MatchWords() {}

  /**
   * Returns what agrees, then what does not: {@code name and size agree; another date}. That no
   * date is listed is said where name and size alone speak for the file.
   */
  public static String of(RowMatch match) {
    Traits traits = match.traits();
    List<String> words = new ArrayList<>();
    List<String> agreeing = named(match, Relation.AGREES::equals);
    if (traits.isNamed()) {
      agreeing.add(0, traits.name() == NameRelation.SAME ? "name" : "beginning of the name");
    }
    words.add(English.enumerate(agreeing) + (agreeing.size() == 1 ? " agrees" : " agree"));
    if (traits.name() == NameRelation.ORIGINAL) {
      words.add("renamed: its OriginalFilename is " + English.quoted(match.listedName()));
    } else if (traits.name() == NameRelation.OTHER) {
      words.add("listed as " + English.quoted(match.listedName()));
    }
    named(match, Relation.DIFFERS::equals).forEach(trait -> words.add("another " + trait));
    named(match, Relation.NOT_COMPARED::equals)
        .forEach(trait -> words.add("the " + trait + " cannot be compared"));
    if (match.evidence() == MatchEvidence.SIZE && traits.date() == Relation.NOT_LISTED) {
      words.add("no date is listed");
    }
    return String.join("; ", words);
  }

  private static List<String> named(RowMatch match, Predicate<Relation> wanted) {
    Traits traits = match.traits();
    Map<String, Relation> relations = new LinkedHashMap<>();
    relations.put("version", traits.version());
    relations.put("size", traits.size());
    relations.put("date", traits.date());
    relations.put(digest(match), traits.digest());
    List<String> names = new ArrayList<>();
    relations.forEach(
        (name, relation) -> {
          if (wanted.test(relation)) {
            names.add(name);
          }
        });
    return names;
  }

  private static String digest(RowMatch match) {
    return match
        .digests()
        .strongest()
        .map(Digest::algorithm)
        .map(Object::toString)
        .orElse("digest");
  }
}
