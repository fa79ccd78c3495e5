package io.kbaudit.audit;

import io.kbaudit.article.ExpectedFile;
import io.kbaudit.msi.MsiInspection;
import io.kbaudit.msi.Template;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Judges the platform of a package by the one that its row prints. */
final class PlatformRule implements Rule {
  /** How articles and templates spell platforms, letters and digits alone. */
  private static final Map<String, String> PLATFORMS =
      Map.ofEntries(
          Map.entry("x86", "x86"),
          Map.entry("i386", "x86"),
          Map.entry("intel", "x86"),
          Map.entry("x86based", "x86"),
          Map.entry("32bit", "x86"),
          Map.entry("x64", "x64"),
          Map.entry("amd64", "x64"),
          Map.entry("x64based", "x64"),
          Map.entry("64bit", "x64"),
          Map.entry("ia64", "ia64"),
          Map.entry("intel64", "ia64"),
          Map.entry("itanium", "ia64"),
          Map.entry("itaniumbased", "ia64"),
          Map.entry("arm", "arm"),
          Map.entry("arm64", "arm64"));

  /** Of an article, the architecture x64; a template calls Itanium so, in one word. */
  private static final Pattern INTEL_64 = Pattern.compile("(?i)intel[ -]64|em64t");

  @Override
  public Check check() {
    return Check.PLATFORM;
  }

  @Override
  public Outcome apply(ExpectedFile row, Match.Found found, AuditPolicy policy) {
    Set<String> wanted =
        platformsIn(INTEL_64.matcher(row.variant().platform().orElse("")).replaceAll("x64"));
    if (wanted.isEmpty()) {
      return NoValue.outcome("platform", row.printed().platform());
    }
    Optional<Outcome> unread = PackageContents.unreadOutcome(found.file());
    if (unread.isPresent()) {
      return unread.get();
    }
    Optional<Template> template = found.file().inspection().flatMap(MsiInspection::template);
    if (template.isEmpty()) {
      return PackageContents.notStated(found.file(), "platform");
    }
    if (template.get().platform().isEmpty()) {
      return new Outcome.NotApplicable("a patch states no platform");
    }
    String stated = template.get().platform().get();
    return platformsIn(stated).stream().anyMatch(wanted::contains)
        ? new Outcome.Passed("platform " + stated)
        : new Outcome.Failed(row.variant().platform().orElseThrow(), stated, Cause.OTHER_PLATFORM);
  }

  /** Returns the platforms that {@code text} names. */
  private static Set<String> platformsIn(String text) {
    Set<String> platforms = new TreeSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,;/]+", -1)) {
      String platform = PLATFORMS.get(word.replaceAll("[^a-z0-9]", ""));
      if (platform != null) {
        platforms.add(platform);
      }
    }
    return platforms;
  }
}
