package io.kbaudit.article.reader.page;

import io.kbaudit.article.ArticleFormatException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A page saved in one file with all that it shows, as browsers do: MHTML, RFC 2557. A mail with a
 * page in it is one too.
 *
 * @param parts that are text to read: the page, then what it shows in frames and what is attached,
 *     in the order saved
 * @param unread parts that are neither text nor pictures, fonts or programs of the page, those in
 *     an encoding that is not known, what stands before the first part or behind the last, and
 *     behind the padding of base64
 * @param cutShort whether the file ends before the page does
 */
record SavedPage(MimeLines lines, List<MimePart> parts, List<MimePart> unread, boolean cutShort) {
  /** Mails that were forwarded over and over are nested less deep. */
  static final int MOST_NESTED = 100;

  /** So much of a file tells whether it is one, unless its header goes on behind it. */
  private static final int BEGINNING = 1 << 16;

  /** RFC 2046, 5.1.1 allows 70 characters, and two before and behind them. */
  private static final int LONGEST_DELIMITER = 300;

  SavedPage {
    parts = List.copyOf(parts);
    unread = List.copyOf(unread);
  }

  /**
   * Returns the saved page that {@code bytes} are; absent where they do not begin as one does.
   *
   * @throws ArticleFormatException if there is no text in it, more than a million lines, or parts
   *     are nested too deep
   */
  static Optional<SavedPage> find(byte[] bytes, String source) throws ArticleFormatException {
    MimeLines beginning = new MimeLines(Arrays.copyOf(bytes, Math.min(bytes.length, BEGINNING)));
    int first = 0;
    while (first < beginning.count() && beginning.end(first) == beginning.start(first)) {
      first++;
    }
    boolean goesOn =
        bytes.length > BEGINNING
            && MimeHeader.endOfFields(beginning, first) >= beginning.count() - 1;
    MimeLines head = goesOn ? new MimeLines(bytes) : beginning;
    Optional<MimeHeader> header = MimeHeader.at(head, first, source).filter(SavedPage::isOfMessage);
    if (header.isEmpty()) {
      return Optional.empty();
    }
    MimeLines lines = goesOn ? head : new MimeLines(bytes);
    if (lines.count() > ArticleText.MAXIMUM_LINES) {
      throw new ArticleFormatException(
          source, "a saved page of more than a million lines, which no article is");
    }
    return Optional.of(new Reader(lines, source).read(header.get()));
  }

  private static boolean isOfMessage(MimeHeader header) {
    return header.isMultipart()
        || (header.fields().containsKey("mime-version")
            && header.fields().containsKey("content-type")
            && header.type().startsWith("text/"));
  }

  /** A part that holds others, and is not yet closed. */
  private static final class Multipart {
    final MimeHeader header;
    final String delimiter;

    /** How many parts were found before it, and before the one in it that is being read. */
    final int begin;

    int last;

    Multipart(MimeHeader header, int found) {
      this.header = header;
      this.delimiter = "--" + header.parameter("boundary").orElseThrow();
      this.begin = found;
      this.last = found;
    }
  }

  private static final class Reader {
    private final MimeLines lines;
    private final String source;
    private final Deque<Multipart> open = new ArrayDeque<>();
    private final Map<String, Multipart> byDelimiter = new HashMap<>();
    private final List<MimePart> found = new ArrayList<>();
    private final List<MimePart> unread = new ArrayList<>();

    /** Where the lines begin that belong to no part, if some are being read. */
    private OptionalInt between = OptionalInt.empty();

    private Optional<MimeHeader> leaf = Optional.empty();
    private boolean cutShort;

    Reader(MimeLines lines, String source) {
      this.lines = lines;
      this.source = source;
    }

    SavedPage read(MimeHeader header) throws ArticleFormatException {
      int line = begin(header);
      while (line < lines.count()) {
        Optional<String> delimiter = delimiterAt(line);
        if (delimiter.isEmpty()) {
          line++;
          continue;
        }
        endLeaf(line);
        Multipart parent = endPartsIn(delimiter.get());
        boolean closes =
            lines.text(line, LONGEST_DELIMITER).stripTrailing().length() > delimiter.get().length();
        if (closes) {
          close();
          line++;
          between = OptionalInt.of(line);
        } else {
          parent.last = found.size();
          Optional<MimeHeader> next = MimeHeader.at(lines, line + 1, source);
          if (next.isEmpty()) {
            requireEndOfFile(line + 1);
          }
          line = next.isPresent() ? begin(next.get()) : line + 1;
        }
      }
      endLeaf(lines.count());
      cutShort |= !open.isEmpty();
      return new SavedPage(lines, rootFirst(header), unread, cutShort);
    }

