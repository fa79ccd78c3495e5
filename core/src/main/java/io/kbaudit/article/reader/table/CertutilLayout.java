package io.kbaudit.article.reader.table;

import io.kbaudit.article.reader.cell.Cells;
import io.kbaudit.article.reader.cell.DigestCell;
import io.kbaudit.article.reader.cell.HeadingFacts;
import io.kbaudit.article.reader.page.ArticleText;
import io.kbaudit.text.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code certutil -hashfile} prints, in whatever language Windows has; before Windows 10, with
 * blanks between the bytes:
 *
 * <pre>
 * SHA256-Hash von C:\temp\a.msi:
 * ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
 * CertUtil: -hashfile-Befehl wurde erfolgreich ausgef&uuml;hrt.
 * </pre>
 */
final class CertutilLayout implements TableLayout {
  private static final String CLOSING = ":\uff1a";

  private static final Pattern WORD = Pattern.compile("[^\\s()\uff08\uff09]+");

  private static final Pattern PATH = Pattern.compile("(?:[A-Za-z]:|\\\\|\\.{1,2})[\\\\/].*");

  /** Words around the name, folded. */
  private static final Set<String> AROUND =
      Set.of(
          "hash",
          "-hash",
          "hashes",
          "value",
          "of",
          "the",
          "file",
          "hashwert",
          "-hashwert",
          "von",
          "der",
          "des",
          "datei",
          "hachage",
          "de",
          "du",
          "le",
          "fichier",
          "archivo",
          "del",
          "el",
          "do",
          "da",
          "arquivo",
          "ficheiro",
          "di",
          "il",
          "van",
          "het",
          "bestand",
          "for",
          "fil",
          "filen",
          "av",
          "af",
          "\u0445\u044d\u0448",
          "\u0445\u0435\u0448",
          "\u0434\u043b\u044f",
          "\u0444\u0430\u0439\u043b\u0430",
          "skrot",
          "skr\u00f3t",
          "pliku",
          "z",
          "\u30cf\u30c3\u30b7\u30e5",
          "\u5bfe\u8c61",
          "\u30d5\u30a1\u30a4\u30eb",
          "\u306e",
          "\u7684",
          "\u54c8\u5e0c",
          "\u54c8\u5e0c\u503c",
          "\u6587\u4ef6",
          "\u96dc\u6e4a",
          "\u6a94\u6848",
          "\ud574\uc2dc",
          "\ud30c\uc77c",
          "\uc758");

  @Override
  public Optional<FileTable> tableAt(ArticleText text, int line) {
    FileTable.Builder table = new FileTable.Builder(line, HeadingFacts.NOTHING);
    Optional<Integer> next = Optional.of(line);
    while (next.isPresent() && add(text, next.get(), table)) {
      next = text.nextLineWithText(table.build().lastLine());
      if (next.isPresent() && text.line(next.get()).strip().startsWith("CertUtil:")) {
        table.through(next.get());
        next = text.nextLineWithText(next.get());
      }
    }
    return table.isEmpty() ? Optional.empty() : Optional.of(table.build());
  }

  private static boolean add(ArticleText text, int line, FileTable.Builder table) {
    String content =
        text.line(line).length() > DigestLines.LONGEST ? "" : Cells.strip(text.line(line));
    if (content.isEmpty() || CLOSING.indexOf(content.charAt(content.length() - 1)) < 0) {
      return false;
    }
    Matcher label = DigestCell.ALGORITHM.matcher(content);
    Optional<Integer> below = text.nextLineWithText(line);
    Optional<String> digest = below.map(text::line).flatMap(DigestLines::alone);
    if (digest.isEmpty() || !label.find()) {
      return false;
    }
    Optional<String> name =
        name(
            content.substring(0, label.start())
                + " "
                + content.substring(label.end(), content.length() - 1));
    if (name.isPresent()) {
      table.add(line, DigestLines.row(name.get(), label.group(), digest.get()));
    } else {
      table.addUnread(line, "a digest of a file whose name is not clear");
    }
    table.through(below.get());
    return true;
  }

  /**
   * Returns what is left without the words around it; absent where that may be more than a name.
   */
  private static Optional<String> name(String words) {
    List<int[]> left = new ArrayList<>();
    Matcher word = WORD.matcher(words);
    while (word.find()) {
      left.add(new int[] {word.start(), word.end()});
    }
    int all = left.size();
    while (!left.isEmpty() && isAround(words, left.get(0))) {
      left.remove(0);
    }
    while (!left.isEmpty() && isAround(words, left.get(left.size() - 1))) {
      left.remove(left.size() - 1);
    }
    if (left.isEmpty()) {
      return Optional.empty();
    }
    String name = words.substring(left.get(0)[0], left.get(left.size() - 1)[1]);
    boolean clear = left.size() == 1 || left.size() < all || PATH.matcher(name).matches();
    return clear ? Optional.of(unquoted(name)) : Optional.empty();
  }

  private static boolean isAround(String words, int[] word) {
    return AROUND.contains(Folded.of(words.substring(word[0], word[1])));
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() > 2 && "\"'".indexOf(name.charAt(0)) >= 0;
    return quoted && name.charAt(0) == name.charAt(name.length() - 1)
        ? name.substring(1, name.length() - 1)
        : name;
  }
}
