package io.kirolinter.agents.fix.classpath;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML files of a few elements, from people who may mean harm: no document types, hence no entities;
 * no large files.
 */
final class SmallXml {

  /** In bytes; the largest real file of these kinds, a list of versions, has a tenth of it. */
  static final int MOST_BYTES = 4 << 20;

  private static final int MOST_LEVELS = 32;

  private SmallXml() {}

  /**
   * An element.
   *
   * @param place the names of all elements down to it, with slashes between
   * @param text the first in it, before any child
   */
  record Element(String place, Map<String, String> attributes, String text) {}

  /**
   * {@return the content of a regular file}
   *
   * @throws IOException if it cannot be read, or is too large
   */
  static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException(file.getFileName() + " is larger than " + MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }

  /** {@return the texts of all elements at a place} */
  static List<String> textsOf(byte[] xml, String place) throws IOException {
    return elements(xml).stream()
        .filter(element -> element.place().equals(place))
        .map(Element::text)
        .toList();
  }

  /**
   * {@return all elements, in order}
   *
   * @throws IOException if it is not XML, or has a document type
   */
  static List<Element> elements(byte[] xml) throws IOException {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
      try {
        return elements(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new IOException("it is not the XML that was expected", e);
    }
  }

  private static List<Element> elements(XMLStreamReader reader) throws XMLStreamException {
    List<Element> elements = new ArrayList<>();
    List<String> open = new ArrayList<>();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException("a document type is not allowed");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        open.add(reader.getLocalName());
        checkDepth(open);
        elements.add(new Element(String.join("/", open), attributes(reader), ""));
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.remove(open.size() - 1);
      } else if (event == XMLStreamConstants.CHARACTERS && !elements.isEmpty()) {
        addText(elements, open, reader.getText());
      }
    }
    return elements;
  }

  private static void checkDepth(List<String> open) throws XMLStreamException {
    if (open.size() > MOST_LEVELS) {
      throw new XMLStreamException("more than " + MOST_LEVELS + " levels");
    }
  }

  private static void addText(List<Element> elements, List<String> open, String text) {
    Element last = elements.get(elements.size() - 1);
    if (last.text().isBlank() && last.place().equals(String.join("/", open))) {
      elements.set(elements.size() - 1, new Element(last.place(), last.attributes(), text));
    }
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
