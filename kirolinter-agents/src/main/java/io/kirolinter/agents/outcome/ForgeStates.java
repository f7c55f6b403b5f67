package io.kirolinter.agents.outcome;

import io.kirolinter.agents.forge.ForgeLink;
import io.kirolinter.agents.forge.Forges;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.forge.PullRequest;
import io.kirolinter.core.step.StepContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a forge says of proposals. It is asked only in a run that may talk to it, once for all, and
 * for a few one by one. For one thread.
 */
final class ForgeStates {

  private static final int MOST_SINGLE = 20;

  private final Optional<ForgeLink> link;
  private final Map<String, PullRequest.State> states = new HashMap<>();
  private Optional<String> trouble = Optional.empty();
  private boolean asked;
  private int single;

  private ForgeStates(Optional<ForgeLink> link) {
    this.link = link;
  }

  static ForgeStates of(StepContext context, Forges forges) {
    if (context.plan().options().publication().isEmpty()) {
      return new ForgeStates(Optional.empty());
    }
    try {
      return new ForgeStates(Optional.of(forges.link(context.repository())));
    } catch (KiroLinterException e) {
      return new ForgeStates(Optional.empty()); // the step that publishes says what is missing
    }
  }

  /**
   * {@return what became of the pull request of a branch; empty if there is none, or nobody says}
   */
  Optional<PullRequest.State> of(String branch) {
    if (link.isEmpty() || trouble.isPresent()) {
      return Optional.empty();
    }
    try {
      askAll(branch);
      if (!states.containsKey(branch) && single++ < MOST_SINGLE) {
        link.get().forge().ofBranch(branch).ifPresent(one -> states.put(branch, one.state()));
      }
      return Optional.ofNullable(states.get(branch));
    } catch (KiroLinterException e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** {@return why the forge could not be asked} */
  Optional<String> trouble() {
    return trouble;
  }

  private void askAll(String branch) {
    if (!asked) {
      asked = true;
      link.orElseThrow()
          .forge()
          .pullRequests(branch.substring(0, branch.indexOf('/')))
          .forEach(one -> states.putIfAbsent(one.branch(), one.state()));
    }
  }
}
