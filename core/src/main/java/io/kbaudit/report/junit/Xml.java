package io.kbaudit.report.junit;

import io.kbaudit.text.Printable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * How this project writes XML 1.0: streamed, indented by two, the same characters on every system.
 *
 * <p>XML cannot hold every character that the name of a file can, not even escaped: controls, half
 * a surrogate pair, U+FFFF. Whatever is not {@linkplain Printable printable} is shown instead, so
 * that no document is ever ill-formed.
 */
final class Xml {
  /** What is in a document. */
  interface Body {
    void writeTo(Xml xml) throws IOException;
  }

  private interface Step {
    void take() throws XMLStreamException;
  }

  private final XMLStreamWriter out;
  private int depth;
  private boolean afterText;

  private Xml(XMLStreamWriter out) {
    this.out = out;
  }

  /** Writes a whole document, and a line end. The writer is flushed, and left open. */
  static void write(Writer out, Body body) throws IOException {
    Writer buffered = new BufferedWriter(out);
    Xml xml = new Xml(streamTo(buffered));
    take(() -> xml.out.writeStartDocument("UTF-8", "1.0"));
    body.writeTo(xml);
    take(xml.out::writeEndDocument);
    take(xml.out::flush);
    buffered.write('\n');
    buffered.flush();
  }

  /** Returns the JDK's own writer, whatever other is on the class path. */
  private static XMLStreamWriter streamTo(Writer out) throws IOException {
    try {
      return XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Begins an element, whose attributes and contents follow. */
  void begin(String element) throws IOException {
    newLine();
    take(() -> out.writeStartElement(element));
    depth++;
  }

  /** Writes an element without contents; its attributes follow. */
  void empty(String element) throws IOException {
    newLine();
    take(() -> out.writeEmptyElement(element));
  }

  /** Writes an attribute of the element that was begun last. */
  void attribute(String name, String value) throws IOException {
    take(() -> out.writeAttribute(name, Printable.uncut(value)));
  }

  /** Writes an attribute of the element that was begun last. */
  void attribute(String name, int value) throws IOException {
    attribute(name, Integer.toString(value));
  }

  /** Writes lines of text, which are all that the element has. */
  void lines(List<String> lines) throws IOException {
    for (String line : lines) {
      take(() -> out.writeCharacters((afterText ? "\n" : "") + Printable.uncut(line)));
      afterText = true;
    }
  }

  /** Ends the element that was begun last and has not ended. */
  void end() throws IOException {
    depth--;
    if (!afterText) {
      newLine();
    }
    afterText = false;
    take(out::writeEndElement);
  }

  private void newLine() throws IOException {
    take(() -> out.writeCharacters("\n" + "  ".repeat(depth)));
  }

  private static void take(Step step) throws IOException {
    try {
      step.take();
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
    }
  }
}
