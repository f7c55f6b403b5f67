package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class XxeOpenParserTest {

  private final RuleHarness rule = RuleHarness.of(new XxeOpenParser());

  @Test
  void reportsFactoriesThatAreUsedAsTheyCome() {
    rule.reportsWithoutFix(
        """
        import javax.xml.parsers.*;
        import javax.xml.stream.XMLInputFactory;

        class Sample {
          XMLInputFactory kept = XMLInputFactory.newFactory(); // finding: external entities

          void run(java.io.File file) throws Exception {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance(); // finding:
            factory.setNamespaceAware(true);
            factory.newDocumentBuilder().parse(file);
            SAXParserFactory.newInstance().newSAXParser(); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsFactoriesThatAreSet() {
    rule.isSilentOn(
        """
        import javax.xml.parsers.*;

        class Sample {
          void run(java.io.File file) throws Exception {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder().parse(file);
          }
        }
        """);
  }

  @Test
  void acceptsAFieldThatItsClassSets() {
    rule.isSilentOn(
        """
        import javax.xml.stream.XMLInputFactory;

        class Sample {
          XMLInputFactory kept = XMLInputFactory.newInstance();

          Sample() {
            kept.setProperty(XMLInputFactory.SUPPORT_DTD, false);
          }
        }
        """);
  }

  @Test
  void acceptsFactoriesThatAreHandedOn() {
    rule.isSilentOn(
        """
        import javax.xml.parsers.*;

        class Sample {
          java.util.function.Supplier<Object> supplier = () -> DocumentBuilderFactory.newInstance();

          Object run() {
            return DocumentBuilderFactory.newInstance();
          }

          Object two() {
            return secured(DocumentBuilderFactory.newInstance());
          }

          Object three() {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            secure(factory);
            DocumentBuilderFactory other = DocumentBuilderFactory.newInstance();
            new Reader(other);
            DocumentBuilderFactory third = DocumentBuilderFactory.newInstance();
            return third;
          }
        }
        """);
  }

  @Test
  void acceptsOtherFactories() {
    rule.isSilentOn(
        """
        class Sample {
          void run() {
            OtherFactory.newInstance();
            DocumentBuilderFactory.other();
          }
        }
        """);
  }

  @Test
  void survivesAMissingEnd() {
    rule.survives(
        """
        class Sample { void run() { Object a = DocumentBuilderFactory.newInstance( } Object b = SAXParserFactory.newInstance().; }
        """);
  }
}