    /** Begins a part behind its header; returns the line from which on it is read. */
    private int begin(MimeHeader header) throws ArticleFormatException {
      Optional<MimeHeader> inner = Optional.of(header);
      int nested = 0;
      while (inner.isPresent() && inner.get().type().equals("message/rfc822")) {
        requireDepth(nested);
        inner = MimeHeader.at(lines, inner.get().end(), source);
        nested++;
      }
      MimeHeader last = inner.orElse(header);
      if (last.isMultipart()) {
        requireDepth(open.size());
        Multipart multipart = new Multipart(last, found.size());
        open.push(multipart);
        byDelimiter.put(multipart.delimiter, multipart);
        between = OptionalInt.of(last.end());
      } else {
        leaf = Optional.of(last);
      }
      return last.end();
    }

    private void requireDepth(int nested) throws ArticleFormatException {
      if (nested == MOST_NESTED) {
        throw new ArticleFormatException(
            source,
            "a saved page of parts nested more than " + MOST_NESTED + " deep, which none is");
      }
    }

    /** Refuses a part whose header cannot be read, unless the file ends in it. */
    private void requireEndOfFile(int from) throws ArticleFormatException {
      int line = MimeHeader.endOfFields(lines, from);
      if (line == from + MimeHeader.MOST_LINES) {
        throw MimeHeader.tooManyLines(lines, line, source);
      }
      if (line < lines.count()) {
        throw new ArticleFormatException(
            source,
            line + 1,
            "a part of a saved page that begins with no header",
            lines.text(line, LONGEST_DELIMITER));
      }
    }

    /** Returns the delimiter of an open part that stands on a line, without what closes it. */
    private Optional<String> delimiterAt(int line) {
      int start = lines.start(line);
      if (lines.end(line) < start + 2
          || lines.bytes()[start] != '-'
          || lines.bytes()[start + 1] != '-') {
        return Optional.empty();
      }
      String text = lines.text(line, LONGEST_DELIMITER).stripTrailing();
      if (byDelimiter.containsKey(text)) {
        return Optional.of(text);
      }
      return text.endsWith("--")
          ? Optional.of(text.substring(0, text.length() - 2)).filter(byDelimiter::containsKey)
          : Optional.empty();
    }

    private void endLeaf(int line) {
      leaf.filter(header -> header.end() <= line)
          .map(header -> new MimePart(header, header.end(), line))
          .ifPresent(this::add);
      leaf = Optional.empty();
      between.ifPresent(from -> addBetween(from, line));
      between = OptionalInt.empty();
    }

    private void add(MimePart part) {
      if (part.isText() || (!part.isShownWithPage() && part.holdsText(lines))) {
        found.add(part);
        addBetween(part.unreadFrom(lines), part.to());
        if (!part.isInKnownEncoding()) {
          unread.add(part);
        }
      } else if (!part.isShownWithPage()) {
        unread.add(part);
      }
    }

    /** RFC 2046, 5.1.1: no program shows it; words alone are what others would see instead. */
    private void addBetween(int from, int to) {
      boolean mayListFiles =
          IntStream.range(from, to)
              .mapToObj(line -> lines.text(line, LONGEST_DELIMITER))
              .anyMatch(text -> text.chars().anyMatch(c -> c >= '0' && c <= '9'));
      if (mayListFiles) {
        unread.add(new MimePart(MimeHeader.OF_NO_PART, from, to));
      }
    }

    /** Ends those that stand in the part of {@code delimiter}, which should have been closed. */
    private Multipart endPartsIn(String delimiter) {
      Multipart parent = open.element();
      while (!parent.delimiter.equals(delimiter)) {
        cutShort = true;
        close();
        parent = open.element();
      }
      keepOne(parent);
      return parent;
    }

    private void close() {
      Multipart closed = open.pop();
      keepOne(closed);
      byDelimiter.remove(closed.delimiter);
    }

    /** Of alternatives, the last one is the best: RFC 2046, 5.1.4. */
    private void keepOne(Multipart parent) {
      boolean another = found.size() > parent.last && parent.last > parent.begin;
      if (another && parent.header.type().equals("multipart/alternative")) {
        found.subList(parent.begin, parent.last).clear();
        parent.last = parent.begin;
      }
    }

    /** The page is the part that the header names, or the first one: RFC 2387, 3.2. */
    private List<MimePart> rootFirst(MimeHeader header) throws ArticleFormatException {
      if (found.isEmpty()) {
        throw new ArticleFormatException(source, "a saved page that has no text in it");
      }
      Optional<String> start = header.parameter("start");
      int root =
          first(part -> start.isPresent() && part.header().id().equals(start))
              .or(() -> first(MimePart::isPage))
              .orElse(0);
      List<MimePart> ordered = new ArrayList<>(found);
      ordered.add(0, ordered.remove(root));
      return ordered;
    }

    private Optional<Integer> first(Predicate<MimePart> is) {
      return IntStream.range(0, found.size())
          .boxed()
          .filter(i -> is.test(found.get(i)))
          .findFirst();
    }
  }
}
