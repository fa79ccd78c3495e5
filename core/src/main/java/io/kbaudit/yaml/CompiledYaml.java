package io.kbaudit.yaml;

import io.kbaudit.yaml.YamlNode.Entry;
import io.kbaudit.yaml.YamlNode.Listing;
import io.kbaudit.yaml.YamlNode.Mapping;
import io.kbaudit.yaml.YamlNode.Word;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A document as the tree that it is, which the build writes down of what kbaudit carries: the tree
 * is read without the parser and its classes, of which a short run notices each.
 */
public final class CompiledYaml {
  private static final int WORD = 0;
  private static final int PLAIN_WORD = 1;
  private static final int LISTING = 2;
  private static final int MAPPING = 3;

  private CompiledYaml() {}

  /**
   * Compiles a file.
   *
   * @param args the file of YAML, and the one to be written
   * @throws IOException if it is no YAML, or cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    String source = file.getFileName().toString();
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      String text = DocumentText.ofYaml(in, source, "document");
      write(YamlDocument.parse(source, "document", text), out);
    }
  }

  /** Writes a document, all but what it is called. */
  static void write(YamlNode document, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    write(document, data);
    data.flush();
  }

  private static void write(YamlNode node, DataOutputStream out) throws IOException {
    if (node instanceof Word word) {
      writeKind(word.plain() ? PLAIN_WORD : WORD, node, out);
      out.writeUTF(word.text());
    } else if (node instanceof Listing listing) {
      writeKind(LISTING, node, out);
      out.writeInt(listing.items().size());
      for (YamlNode item : listing.items()) {
        write(item, out);
      }
    } else if (node instanceof Mapping mapping) {
      writeKind(MAPPING, node, out);
      out.writeInt(mapping.entries().size());
      for (Entry entry : mapping.entries()) {
        write(entry.key(), out);
        write(entry.value(), out);
      }
    }
  }

  private static void writeKind(int kind, YamlNode node, DataOutputStream out) throws IOException {
    out.writeByte(kind);
    out.writeInt(node.at().line());
  }

  /**
   * Reads what was written, from a resource of this build.
   *
   * @param source what to call the document
   */
  public static YamlNode read(String source, InputStream in) throws IOException {
    return read(source, new DataInputStream(new BufferedInputStream(in)));
  }

  private static YamlNode read(String source, DataInputStream in) throws IOException {
    int kind = in.readByte();
    SourceLine at = new SourceLine(source, in.readInt());
    if (kind == WORD || kind == PLAIN_WORD) {
      return new Word(at, in.readUTF(), kind == PLAIN_WORD);
    }
    int size = in.readInt();
    if (kind == LISTING) {
      List<YamlNode> items = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        items.add(read(source, in));
      }
      return new Listing(at, items);
    }
    if (kind != MAPPING) {
      throw new IOException("no kind of node: " + kind);
    }
    List<Entry> entries = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      entries.add(new Entry((Word) read(source, in), read(source, in)));
    }
    return new Mapping(at, entries);
  }
}
