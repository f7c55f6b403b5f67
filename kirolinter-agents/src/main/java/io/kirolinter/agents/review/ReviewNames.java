package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.settings.Vocabulary;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of analyzers and rules that settings may use. */
public final class ReviewNames {

  private static final Set<String> BUILT_IN = Set.of("java", "pmd", "sarif");

  private ReviewNames() {}

  /**
   * {@return all names, those of analyzers found by the service loader too, without starting any}
   */
  public static Vocabulary vocabulary() {
    return new Vocabulary(
        Stream.concat(BUILT_IN.stream(), found()).collect(Collectors.toUnmodifiableSet()),
        JavaRules.all().stream()
            .map(rule -> rule.about().id().value())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Stream<String> found() {
    return ServiceLoader.load(Analyzer.class).stream().map(one -> one.get().name());
  }
}
