package io.kirolinter.agents.integrate.publish;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.forge.CommitCheck;
import io.kirolinter.core.forge.Forge;
import io.kirolinter.core.forge.PullRequest;
import io.kirolinter.core.forge.Reviewers;
import io.kirolinter.core.settings.ProposalSettings;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What makes a pull request easier to find and to trust: labels, reviewers, a check, findings. None
 * of it is so important that the pull request would fail without it.
 */
public final class Extras {

  private static final String CHECK = "kirolinter";

  private final ProposalSettings settings;
  private final Function<List<SourcePath>, Reviewers> reviewers;
  private final Evidence evidence;

  /**
   * What is known of the fixes of a branch.
   *
   * @param branches that it is about; the findings are handed over with the first of them
   * @param sentence which checks they passed, for people; empty if that is not known
   * @param findings what the review has found in the commit that the fixes start from, as SARIF
   */
  public record Evidence(List<String> branches, String sentence, Supplier<String> findings) {

    public Evidence {
      branches = List.copyOf(branches);
    }
  }

  public Extras(
      ProposalSettings settings,
      Function<List<SourcePath>, Reviewers> reviewers,
      Evidence evidence) {
    this.settings = settings;
    this.reviewers = reviewers;
    this.evidence = evidence;
  }

  /** {@return what could not be done, for people} */
  List<String> add(Forge forge, PullRequest opened, Candidate candidate, String target) {
    List<String> notes = new ArrayList<>();
    if (!candidate.labels().isEmpty()) {
      attempt("labels", notes, () -> forge.label(opened, candidate.labels()));
    }
    if (settings.asksReviewers()) {
      attempt(
          "reviewers", notes, () -> forge.askReview(opened, reviewers.apply(candidate.paths())));
    }
    if (evidence.branches().contains(candidate.branch())) {
      prove(forge, candidate, target, notes);
    }
    return notes;
  }

  private void prove(Forge forge, Candidate candidate, String target, List<String> notes) {
    CommitCheck check = new CommitCheck(candidate.head(), CHECK, true, evidence.sentence());
    attempt("check", notes, () -> forge.report(check));
    if (settings.uploadsFindings() && candidate.branch().equals(evidence.branches().get(0))) {
      attempt(
          "findings",
          notes,
          () -> {
            if (!forge.upload(candidate.base(), target, evidence.findings().get())) {
              notes.add(forge.project() + " takes no findings");
            }
          });
    }
  }

  private static void attempt(String what, List<String> notes, Runnable work) {
    try {
      work.run();
    } catch (WorkFailedException | StoreException e) {
      notes.add("without " + what + ", as: " + Optional.ofNullable(e.getMessage()).orElse(""));
    }
  }
}
