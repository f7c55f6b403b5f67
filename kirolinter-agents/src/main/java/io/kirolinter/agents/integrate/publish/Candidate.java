package io.kirolinter.agents.integrate.publish;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.source.SourcePath;
import java.util.List;

/**
 * A branch of this repository that is to become a pull request.
 *
 * @param base the commit that it starts from
 * @param head its newest commit
 * @param body Markdown, without what is for programs
 * @param fixed the findings that it removes
 * @param paths the files that it changes
 * @param labels what it is labelled with
 */
public record Candidate(
    String branch,
    CommitId base,
    CommitId head,
    String title,
    String body,
    List<Fixed> fixed,
    List<SourcePath> paths,
    List<String> labels) {

  /** A finding that is removed. */
  public record Fixed(RuleId rule, Fingerprint fingerprint) {}

  public Candidate {
    requireNonNull(branch, "branch");
    requireNonNull(base, "base");
    requireNonNull(head, "head");
    requireNonNull(title, "title");
    requireNonNull(body, "body");
    fixed = List.copyOf(fixed);
    paths = List.copyOf(paths);
    labels = List.copyOf(labels);
  }
}
