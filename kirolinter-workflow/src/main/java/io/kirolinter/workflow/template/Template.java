package io.kirolinter.workflow.template;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.condition.Condition;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.step.KnownOptions;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepOption;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A named list of steps. Runs pin it, so that changing a template changes no run that has started.
 *
 * @param name lower case with underscores, such as {@code full_review}
 * @param version another one with every change of the steps; 1 or more
 * @param sentence what it is for, for people
 */
public record Template(
    String name, int version, String sentence, List<PlannedStep> steps, Scope scope) {

  public Template {
    requireNonNull(sentence, "sentence");
    requireNonNull(scope, "scope");
    steps = List.copyOf(steps);
    if (!name.matches("[a-z][a-z0-9]*([_-][a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "template name must be lower case with underscores, was '" + name + "'");
    }
    if (version < 1) {
      throw new IllegalArgumentException("template version must be >= 1, was " + version);
    }
  }

  /**
   * Makes a template of steps that are there. Each is as critical as its own description says, and
   * is tried as often as {@link RetryPolicy#standard()} says, without a time limit.
   *
   * @param available the steps that the agents offer
   * @throws io.kirolinter.core.error.InvalidRequestException if the check of the template fails
   */
  public static Template of(
      String name, String sentence, List<String> steps, Collection<StepDescription> available) {
    TemplateCheck check = new TemplateCheck(available);
    List<PlannedStep> planned =
        steps.stream()
            .map(step -> check.describe(name, step))
            .map(step -> new PlannedStep(step.name(), step.criticality(), RetryPolicy.standard()))
            .toList();
    Template template = new Template(name, 1, sentence, planned, Scope.everything());
    check.check(template);
    return template;
  }

  /** {@return the names of the steps, in their order} */
  public List<String> stepNames() {
    return steps.stream().map(PlannedStep::name).toList();
  }

  /**
   * {@return where fixes go unless the user says otherwise: to a branch if the template integrates,
   * to the checkout if it only fixes, nowhere if it does neither}
   */
  public ApplyTarget defaultTarget() {
    if (stepNames().contains("integrate")) {
      return ApplyTarget.BRANCH;
    }
    return stepNames().contains("fix") ? ApplyTarget.TREE : ApplyTarget.NONE;
  }

  /**
   * {@return the options of a run of this template where nobody says otherwise: those usual for the
   * target, with what the steps settle}
   */
  public RunOptions optionsFor(ApplyTarget target) {
    RunOptions options = RunOptions.applyingTo(target).withAnalyzers(analyzers());
    OptionalInt lines = limit(KnownOptions.MAX_LINES);
    OptionalInt files = limit(KnownOptions.MAX_FILES);
    options = options.withMaxFixes(limit(KnownOptions.MAX_FIXES));
    options = lines.isPresent() ? options.withMaxLines(lines) : options;
    return files.isPresent() ? options.withMaxFiles(files) : options;
  }

  /** {@return the analyzers that its steps settle; empty if they settle none} */
  public List<String> analyzers() {
    return values(KnownOptions.ANALYZERS).toList();
  }

  private OptionalInt limit(StepOption option) {
    return values(option).mapToInt(Integer::parseInt).min();
  }

  private Stream<String> values(StepOption option) {
    return steps.stream()
        .flatMap(step -> step.options().getOrDefault(option.name(), List.of()).stream());
  }

  /**
   * {@return this template with a version that is made of its steps and its scope, so that the same
   * content has the same version everywhere}
   */
  public Template versionedByContent() {
    String content = Json.write(new Content(steps, scope));
    String hash = ContentHash.of(content.getBytes(StandardCharsets.UTF_8)).value();
    int number = Integer.parseUnsignedInt(hash.substring(0, 8), 16);
    return withVersion(Math.max(1, number & Integer.MAX_VALUE));
  }

  /** What makes a difference to a run. */
  private record Content(List<PlannedStep> steps, Scope scope) {}

  public Template withVersion(int wanted) {
    return new Template(name, wanted, sentence, steps, scope);
  }

  public Template withScope(Scope wanted) {
    return new Template(name, version, sentence, steps, wanted);
  }

  /**
   * {@return this template with another criticality and retry policy for one of its steps}
   *
   * @throws InvalidRequestException if it has no such step
   */
  public Template withStep(String step, Criticality criticality, RetryPolicy retry) {
    return withStep(step, known -> known.withCriticality(criticality).withRetry(retry));
  }

  /**
   * {@return this template with a time limit for each attempt of one of its steps}
   *
   * @throws InvalidRequestException if it has no such step
   */
  public Template withTimeLimit(String step, Duration limit) {
    return withStep(step, known -> known.withTimeLimit(limit));
  }

  /**
   * {@return this template with one of its steps run only if all of these hold}
   *
   * @throws InvalidRequestException if it has no such step
   */
  public Template withWhen(String step, Condition... conditions) {
    return withStep(step, known -> known.withWhen(List.of(conditions)));
  }

  /**
   * {@return this template with an option settled for one of its steps}
   *
   * @throws InvalidRequestException if it has no such step
   */
  public Template withOption(String step, StepOption option, String... values) {
    return withStep(step, known -> known.withOptions(with(known.options(), option, values)));
  }

  private static Map<String, List<String>> with(
      Map<String, List<String>> options, StepOption option, String... values) {
    Map<String, List<String>> more = new HashMap<>(options);
    more.put(option.name(), List.of(values));
    return more;
  }

  /**
   * A change of a step that is not there would change nothing, and nobody would notice.
   *
   * @throws InvalidRequestException if the template has no such step
   */
  private Template withStep(String step, UnaryOperator<PlannedStep> change) {
    if (!stepNames().contains(step)) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("change", "template", name)
              .found("it has no step '%s'".formatted(step))
              .expected("one of its steps")
              .remedy(NearestName.hint(step, stepNames())));
    }
    List<PlannedStep> changed =
        steps.stream()
            .map(known -> known.name().equals(step) ? change.apply(known) : known)
            .toList();
    return new Template(name, version, sentence, changed, scope);
  }
}
