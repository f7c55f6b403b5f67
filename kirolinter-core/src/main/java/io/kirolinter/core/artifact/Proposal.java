package io.kirolinter.core.artifact;

import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.CommitId;
import java.util.List;

/**
 * Fixes as commits on a branch of the repository, waiting for people.
 *
 * @param branch such as {@code kirolinter/20261122-181530-4f2ac1}
 * @param commits one per rule, the oldest first
 * @param title of the pull request
 * @param body of the pull request, Markdown
 * @param textFile where title and body were written for people to copy
 */
public record Proposal(
    String branch,
    CommitId base,
    CommitId head,
    List<RuleCommit> commits,
    String title,
    String body,
    String textFile)
    implements Artifact {

  /** The commit that holds all fixes of one rule. */
  public record RuleCommit(RuleId rule, CommitId id, int fixes) {}

  public Proposal {
    commits = List.copyOf(commits);
  }
}
