package io.kbaudit.deployment;

import static java.util.Objects.requireNonNull;

import io.kbaudit.database.ObjectType;
import io.kbaudit.deployment.DatabaseAddition.RequiredObject;
import io.kbaudit.text.Letters;
import io.kbaudit.yaml.Fields;
import io.kbaudit.yaml.NoRepeats;
import io.kbaudit.yaml.YamlException;
import io.kbaudit.yaml.YamlNode;
import io.kbaudit.yaml.YamlNode.Listing;
import io.kbaudit.yaml.YamlNode.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a package adds to a database, of a profile. */
final class DatabaseReader {
  private static final String TABLE = "table";

  /** The key that names an object says of what type it is. */
  private static final Map<String, ObjectType> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put("index", ObjectType.INDEX);
    TYPES.put("procedure", ObjectType.PROCEDURE);
    TYPES.put("scalar-function", ObjectType.SCALAR_FUNCTION);
    TYPES.put("table-function", ObjectType.TABLE_FUNCTION);
    TYPES.put("view", ObjectType.VIEW);
  }

  private DatabaseReader() {}

  /**
   * Returns what {@code node} says.
   *
   * @param locations that are asked about a database, by their names
   */
  static DatabaseAddition read(YamlNode node, List<String> locations) throws YamlException {
    if (!(node instanceof Listing listing)) {
      throw Fields.unfit(node, "what is added to a database is a list of objects");
    }
    if (listing.items().isEmpty()) {
      throw node.at().fault("the list of objects is empty, and there is nothing to look for");
    }
    List<RequiredObject> required = new ArrayList<>();
    NoRepeats<String> once = new NoRepeats<>();
    for (YamlNode item : listing.items()) {
      required.add(object(item, once));
    }
    return new DatabaseAddition(locations, required);
  }

  private static RequiredObject object(YamlNode node, NoRepeats<String> once) throws YamlException {
    List<String> keys = new ArrayList<>(TYPES.keySet());
    keys.add(TABLE);
    Fields fields = Fields.of(node, "an object", keys);
    List<String> stated =
        TYPES.keySet().stream().filter(key -> fields.find(key).isPresent()).toList();
    if (stated.size() != 1) {
      throw node.at()
          .fault("an object is named by one of the keys " + String.join(", ", TYPES.keySet()));
    }
    ObjectType type = requireNonNull(TYPES.get(stated.get(0)));
    Word name = fields.word(stated.get(0));
    once.add(Letters.capital(name.text()), name);
    Optional<Word> table = fields.findWord(TABLE);
    if (table.isPresent() != (type == ObjectType.INDEX)) {
      throw node.at()
          .fault(
              table.isPresent()
                  ? "a " + type.words() + " is on no table"
                  : "an index without its 'table'");
    }
    return new RequiredObject(type, name.text(), table.map(Word::text));
  }
}
