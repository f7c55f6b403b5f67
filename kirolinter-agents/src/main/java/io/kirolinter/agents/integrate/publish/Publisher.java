package io.kirolinter.agents.integrate.publish;

import io.kirolinter.agents.forge.ForgeLink;
import io.kirolinter.agents.git.Branches.BranchCommit;
import io.kirolinter.agents.integrate.publish.RemoteBranch.Push;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.forge.PullRequest;
import io.kirolinter.core.forge.PullRequestDraft;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Publication;
import io.kirolinter.core.settings.ProposalSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Turns branches into pull requests: each into one, however often it is called. It opens no more
 * than the limits allow, leaves alone what a person has committed to or decided about, and closes
 * what nobody needs any more. For one thread.
 */
public final class Publisher {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final String MARKER = "<!-- kirolinter-status -->";

  private final Setting setting;
  private final ForgeLink link;
  private final RemoteBranch branches;
  private final Map<String, String> urls = new LinkedHashMap<>();
  private final Set<String> pushed = new HashSet<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<String> problem = Optional.empty();

  /**
   * Where and how it is published.
   *
   * @param folder of branches, such as {@code kirolinter}
   * @param isOwn tells the commits of the product
   */
  public record Setting(
      Repository repository,
      String folder,
      Predicate<BranchCommit> isOwn,
      Publication publication,
      ProposalSettings limits,
      PublishLog log,
      Extras extras,
      InstantSource clock) {}

  public Publisher(ForgeLink link, Setting setting) {
    this.link = link;
    this.setting = setting;
    branches = new RemoteBranch(setting.repository(), link.remote(), setting.isOwn());
  }

  /**
   * Publishes branches, in their order.
   *
   * @param found all findings of the base, if it was looked at as a whole; with that, what has
   *     become moot is closed
   * @param base the commit that was looked at
   */
  public Published publish(
      List<Candidate> candidates, Optional<Set<Fingerprint>> found, CommitId base) {
    candidates.forEach(setting.log()::want);
    try {
      List<PullRequest> known = link.forge().pullRequests(setting.folder());
      List<PullRequest> standing =
          found.isPresent() && Target.isUsual(link, base)
              ? withoutMoot(known, found.get(), base)
              : known;
      Budget budget = budget(standing);
      for (Candidate candidate : candidates) {
        budget = published(candidate, standing, budget);
      }
    } catch (StoreException e) {
      problem = Optional.of(String.valueOf(e.getMessage()));
    }
    return new Published(urls, pushed, notes, problem);
  }

  /**
   * Takes a pull request back that was opened for a branch: closes it, and deletes the branch
   * there, unless a person has committed to it or decided about it.
   */
  public void withdraw(String branch, CommitId base) {
    Optional<PullRequest> known = link.forge().ofBranch(branch).filter(PullRequest::isOpen);
    if (known.isPresent() && branches.isOwn(branch, base)) {
      link.forge().comment(known.get(), MARKER, "Closed: the run that made this was taken back.");
      link.forge().close(known.get());
      branches.delete(branch);
    }
  }

  /** How many more may be opened, and how many of these, or rebased, in this hour. */
  private record Budget(long open, long hour) {

    boolean allows(Push push, boolean isOpen) {
      boolean opens = !isOpen;
      return (!opens || (open > 0 && hour > 0)) && (push != Push.REBASED || hour > 0);
    }

    Budget after(Push push, boolean isOpen) {
      boolean opens = !isOpen;
      return new Budget(open - (opens ? 1 : 0), hour - (opens || push == Push.REBASED ? 1 : 0));
    }
  }

  private Budget budget(List<PullRequest> known) {
    var since = setting.clock().instant().minus(HOUR);
    long opened = known.stream().filter(one -> one.openedAt().isAfter(since)).count();
    long open = known.stream().filter(PullRequest::isOpen).count();
    return new Budget(
        setting.limits().mostAtOnce() - open,
        setting.limits().mostPerHour() - opened - setting.log().rebasedSince(since));
  }

  /** What a forge or a hook says about one branch is no reason to leave the others. */
  private Budget published(Candidate candidate, List<PullRequest> known, Budget budget) {
    try {
      return attempted(candidate, known, budget);
    } catch (WorkFailedException e) {
      problem = problem.or(() -> Optional.of(String.valueOf(e.getMessage())));
      return budget;
    }
  }

