package io.kirolinter.core.artifact;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.CommitId;
import java.util.ArrayList;
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
 * @param others further proposals of the same run, where its fixes were too many to be reviewed at
 *     once; these have no others
 */
public record Proposal(
    String branch,
    CommitId base,
    CommitId head,
    List<RuleCommit> commits,
    String title,
    String body,
    String textFile,
    Optional<String> pullRequest,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Proposal> others)
    implements Artifact {

  /** The commit that holds all fixes of one rule. */
  public record RuleCommit(RuleId rule, CommitId id, int fixes) {}

  public Proposal {
    commits = List.copyOf(commits);
    requireNonNull(pullRequest, "pullRequest");
    others = List.copyOf(others);
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
    this(branch, base, head, commits, title, body, textFile, Optional.empty(), List.of());
  }

  /** {@return the same proposal, which people can see at an address} */
  public Proposal at(String url) {
    return new Proposal(
        branch, base, head, commits, title, body, textFile, Optional.of(url), others);
  }

  /** {@return the same proposal with further ones beside it} */
  public Proposal beside(List<Proposal> further) {
    return new Proposal(branch, base, head, commits, title, body, textFile, pullRequest, further);
  }

  /** {@return this one without others, and the others} */
  public List<Proposal> all() {
    List<Proposal> all = new ArrayList<>(List.of(beside(List.of())));
    all.addAll(others);
    return List.copyOf(all);
  }
}
