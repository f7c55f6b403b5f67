package io.kirolinter.core.artifact;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A kind of artifact, by which steps find each other.
 *
 * @param name kebab-case; stored, so never derived from a class name and never changed
 */
public record ArtifactType<T extends Artifact>(String name, Class<T> type) {

  public static final ArtifactType<RiskRanking> RISK_RANKING =
      of("risk-ranking", RiskRanking.class);
  public static final ArtifactType<Review> REVIEW = of("review", Review.class);
  public static final ArtifactType<FixSet> FIX_SET = of("fix-set", FixSet.class);
  public static final ArtifactType<Proposal> PROPOSAL = of("proposal", Proposal.class);
  public static final ArtifactType<Lessons> LESSONS = of("lessons", Lessons.class);
  public static final ArtifactType<Notices> NOTICES = of("notices", Notices.class);

  public ArtifactType {
    requireNonNull(type, "type");
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("artifact type must be kebab-case, was '" + name + "'");
    }
  }

  public static <T extends Artifact> ArtifactType<T> of(String name, Class<T> type) {
    return new ArtifactType<>(name, type);
  }

  /** {@return the types of the built-in steps} */
  public static List<ArtifactType<?>> builtIn() {
    return List.of(RISK_RANKING, REVIEW, FIX_SET, PROPOSAL, LESSONS, NOTICES);
  }

  @Override
  public String toString() {
    return name;
  }
}
