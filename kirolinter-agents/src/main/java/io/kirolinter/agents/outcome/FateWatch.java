package io.kirolinter.agents.outcome;

import io.kirolinter.agents.forge.Forges;
import io.kirolinter.agents.git.Branches.BranchCommit;
import io.kirolinter.agents.git.LandedCommits;
import io.kirolinter.agents.integrate.publish.PublishLog;
import io.kirolinter.agents.outcome.FateEvidence.Ruling;
import io.kirolinter.core.experience.Fate;
import io.kirolinter.core.experience.FixFate;
import io.kirolinter.core.experience.FixFates;
import io.kirolinter.core.experience.FixTrace;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.step.StepContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sees what became of fixes that earlier runs proposed, by what is in the base now: first by git,
 * then by what a forge says. What cannot be told stays open. A fix that was merged is watched for
 * half a year more, as it may be reverted. Looking twice changes nothing. For one thread.
 */
public final class FateWatch {

  private static final Duration REVERT_WATCH = Duration.ofDays(180);
  private static final int MOST_UNDONE = 1_000;
  private static final String RUN = "KiroLinter-Run: ";
  private static final Pattern UNDONE = Pattern.compile("^Run (\\S+) was undone");
  private static final Pattern REVERTS = Pattern.compile("This reverts commit ([0-9a-f]{40,64})");

  private final StepContext context;
  private final Looked looked;
  private final FixFates fates;
  private final CommitId base;
  private final LandedCommits history;
  private final ForgeStates forge;
  private final Set<String> onForge;
  private final List<BranchCommit> own;
  private final Set<RunId> undone;
  private final Map<SourcePath, String> texts = new HashMap<>();
  private final Map<String, String> reverts = new HashMap<>();

  private FateWatch(
      StepContext context, Looked looked, Forges forges, CommitId base, CommitId oldest) {
    this.context = context;
    this.looked = looked;
    this.base = base;
    fates = FixFates.of(context.memory(), context.repository().id());
    history = LandedCommits.in(context.repository(), base, oldest);
    forge = ForgeStates.of(context, forges);
    onForge = new PublishLog(context.memory(), context.repository().id(), context.clock()).opened();
    own = history.commits().stream().filter(one -> one.message().contains(RUN)).toList();
    undone = undone(context);
    for (BranchCommit commit : history.commits()) {
      Matcher named = REVERTS.matcher(commit.message());
      while (named.find()) {
        reverts.putIfAbsent(named.group(1), commit.id().abbreviated());
      }
    }
  }

  /**
   * Looks at all fixes that may have another fate now, and remembers it.
   *
   * @return why something could not be asked; empty if all could
   */
  public static Optional<String> look(StepContext context, Looked looked, Forges forges) {
    Optional<CommitId> base = context.plan().baseCommit();
    Instant now = context.clock().instant();
    List<FixFate> watched =
        FixFates.of(context.memory(), context.repository().id()).all().stream()
            .filter(one -> isWatched(one, now) && !one.trace().run().equals(context.runId()))
            .toList();
    if (base.isEmpty() || watched.isEmpty()) {
      return Optional.empty();
    }
    CommitId oldest =
        watched.stream()
            .map(FixFate::trace)
            .min(Comparator.comparing(FixTrace::at))
            .map(FixTrace::base)
            .orElseThrow();
    FateWatch watch = new FateWatch(context, looked, forges, base.get(), oldest);
    watched.forEach(watch::look);
    return watch.forge.trouble();
  }

  private static boolean isWatched(FixFate one, Instant now) {
    return switch (one.fate()) {
      case OPEN, WITHDRAWN, CLOSED -> true;
      case MERGED, MERGED_WITH_CHANGES -> one.since().isAfter(now.minus(REVERT_WATCH));
      default -> false;
    };
  }

  private void look(FixFate known) {
    FixTrace fix = known.trace();
    if (undone.contains(fix.run()) && !known.fate().isMerge()) {
      change(known, new Ruling(Fate.UNDONE, "a person took back run " + fix.run()));
    } else if (known.fate() != Fate.WITHDRAWN && history.hold(fix.base())) {
      ruling(known).ifPresent(now -> change(known, now));
    }
  }

  private Optional<Ruling> ruling(FixFate known) {
    if (known.fate().isMerge()) {
      boolean isLater = known.seenIn().map(history::hold).orElse(false);
      return isLater ? evidence(known.trace(), true).afterMerge() : Optional.empty();
    }
    Ruling now = evidence(known.trace(), false).first();
    boolean isNews = known.fate() == Fate.OPEN || now.fate().isMerge();
    return Optional.of(now).filter(one -> isNews && one.fate() != Fate.OPEN);
  }

  private void change(FixFate known, Ruling now) {
    fates.changed(known, now.fate(), now.why(), Optional.of(base), context.clock().instant());
  }

  private FateEvidence evidence(FixTrace fix, boolean merged) {
    boolean there = fix.after().isIn(text(fix.path()));
    Optional<BranchCommit> landing = merged ? Optional.empty() : landing(fix);
    return new FateEvidence(
        there,
        !there && landing.isPresent() && stoodIn(fix, landing.get()),
        landing.map(one -> "it came with commit " + one.id().abbreviated()),
        revert(fix, landing),
        looked.of(fix),
        merged || landing.isPresent() || there ? Optional.empty() : fix.branch().flatMap(forge::of),
        fix.branch().map(branch -> isGone(fix, branch)).orElse(false));
  }

  private boolean stoodIn(FixTrace fix, BranchCommit landing) {
    return history
        .landing(landing.id())
        .flatMap(commit -> history.text(commit, fix.path()))
        .filter(fix.after()::isIn)
        .isPresent();
  }

  /** The commit of the fix itself, or one into which it was squashed and which still names it. */
  private Optional<BranchCommit> landing(FixTrace fix) {
    return own.stream()
        .filter(commit -> names(commit.message(), fix))
        .findFirst()
        .or(() -> fix.head().filter(history::hold).map(head -> new BranchCommit(head, "", "")));
  }

  private static boolean names(String message, FixTrace fix) {
    return message.contains(fix.fingerprint().value())
        && message.lines().anyMatch((RUN + fix.run())::equals);
  }

  /** Of commits that name the fix, and of those by which they came in. */
  private Optional<String> revert(FixTrace fix, Optional<BranchCommit> landing) {
    if (reverts.isEmpty()) {
      return Optional.empty();
    }
    return own.stream()
        .filter(commit -> names(commit.message(), fix))
        .flatMap(commit -> Optional.ofNullable(reverts.get(commit.id().value())).stream())
        .findFirst()
        .or(() -> landing.flatMap(one -> Optional.ofNullable(reverts.get(one.id().value()))));
  }

  /** Only where the branch was made can its absence mean anything, and only if no forge has it. */
  private boolean isGone(FixTrace fix, String branch) {
    return fix.place().equals(FixTraces.placeOf(context.repository()))
        && !history.isBranch(branch)
        && !onForge.contains(branch);
  }

  private String text(SourcePath path) {
    return texts.computeIfAbsent(
        path,
        wanted ->
            context
                .snapshot()
                .file(wanted)
                .flatMap(file -> SourceText.decode(context.snapshot().read(file)))
                .map(SourceText::text)
                .orElse(""));
  }

  private static Set<RunId> undone(StepContext context) {
    return context
        .memory()
        .observations(context.repository().id(), "run-undone", MOST_UNDONE)
        .stream()
        .map(Observation::detail)
        .map(UNDONE::matcher)
        .filter(Matcher::find)
        .map(found -> RunId.of(found.group(1)))
        .collect(Collectors.toSet());
  }
}
