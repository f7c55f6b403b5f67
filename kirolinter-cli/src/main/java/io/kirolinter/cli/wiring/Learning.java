package io.kirolinter.cli.wiring;

import io.kirolinter.agents.learn.Knowledge;
import io.kirolinter.agents.review.RefusedRules;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.experience.Experience;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunListener;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What was learned about one repository: to look again, to show, and to forget. */
public final class Learning {

  private static final String ALL = "all";
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

  private static final Template TEMPLATE =
      new Template(
          "learn_only",
          1,
          "Looks what became of fixes, and how people work.",
          List.of(
              new PlannedStep("analyze", Criticality.CRITICAL, RetryPolicy.standard()),
              new PlannedStep("learn", Criticality.CRITICAL, RetryPolicy.standard())),
          Scope.everything());

  private final Environment environment;
  private final Wiring wiring;
  private final Repository repository;

  public Learning(Environment environment, Wiring wiring, Repository repository) {
    this.environment = environment;
    this.wiring = wiring;
    this.repository = repository;
  }

  /**
   * What was forgotten.
   *
   * @param records how many things had been kept of it
   */
  public record Forgotten(String what, int records) {}

  /** {@return the run that has looked; it changes nothing, and is not kept} */
  public Run look() throws InterruptedException {
    try (Coordinator coordinator =
        wiring.coordinator(
            RunListener.none(), environment.err(), Templates.builtIn().with(TEMPLATE))) {
      RunRequest request =
          RunRequest.autonomous().withOptions(RunOptions.applyingTo(ApplyTarget.NONE));
      Run run = coordinator.run(TEMPLATE.name(), repository, request);
      wiring.stores().journal().delete(run.id()); // a look, which is not to count as a workflow
      return run;
    }
  }

  public Knowledge known() {
    return Knowledge.of(memory(), repository.id(), environment.clock().instant());
  }

  /**
   * Forgets what was learned about a rule, a fix, or all.
   *
   * @throws InvalidRequestException if it is none of these
   */
  public Forgotten forget(String what) {
    Experience experience = Experience.of(memory(), repository.id());
    if (what.equals(ALL)) {
      allow(RefusedRules.of(memory(), repository.id()));
      return new Forgotten(what, experience.forgetAll());
    }
    if (FINGERPRINT.matcher(what).matches()) {
      return new Forgotten(what, experience.forget(new Fingerprint(what)));
    }
    RuleId rule = rule(what);
    int answers = RefusedRules.of(memory(), repository.id()).contains(rule) ? 1 : 0;
    allow(answers == 0 ? Set.of() : Set.of(rule));
    return new Forgotten(what, experience.forget(rule) + answers);
  }

  private void allow(Set<RuleId> rules) {
    RefusedRules.allow(memory(), repository.id(), rules, environment.clock().instant());
  }

  private static RuleId rule(String what) {
    try {
      return RuleId.of(what);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("forget", "learned", what)
              .found("it is neither a rule nor a fingerprint")
              .expected("the id of a rule, 16 hex digits, or 'all'")
              .remedy("'kirolinter agent learn --show' lists them."),
          e);
    }
  }

  private PatternMemory memory() {
    return wiring.stores().memory();
  }
}
