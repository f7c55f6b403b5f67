package io.kirolinter.agents.fix;

import io.kirolinter.agents.fix.apply.TreeUndo;
import io.kirolinter.agents.fix.classpath.ClassPaths;
import io.kirolinter.agents.fix.classpath.LibraryFolders;
import io.kirolinter.agents.fix.classpath.SourceLevels;
import io.kirolinter.agents.fix.compile.CompilerGate;
import io.kirolinter.agents.fix.gate.StateGate;
import io.kirolinter.agents.fix.verify.VerifyGate;
import io.kirolinter.agents.integrate.OpenProposals;
import io.kirolinter.agents.integrate.Proposals;
import io.kirolinter.agents.integrate.StaleProposals;
import io.kirolinter.agents.outcome.FixTraces;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.review.JavaRules;
import io.kirolinter.agents.review.RiskOrder;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.experience.Experience;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.step.KnownOptions;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Step {@code fix}: makes the fixes of the review, and drops those that fail a check. Where a later
 * step takes the fixes on, it writes nothing. Else it puts them where the run wants them: into
 * clean files of the checkout, after the originals were kept; or onto a branch of their own.
 *
 * <p>A second attempt finds what the first one wrote. Taking it back restores the files byte for
 * byte, or fails and leaves all as they are if somebody has edited one since.
 */
public final class FixStep implements Step {

  private static final StepDescription DESCRIPTION =
      StepDescription.of("fix", "Fixes what can be fixed safely, and proves it.")
          .requiring(ArtifactType.REVIEW)
          .using(ArtifactType.RISK_RANKING)
          .producing(ArtifactType.FIX_SET)
          .changingFiles()
          .taking(KnownOptions.MAX_FIXES, KnownOptions.MAX_LINES, KnownOptions.MAX_FILES);

  private final FixEngine engine;
  private final String rulesVersion;
  private final FixLevel level;
  private final LibraryFolders libraries;

  private FixStep(FixEngine engine, String rulesVersion, FixLevel level, LibraryFolders libraries) {
    this.engine = engine;
    this.rulesVersion = rulesVersion;
    this.level = level;
    this.libraries = libraries;
  }

  /**
   * {@return the step with the safe fixes of all rules of the java analyzer}
   *
   * @param workers how many threads fix files at once; 1 or more
   */
  public static FixStep withAllRules(int workers) {
    String version = JavaAnalyzer.withAllRules(workers).version().orElse("");
    return of(FixEngine.of(JavaRules.all(), workers), version, FixLevel.SAFE);
  }

  /**
   * {@return the step with an engine}
   *
   * @param rulesVersion a text that changes with the engine's rules; what was fixed under it before
   *     may be remembered; empty if nothing must be
   * @param level fixes up to this level are applied: safe ones, or unsafe ones too
   */
  public static FixStep of(FixEngine engine, String rulesVersion, FixLevel level) {
    return new FixStep(engine, rulesVersion, level, LibraryFolders.none());
  }

  /** {@return the same step, which compiles with libraries that lie in these folders} */
  public FixStep withLibraries(LibraryFolders folders) {
    return new FixStep(engine, rulesVersion, level, folders);
  }

  @Override
  public StepDescription description() {
    return DESCRIPTION;
  }

  @Override
  public StepPreview preview(StepContext context) {
    FixRequest whole = whole(context);
    FixRequest request = withoutProposed(context, whole);
    Optional<String> obstacle =
        request.fixable().isEmpty() ? Optional.of(nothing(whole)) : obstacle(context);
    return obstacle
        .map(why -> StepPreview.of("nothing: " + why))
        .orElseGet(
            () ->
                FixPreview.of(
                    request,
                    new FixPlacement(context).inWords(),
                    context.plan().options().verifyCommand()));
  }

  @Override
  public StepResult run(StepContext context) {
    FixRequest whole = whole(context);
    FixRequest request = withoutProposed(context, whole);
    if (request.fixable().isEmpty()) {
      return StepResult.nothingToDo(nothing(whole));
    }
    ChosenFixes chosen = ChosenFixes.of(context, request);
    if (chosen.request().fixable().isEmpty()) {
      return StepResult.nothingToDo(chosen.nothing());
    }
    Optional<String> obstacle = obstacle(context);
    if (obstacle.isPresent()) {
      return StepResult.refused(obstacle.get());
    }
    FixSet made = explained(context, chosen.request());
    FixSet fixes =
        made.withWaiting(made.waiting() + whole.fixable().size() - request.fixable().size());
    return told(
        chosen.remark() + whole.heldBack().remark(),
        new FixPlacement(context).place(fixes, chosen.request().fixable().size()));
  }

