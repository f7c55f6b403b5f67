package io.kirolinter.agents.review;

import com.google.common.collect.Streams;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.settings.Vocabulary;
import java.util.Collection;
import java.util.List;
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
    return vocabulary(List.of());
  }

  /** {@return all names, those of analyzers that were handed over too} */
  public static Vocabulary vocabulary(Collection<Analyzer> handedOver) {
    Stream<String> more = handedOver.stream().map(Analyzer::name);
    return new Vocabulary(
        Streams.concat(BUILT_IN.stream(), found(), more).collect(Collectors.toUnmodifiableSet()),
        JavaRules.all().stream()
            .map(rule -> rule.about().id().value())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Stream<String> found() {
    return ServiceLoader.load(Analyzer.class).stream().map(one -> one.get().name());
  }
}
