package io.kirolinter.agents.review;

import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What can be read about the rules of the java analyzer. */
public final class RulePages {

  private RulePages() {}

  /** {@return all rules, ordered by id} */
  public static List<Rule> rules() {
    return JavaRules.all().stream().map(JavaRule::about).toList();
  }

  /** {@return the page of a rule, Markdown; empty if the rule has none} */
  public static Optional<String> pageOf(RuleId rule) {
    try (InputStream page = RulePages.class.getResourceAsStream("/rules/" + rule + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
