package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class NullForOptionalTest {

  private final RuleHarness rule = RuleHarness.of(new NullForOptional());

  @Test
  void returnsAnEmptyOne() {
    rule.fixes(
        """
        import java.util.Optional;
        import java.util.OptionalInt;
        class Sample {
          Optional<String> one() {
            return null;
          }
          OptionalInt two() { return (null); }
          java.util.Optional<String> three() { if (true) { return null; } return one(); }
        }
        """,
        """
        import java.util.Optional;
        import java.util.OptionalInt;
        class Sample {
          Optional<String> one() {
            return Optional.empty();
          }
          OptionalInt two() { return OptionalInt.empty(); }
          java.util.Optional<String> three() { if (true) { return java.util.Optional.empty(); } return one(); }
        }
        """);
  }

  @Test
  void acceptsNullElsewhere() {
    rule.isSilentOn(
        """
        import java.util.*;
        import java.util.function.Supplier;
        class Sample {
          Optional<String> run() {
            Supplier<String> s = () -> { return null; };
            return Optional.ofNullable(s.get());
          }
          String text() { return null; }
          void nothing() { return; }
          Sample() { return; }
          Supplier<String> field = () -> { return null; };
        }
        """);
  }

  @Test
  void acceptsAnOptionalOfAnotherLibrary() {
    rule.isSilentOn(
        """
        import com.google.common.base.Optional;
        class Sample { Optional<String> run() { return null; } }
        """);
  }

  @Test
  void survivesAMissingType() {
    rule.survives(
        """
        class Sample { java.util.Optional< run() { return null; } }
        """);
  }
}
