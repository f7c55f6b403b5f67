package io.kirolinter.core.artifact;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.CommitId;
import java.util.List;
import java.util.Optional;

/**
 * Fixes as commits on a branch of the repository, waiting for people.
 *
 * @param branch such as {@code kirolinter/20261122-181530-4f2ac1}
 * @param commits one per rule, the oldest first
 * @param title of the pull request
 * @param body of the pull request, Markdown
 * @param textFile where title and body were written for people to copy
 * @param pullRequest where people see it on the forge; empty if it is not there
 */
public record Proposal(
    String branch,
    CommitId base,
    CommitId head,
    List<RuleCommit> commits,
    String title,
    String body,
    String textFile,
    Optional<String> pullRequest)
    implements Artifact {

  /** The commit that holds all fixes of one rule. */
  public record RuleCommit(RuleId rule, CommitId id, int fixes) {}

  public Proposal {
    commits = List.copyOf(commits);
    requireNonNull(pullRequest, "pullRequest");
  }

  /** A proposal that is on no forge. */
  public Proposal(
      String branch,
      CommitId base,
      CommitId head,
      List<RuleCommit> commits,
      String title,
      String body,
      String textFile) {
    this(branch, base, head, commits, title, body, textFile, Optional.empty());
  }

  /** {@return the same proposal, which people can see at an address} */
  public Proposal at(String url) {
    return new Proposal(branch, base, head, commits, title, body, textFile, Optional.of(url));
  }
}
