package io.kirolinter.core.step;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a step is, for people and for the check of a template.
 *
 * @param name kebab-case; stored in runs, so never changed
 * @param sentence what it does, for people
 * @param requires artifacts that an earlier step must have produced
 * @param uses artifacts that it takes into account where they are there
 * @param produces the artifact that it hands to later steps, if any
 * @param effect what it does to the repository
 * @param criticality what its failure means, where a template does not say otherwise
 * @param options what a template may settle for it
 */
public record StepDescription(
    String name,
    String sentence,
    Set<ArtifactType<?>> requires,
    Set<ArtifactType<?>> uses,
    Optional<ArtifactType<?>> produces,
    Effect effect,
    Criticality criticality,
    List<StepOption> options) {

  public StepDescription {
    options = List.copyOf(options);
    requireNonNull(effect, "effect");
    requireNonNull(criticality, "criticality");
    requires = Set.copyOf(requires);
    uses = Set.copyOf(uses);
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("step name must be kebab-case, was '" + name + "'");
    }
    if (!sentence.endsWith(".")) {
      throw new IllegalArgumentException("step sentence ends with a full stop, was: " + sentence);
    }
  }

  /** A step that has no options. */
  public StepDescription(
      String name,
      String sentence,
      Set<ArtifactType<?>> requires,
      Set<ArtifactType<?>> uses,
      Optional<ArtifactType<?>> produces,
      Effect effect,
      Criticality criticality) {
    this(name, sentence, requires, uses, produces, effect, criticality, List.of());
  }

  /** {@return a description of a critical step that only reads, and needs and gives nothing} */
  public static StepDescription of(String name, String sentence) {
    return new StepDescription(
        name, sentence, Set.of(), Set.of(), Optional.empty(), Effect.READS, Criticality.CRITICAL);
  }

  public StepDescription requiring(ArtifactType<?>... types) {
    return new StepDescription(
        name, sentence, Set.of(types), uses, produces, effect, criticality, options);
  }

  public StepDescription using(ArtifactType<?>... types) {
    return new StepDescription(
        name, sentence, requires, Set.of(types), produces, effect, criticality, options);
  }

  public StepDescription producing(ArtifactType<?> type) {
    return new StepDescription(
        name, sentence, requires, uses, Optional.of(type), effect, criticality, options);
  }

  public StepDescription changingFiles() {
    return new StepDescription(
        name, sentence, requires, uses, produces, Effect.CHANGES, criticality, options);
  }

  public StepDescription optional() {
    return new StepDescription(
        name, sentence, requires, uses, produces, effect, Criticality.OPTIONAL, options);
  }

  /** {@return the same step, which takes these options} */
  public StepDescription taking(StepOption... wanted) {
    return new StepDescription(
        name, sentence, requires, uses, produces, effect, criticality, List.of(wanted));
  }
}
