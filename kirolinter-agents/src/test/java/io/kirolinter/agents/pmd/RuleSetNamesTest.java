package io.kirolinter.agents.pmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetNamesTest {

  private static final String BUNDLED = "category/java/errorprone.xml/EmptyCatchBlock";

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void makeFolder() throws IOException {
    root = Files.createDirectory(temp.resolve("repository"));
  }

  @Test
  void aUserNamesWhatPmdKnowsAndFiles() throws IOException {
    write("own.xml", "<rule ref='" + BUNDLED + "'/>");

    assertThat(
            RuleSetNames.ofUser(
                List.of(BUNDLED, "own.xml", "own.xml/EmptyCatchBlock", "http://a/b.xml"), root))
        .containsExactly(
            BUNDLED,
            root.resolve("own.xml").toString(),
            root.resolve("own.xml") + "/EmptyCatchBlock",
            "http://a/b.xml");
  }

  @Test
  void aRepositoryNamesWhatPmdBringsAndFilesThatChooseOfIt() throws IOException {
    write(
        "own.xml",
        "<rule ref='category/java/security.xml'><exclude name='HardCodedCryptoKey'/></rule>"
            + "<rule ref='"
            + BUNDLED
            + "'><properties><property name='allowCommentedBlocks' value='true'/></properties></rule>");

    List<String> names =
        RuleSetNames.ofRepository(
            List.of(BUNDLED, "rulesets/java/quickstart.xml", "own.xml", "own.xml/EmptyCatchBlock"),
            root);

    assertThat(names)
        .containsExactly(
            BUNDLED,
            "rulesets/java/quickstart.xml",
            root.resolve("own.xml").toString(),
            root.resolve("own.xml") + "/EmptyCatchBlock");
    assertThat(PmdAnalyzer.with(names.subList(2, 4), 1).rules())
        .extracting(rule -> rule.id().value())
        .containsExactly("pmd/EmptyCatchBlock", "pmd/InsecureCryptoIv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/rules.xml",
        "file:///etc/rules.xml",
        "category/java/nix.xml",
        "category/../../outside.xml",
        "../outside.xml",
        "link.xml",
        "nix.xml",
        "nul\0.xml"
      })
  void aRepositoryNamesNothingElse(String name) throws IOException {
    Files.writeString(temp.resolve("outside.xml"), "<ruleset/>");
    Files.createSymbolicLink(root.resolve("link.xml"), temp.resolve("outside.xml"));

    assertThatThrownBy(() -> RuleSetNames.ofRepository(List.of(name), root))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Cannot use PMD rule set of the repository '" + name + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<rule ref='http://localhost/more.xml'/>|refers to 'http://localhost/more.xml'",
        "<rule ref='own.xml/Other'/>|refers to 'own.xml/Other'",
        "<rule name='A' class='net.sourceforge.pmd.lang.rule.xpath.XPathRule'/>|rule of its own",
        "<rule ref='category/java/errorprone.xml/EmptyCatchBlock'><properties>"
            + "<property name='xpath'><value>doc(1)</value></property></properties></rule>"
            + "|XPath of its own",
        "<rule|cannot be read as XML"
      })
  void aFileOfARepositoryOnlyChoosesAndConfigures(String content, String trouble)
      throws IOException {
    write("own.xml", content);

    assertThatThrownBy(() -> RuleSetNames.ofRepository(List.of("own.xml"), root))
        .hasMessageContaining(trouble);
  }

  @Test
  void aFileOfARepositoryHasNoEntities() throws IOException {
    Files.writeString(
        root.resolve("own.xml"),
        "<!DOCTYPE ruleset [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><ruleset>&e;</ruleset>");

    assertThatThrownBy(() -> RuleSetNames.ofRepository(List.of("own.xml"), root))
        .hasMessageContaining("cannot be read as XML: DOCTYPE is disallowed");
  }

  @Test
  void noFileTakesThePlaceOfWhatPmdBrings() throws IOException {
    Path file = Files.createDirectories(root.resolve("category/java")).resolve("security.xml");
    RuleSets.refuseHidden(List.of(BUNDLED), root);
    Files.writeString(file, "<ruleset/>");

    assertThatThrownBy(() -> RuleSets.refuseHidden(List.of("rulesets/java/quickstart.xml"), root))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("'category/java/security.xml': a file in the working folder hides");
  }

  private void write(String name, String rules) throws IOException {
    Files.writeString(
        root.resolve(name),
        """
        <?xml version="1.0"?>
        <ruleset name="own" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0">
          <description>own</description>
          %s
        </ruleset>
        """
            .formatted(rules));
  }
}
