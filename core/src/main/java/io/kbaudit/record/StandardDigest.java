package io.kbaudit.record;

import io.kbaudit.article.Article;
import io.kbaudit.article.ExpectedFile;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.baseline.Baseline;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.deployment.DatabaseAddition;
import io.kbaudit.deployment.DatabaseAddition.RequiredObject;
import io.kbaudit.deployment.Location;
import io.kbaudit.deployment.Product;
import io.kbaudit.deployment.Profile;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A digest of what files are held to: of that alone from which an answer may follow, in an order of
 * its own, so that it is the same on every computer.
 */
final class StandardDigest {
  private final List<String> texts = new ArrayList<>();

  private StandardDigest() {}

  /** Returns that of what an article says of its files, but for what a {@link RowRecord} has. */
  static Digest of(Article article) {
    StandardDigest digest = new StandardDigest();
    digest.add(article.statements().language());
    List<ExpectedFile> rows = new ArrayList<>(article.rows());
    rows.sort((one, other) -> Integer.compare(one.row(), other.row()));
    rows.forEach(digest::addWhatNoRecordHas);
    return digest.digest();
  }

  /** Adds nothing of a row of which there is no more than its record has, as of most. */
  private void addWhatNoRecordHas(ExpectedFile row) {
    if (row.alternativeTo().isPresent()
        || row.hashes().unread().isPresent()
        || row.variant().servicePack().isPresent()
        || row.variant().branch().isPresent()) {
      add(row.row());
      add(row.alternativeTo().orElse(0));
      add(row.hashes().unread());
      add(row.variant().servicePack());
      add(row.variant().branch());
    }
  }

  /** Returns that of what a profile demands at the place that is asked about. */
  static Digest of(Profile profile, AuditRequest request) {
    StandardDigest digest = new StandardDigest();
    digest.add(request.naming().name());
    digest.add(request.location().map(Location::phase).map(Enum::name));
    for (Map.Entry<Integer, FileName> each : new TreeMap<>(profile.names()).entrySet()) {
      digest.add(each.getKey());
      digest.add(each.getValue().spelling());
    }
    digest.add(profile.names().size());
    digest.addProducts(profile.products());
    digest.addDatabase(profile.database(), request.location());
    return digest.digest();
  }

  /** Adds those of all rows: a mark of several products tells none of them from another. */
  private void addProducts(Map<FileName, Product> products) {
    add(products.size());
    for (Map.Entry<FileName, Product> each : new TreeMap<>(products).entrySet()) {
      add(each.getKey().spelling());
      add(each.getValue().name());
      add(each.getValue().upgradeCode());
    }
  }

  private void addDatabase(Map<FileName, DatabaseAddition> database, Optional<Location> location) {
    for (Map.Entry<FileName, DatabaseAddition> each : new TreeMap<>(database).entrySet()) {
      FileName file = each.getKey();
      DatabaseAddition addition = each.getValue();
      if (location.isEmpty()
          || (location.get().files().contains(file) && addition.isAskedAt(location.get().name()))) {
        add(file.spelling());
        add(addition.objects().size());
        addition.objects().forEach(this::add);
      }
    }
  }

  private void add(RequiredObject object) {
    add(object.type().name());
    add(object.name());
    add(object.table());
  }

  /** Returns that of the contents that a baseline, or a reference, pins. */
  static Digest of(Baseline baseline) {
    StandardDigest digest = new StandardDigest();
    digest.add(Boolean.toString(baseline.partial()));
    baseline.files().stream()
        .sorted(Comparator.comparingInt(BaselineFile::row))
        .forEach(digest::add);
    return digest.digest();
  }

  private void add(BaselineFile file) {
    add(file.row());
    add(file.listedName().spelling());
    add(file.name().spelling());
    add(Long.toString(file.sizeBytes()));
    add(file.modified().toString());
    add(file.sha256().hex());
    add(file.codes().packageCode());
    add(file.codes().productCode());
    add(file.codes().upgradeCode());
    add(file.codes().productName());
    add(file.codes().manufacturer());
    add(file.damage());
  }

  private void add(int number) {
    add(Integer.toString(number));
  }

  /** What is absent is told from what is empty. */
  private void add(Optional<String> text) {
    add(text.isPresent() ? 1 : 0);
    if (text.isPresent()) {
      add(text.get());
    }
  }

  private void add(String text) {
    texts.add(text);
  }

  private Digest digest() {
    return Digest.ofTexts(texts);
  }
}
