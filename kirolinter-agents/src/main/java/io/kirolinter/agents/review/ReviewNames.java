package io.kirolinter.agents.review;

import io.kirolinter.core.settings.Vocabulary;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of analyzers and rules that settings may use. */
public final class ReviewNames {

  private static final Set<String> ANALYZERS = Set.of("java", "pmd", "sarif");

  private ReviewNames() {}

  /** {@return all names, without starting any analyzer} */
  public static Vocabulary vocabulary() {
    return new Vocabulary(
        ANALYZERS,
        JavaRules.all().stream()
            .map(rule -> rule.about().id().value())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
