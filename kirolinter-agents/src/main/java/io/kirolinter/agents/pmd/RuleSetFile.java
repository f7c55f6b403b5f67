package io.kirolinter.agents.pmd;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A rule set that nobody vouches for: it may choose and configure PMD's own rules, no more. */
final class RuleSetFile {

  private RuleSetFile() {}

  /** {@return why such a file is not to be loaded; empty if it may be} */
  static Optional<String> troubleWith(byte[] content) throws IOException {
    try {
      return troubleWith(parser().parse(new ByteArrayInputStream(content)));
    } catch (SAXException e) {
      return Optional.of("it cannot be read as XML: " + e.getMessage());
    }
  }

  private static Optional<String> troubleWith(Document document) {
    NodeList all = document.getElementsByTagNameNS("*", "*");
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .map(Element.class::cast)
        .flatMap(element -> troubleWith(element).stream())
        .findFirst();
  }

  private static Optional<String> troubleWith(Element element) {
    String ref = element.getAttribute("ref");
    if (!ref.isEmpty() && !RuleSetNames.isBundled(ref)) {
      return Optional.of("it refers to '" + ref + "'");
    }
    return switch (element.getLocalName()) {
      case "rule" -> ref.isEmpty() ? Optional.of("it has a rule of its own") : Optional.empty();
      case "property" -> troubleWithProperty(element);
      default -> Optional.empty();
    };
  }

  /** By this one, a rule of PMD would become any other. */
  private static Optional<String> troubleWithProperty(Element property) {
    return property.getAttribute("name").equals("xpath")
        ? Optional.of("it has an XPath of its own")
        : Optional.empty();
  }

  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setErrorHandler(new DefaultHandler()); // the usual one prints
      return parser;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has such a parser", e);
    }
  }
}