  private FixRequest whole(StepContext context) {
    return FixRequest.safe(context.snapshot(), mostWantedFirst(context))
        .withLevel(level)
        .withLimits(limits(context.plan().options()))
        .withLevels(SourceLevels.of(context.snapshot(), context.repository(), libraries))
        .heardBy(context.progress(), context.cancellation());
  }

  private static String nothing(FixRequest whole) {
    return "none of the %d findings has a fix that may be applied"
            .formatted(whole.findings().size())
        + whole.heldBack().remark();
  }

  private static StepResult told(String remark, StepResult result) {
    return result instanceof StepResult.Done done
        ? new StepResult.Done(done.artifact(), done.summary() + remark)
        : result;
  }

  private FixSet explained(StepContext context, FixRequest request) {
    Optional<String> command = context.plan().options().verifyCommand();
    return new Evidence(context.snapshot(), request.fixable(), rulesVersion, command)
        .addedTo(fixes(context, request));
  }

  private static FixLimits limits(RunOptions options) {
    return new FixLimits(options.maxFixes(), options.maxLines(), options.maxFiles());
  }

  /** What waits on the branch of another run, where it can be merged, is not proposed twice. */
  private static FixRequest withoutProposed(StepContext context, FixRequest request) {
    Optional<CommitId> base = context.plan().baseCommit();
    if (base.isEmpty() || context.plan().options().apply() != ApplyTarget.BRANCH) {
      return request;
    }
    StaleProposals stale = StaleProposals.of(context);
    OpenProposals open = OpenProposals.of(context.repository(), base.get(), context.runId(), stale);
    return request.withFindings(stale.first(open.leftOf(request.fixable())));
  }

  @Override
  public void undo(StepContext context) {
    TreeUndo.restore(context.folder(), context.repository().location());
    Optional<CommitId> base = context.plan().baseCommit();
    if (base.isPresent() && new FixPlacement(context).target() == ApplyTarget.BRANCH) {
      Proposals.withdraw(context.repository(), context.runId(), base.get());
    }
    FixTraces.withdrawn(context);
  }

  /** Fixes that people liked, then the others, last those that many were against; each by risk. */
  private static List<Finding> mostWantedFirst(StepContext context) {
    RiskOrder risks = RiskOrder.of(context);
    Map<RuleId, Integer> order =
        Experience.of(context.memory(), context.repository().id()).order(context.clock().instant());
    return context.required(ArtifactType.REVIEW).findings().stream()
        .sorted(
            Comparator.comparingInt((Finding one) -> order.getOrDefault(one.rule(), 0))
                .thenComparingInt(one -> risks.rankOf(one.path())))
        .toList();
  }

  private static Optional<String> obstacle(StepContext context) {
    boolean verifies = context.plan().options().verifyCommand().isPresent();
    if (verifies && context.snapshot().commit().isEmpty()) {
      return Optional.of(
          "the verify command needs a commit that can be checked out; there is none");
    }
    boolean bare = context.repository().kind() == RepositoryKind.GIT_BARE;
    return bare && new FixPlacement(context).target() == ApplyTarget.TREE
        ? Optional.of("a bare repository has no files to write the fixes to; apply to a branch")
        : Optional.empty();
  }

  private FixSet fixes(StepContext context, FixRequest request) {
    ClassPaths paths = ClassPaths.of(context.snapshot(), context.repository(), libraries);
    StateGate compiler = CompilerGate.of(context.snapshot()).with(paths);
    Optional<String> command = context.plan().options().verifyCommand();
    if (command.isPresent()) {
      return verified(context, request, compiler, command.get());
    }
    FixRequest checked = request.withGates(List.of(compiler));
    FixCache cache = new FixCache(context.cache(), rulesVersion, libraries);
    return cache.get(checked).orElseGet(() -> fixedAndKept(checked, cache, paths));
  }

  private FixSet fixedAndKept(FixRequest request, FixCache cache, ClassPaths paths) {
    FixSet fixes = engine.fix(request);
    cache.put(request, fixes, paths.asked());
    return fixes;
  }

  private FixSet verified(
      StepContext context, FixRequest request, StateGate compiler, String command) {
    try (VerifyGate verify =
        VerifyGate.of(
            context.repository(),
            context.snapshot().commit().orElseThrow(),
            command,
            VerifyGate.STANDARD_LIMIT,
            context.folder(),
            context.cancellation())) {
      return engine.fix(request.withGates(List.of(compiler, verify)));
    }
  }
}
