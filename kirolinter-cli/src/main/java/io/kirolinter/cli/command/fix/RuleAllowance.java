package io.kirolinter.cli.command.fix;

import io.kirolinter.agents.review.CodeReview;
import io.kirolinter.agents.review.RefusedRules;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.CodeReviews;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.finding.RuleId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Allows the fixes of rules again that an answer ruled out. Fixes nothing: what is fixed from now
 * on is to be seen first.
 *
 * @param path a file or folder of the repository in which they were ruled out
 */
record RuleAllowance(Environment environment, GlobalOptions global, Path path) {

  private record Allowed(List<RuleId> allowed) {}

  /** {@return the exit code} */
  int allow(List<String> rules) {
    CodeReview review = CodeReviews.of(environment, path);
    List<RuleId> wanted = rules.stream().map(review::ruleNamed).distinct().toList();
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      RefusedRules.allow(
          wiring.stores().memory(),
          review.repository().id(),
          wanted,
          environment.clock().instant());
    }
    String names = wanted.stream().map(RuleId::value).collect(Collectors.joining(", "));
    Results.print(
        environment.out(),
        global.format(),
        () -> new Allowed(wanted),
        () -> "%s: fixed again in this repository from now on.%n".formatted(names));
    return ExitCode.DONE;
  }
}