  private Budget attempted(Candidate candidate, List<PullRequest> known, Budget budget) {
    Optional<PullRequest> existing = existing(candidate, known);
    existing.ifPresent(one -> urls.put(candidate.branch(), one.url()));
    if (existing.isPresent() && !existing.get().isOpen()) {
      notes.add("%s was decided about already, at %s".formatted(candidate.branch(), url(existing)));
      return budget;
    }
    Push push = branches.forecast(candidate);
    if (push == Push.LEFT) {
      leave(candidate, existing);
      return budget;
    }
    if (!budget.allows(push, existing.isPresent())) {
      notes.add(waiting(candidate));
      return budget;
    }
    String target = Target.of(link, candidate.base());
    push(candidate, push);
    pushed.add(candidate.branch());
    PullRequest opened = existing.orElseGet(() -> opened(candidate, target));
    urls.put(candidate.branch(), opened.url());
    update(opened, candidate);
    decorate(opened, candidate, push, target);
    if (push == Push.REBASED) {
      tell(opened, candidate);
    }
    return budget.after(push, existing.isPresent());
  }

  private void tell(PullRequest opened, Candidate candidate) {
    notes.add(
        "%s was made again from %s, as it could not be merged any more"
            .formatted(candidate.branch(), candidate.base().abbreviated()));
    link.forge()
        .comment(
            opened,
            MARKER,
            "Made again from %s: what was here could not be merged any more."
                .formatted(candidate.base().abbreviated()));
  }

  private static String url(Optional<PullRequest> one) {
    return one.map(PullRequest::url).orElse("");
  }

  /** The list holds no closed ones of long ago. */
  private Optional<PullRequest> existing(Candidate candidate, List<PullRequest> known) {
    return known.stream()
        .filter(one -> one.branch().equals(candidate.branch()))
        .findFirst()
        .or(() -> link.forge().ofBranch(candidate.branch()));
  }

  private void push(Candidate candidate, Push push) {
    if (push != Push.SAME) {
      branches.push(candidate);
    }
    if (push == Push.REBASED) {
      setting.log().rebased(candidate.branch(), candidate.head());
    }
  }

  private PullRequest opened(Candidate candidate, String target) {
    return link.forge()
        .open(
            new PullRequestDraft(
                candidate.branch(),
                target,
                Redaction.of(candidate.title()),
                FingerprintBlock.bodyOf(candidate),
                setting.publication()));
  }

  /** A text that a person has edited stays. */
  private void update(PullRequest known, Candidate candidate) {
    String title = Redaction.of(candidate.title());
    String body = FingerprintBlock.bodyOf(candidate);
    boolean same = known.title().equals(title) && sameText(known.body(), body);
    boolean own =
        FingerprintBlock.in(known.body())
            .map(block -> block.isUntouched(known.body()))
            .orElse(false);
    if (!same && own) {
      link.forge().edit(known, title, body);
    }
  }

  private static boolean sameText(String one, String other) {
    return one.replace("\r\n", "\n").strip().equals(other.strip());
  }

  private void decorate(PullRequest opened, Candidate candidate, Push push, String target) {
    if (push == Push.REBASED || !setting.log().isOpened(candidate.branch())) {
      notes.addAll(setting.extras().add(link.forge(), opened, candidate, target));
      setting.log().opened(candidate.branch(), opened.url());
    }
  }

  private void leave(Candidate candidate, Optional<PullRequest> existing) {
    notes.add("a person has committed to %s; it is left alone".formatted(candidate.branch()));
    existing.ifPresent(
        one ->
            link.forge()
                .comment(
                    one,
                    MARKER,
                    "A person has committed to this branch: KiroLinter leaves it alone."));
  }

  private String waiting(Candidate candidate) {
    return "%s waits for the limits of %d an hour and %d open; a later run opens it"
        .formatted(
            candidate.branch(), setting.limits().mostPerHour(), setting.limits().mostAtOnce());
  }

  /** {@return the pull requests that still stand; the others are closed, with a word why} */
  private List<PullRequest> withoutMoot(
      List<PullRequest> known, Set<Fingerprint> found, CommitId base) {
    return known.stream().filter(one -> !isMoot(one, found, base) || !isClosed(one, base)).toList();
  }

  /** What was found in a later commit than this may well not be found in this one. */
  private boolean isMoot(PullRequest one, Set<Fingerprint> found, CommitId base) {
    return one.isOpen()
        && FingerprintBlock.in(one.body())
            .filter(block -> !block.fingerprints().isEmpty())
            .filter(block -> block.fingerprints().stream().noneMatch(found::contains))
            .filter(block -> link.remote().isIn(block.base(), base))
            .isPresent();
  }

  private boolean isClosed(PullRequest moot, CommitId base) {
    try {
      if (!branches.isOwn(moot.branch(), base)) {
        return false;
      }
      link.forge()
          .comment(
              moot,
              MARKER,
              "Closed: none of the findings that this removes is found any more at %s."
                  .formatted(base.abbreviated()));
      link.forge().close(moot);
      branches.delete(moot.branch());
      notes.add("closed %s, as its findings are gone".formatted(moot.url()));
      return true;
    } catch (WorkFailedException e) {
      notes.add("%s could not be closed: %s".formatted(moot.url(), e.getMessage()));
      return false;
    }
  }
}
