package io.kirolinter.cli.command.fix;

import io.kirolinter.agents.fix.CodeFix;
import io.kirolinter.agents.fix.CodeFixRequest;
import io.kirolinter.agents.fix.FixOffer;
import io.kirolinter.agents.fix.PreparedFixes;
import io.kirolinter.agents.fix.apply.DirtyFiles;
import io.kirolinter.agents.fix.apply.FixHistory;
import io.kirolinter.agents.fix.apply.FixRecord;
import io.kirolinter.agents.review.CodeReview;
import io.kirolinter.agents.review.FilteredReview;
import io.kirolinter.agents.review.RefusedRules;
import io.kirolinter.agents.review.ReviewOptions;
import io.kirolinter.cli.dialogue.Answers;
import io.kirolinter.cli.dialogue.Colours;
import io.kirolinter.cli.dialogue.FileAnswers;
import io.kirolinter.cli.dialogue.FixDialogue;
import io.kirolinter.cli.dialogue.TypedAnswers;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.exit.Interrupts;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.ScopeOptions;
import io.kirolinter.cli.option.VerifyOptions;
import io.kirolinter.cli.output.FixJson;
import io.kirolinter.cli.output.FixText;
import io.kirolinter.cli.output.Format;
import io.kirolinter.cli.output.MarkdownText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.settings.EffectiveSettings;
import io.kirolinter.cli.wiring.CodeReviews;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.choice.FixChoices;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.trust.VerifyChoice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fixes files as they lie on disk, and takes that back. */
@Command(name = "fix", description = "Fix what can be fixed safely, in the files themselves.")
public final class FixCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "A file or folder; by default '.'.")
  Path path = Path.of(".");

  @Mixin ScopeOptions scope = new ScopeOptions();

  @Mixin VerifyOptions verify = new VerifyOptions();

  @Option(names = "--diff", description = "Write nothing; print the changes for 'git apply'.")
  boolean diff;

  @Option(names = "--unsafe", description = "Make fixes too that may change what the code does.")
  boolean unsafe;

  @Option(names = "--interactive", description = "Ask about each fix.")
  boolean interactive;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "Take the answers of --interactive from a file: y, n, a, d, u or q a line.")
  Optional<Path> answers = Optional.empty();

  @Option(names = "--max-fixes", paramLabel = "N", description = "The most fixes to make.")
  Optional<Integer> maxFixes = Optional.empty();

  @Option(
      names = "--allow-dirty",
      description = "Fix files too that have changes which are not committed.")
  boolean allowDirty;

  @Option(
      names = "--undo",
      arity = "0..1",
      fallbackValue = FixUndo.LAST,
      paramLabel = "ID",
      description = "Take back what 'fix' wrote: the last time, or the one with this name.")
  Optional<String> undo = Optional.empty();

  @Option(
      names = "--allow",
      split = ",",
      paramLabel = "RULE",
      description = "Make the fixes of these rules again, which an answer 'd' ruled out.")
  List<String> allow = new ArrayList<>();

  private final Environment environment;

  FixCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    refuseWhatCannotBeDone();
    if (undo.isPresent()) {
      return new FixUndo(environment, global, path).undo(undo.get());
    }
    if (!allow.isEmpty()) {
      return new RuleAllowance(environment, global, path).allow(allow);
    }
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      CodeReview review = CodeReviews.of(environment, path);
      try (Snapshot snapshot = review.snapshot()) {
        return fix(new Job(wiring, review, wiring.codeFix(review.repository())), snapshot);
      }
    }
  }

  private record Job(Wiring wiring, CodeReview review, CodeFix codeFix) {

    Repository repository() {
      return review.repository();
    }
  }

  private int fix(Job job, Snapshot snapshot) throws Exception {
    VerifyChoice verification = verifyChoice(snapshot, job.repository());
    verification.notice().ifPresent(this::warn);
    CodeFixRequest request = request(job.review(), verification.command());
    FixOffer offer = job.codeFix().offer(snapshot, found(job, snapshot, request), request);
    FixRecord record = job.wiring().nextFix(job.repository());
    Chosen chosen = chosen(offer);
    PreparedFixes done =
        Interrupts.during(
            request.cancellation(),
            () -> {
              PreparedFixes made =
                  job.codeFix().prepare(offer, chosen.accepted(), request, record.folder());
              return diff ? made : written(job, made, request, record);
            });
    if (!diff) {
      remember(chosen.refused(), job);
    }
    print(done, record, verification.notice());
    return ExitCode.DONE;
  }

  /** What settings exclude, suppress or know of old is not fixed either. */
  private AnalysisReport found(Job job, Snapshot snapshot, CodeFixRequest request) {
    ReviewOptions options =
        new ReviewOptions(
            Settings.none(),
            Wiring.userSettings(environment),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            environment.extensions().vocabulary());
    FilteredReview.Filtered filtered =
        FilteredReview.of(job.review(), options).report(snapshot, request.scope());
    if (!global.quiet()) {
      filtered.remarks().forEach(environment.err()::println);
    }
    return filtered.report();
  }

  private PreparedFixes written(
      Job job, PreparedFixes made, CodeFixRequest request, FixRecord record) {
    Instant now = environment.clock().instant();
    job.codeFix().rememberDropped(made, "fix " + record.id(), now);
    if (made.files().isEmpty()) {
      return made;
    }
    try (FixHistory history = job.wiring().fixHistory(job.repository())) {
      PreparedFixes done = job.codeFix().write(made, request, record);
      history.prune();
      return done;
    }
  }

  private void remember(Set<RuleId> refused, Job job) {
    RefusedRules.refuse(
        job.wiring().stores().memory(),
        job.repository().id(),
        refused,
        environment.clock().instant());
  }

  private record Chosen(List<Finding> accepted, Set<RuleId> refused) {}

  private Chosen chosen(FixOffer offer) {
    if (!interactive && answers.isEmpty()) {
      return new Chosen(offer.fixable(), Set.of());
    }
    try (Answers given =
        answers
            .map(file -> FileAnswers.in(environment.folder().resolve(file), FixDialogue.ANSWERS))
            .orElseGet(() -> TypedAnswers.at(environment))) {
      FixChoices choices =
          FixDialogue.about(
              offer,
              given,
              environment.err(),
              Colours.of(environment, global.noColor()),
              MarkdownText::of);
      return new Chosen(choices.accepted(), choices.refused());
    }
  }

  private VerifyChoice verifyChoice(Snapshot snapshot, Repository repository) {
    VerifyChoice settled =
        EffectiveSettings.in(snapshot, environment, repository).verify(verify.command());
    VerifyChoice choice = verify.limited(settled, repository);
    return allowDirty && verify.command().isEmpty()
        ? choice.without("it runs on a checkout of the last commit, not with --allow-dirty")
        : choice;
  }

  private void warn(String notice) {
    environment.err().println("Note: " + notice);
    environment.err().flush();
  }

  private CodeFixRequest request(CodeReview review, Optional<String> command) {
    return CodeFixRequest.safe(scope.scope(review))
        .withLevel(unsafe ? FixLevel.UNSAFE : FixLevel.SAFE)
        .withMaxFixes(maxFixes.map(OptionalInt::of).orElse(OptionalInt.empty()))
        .withDirty(allowDirty ? DirtyFiles.FIX : DirtyFiles.KEEP)
        .withVerifyCommand(command)
        .heardBy((what, done, total) -> {}, Cancellation.create());
  }

  /** With a diff on the output, what there is to say goes where it is no part of the patch. */
  private void print(PreparedFixes done, FixRecord record, Optional<String> notice) {
    Optional<RunId> id =
        diff || done.files().isEmpty() ? Optional.empty() : Optional.of(record.id());
    Optional<String> patch = diff ? Optional.of(done.diff()) : Optional.empty();
    Results.print(
        environment.out(),
        global.format(),
        () -> FixJson.of(done, id, notice, patch),
        () -> patch.orElseGet(() -> FixText.of(done, id, notice)));
    if (diff && global.format() == Format.TEXT && !global.quiet()) {
      environment.err().print(FixText.of(done, id, notice));
      environment.err().flush();
    }
  }

  /** Before anything is opened, so that nothing is changed on disk. */
  private void refuseWhatCannotBeDone() {
    if (interactive && answers.isEmpty()) {
      TypedAnswers.checkPresent(environment);
    }
    answers.ifPresent(
        file -> FileAnswers.in(environment.folder().resolve(file), FixDialogue.ANSWERS).close());
    if (verify.command().isPresent() && verify.none()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--no-verify")
              .found("--verify is there too")
              .expected("one of both")
              .remedy("Leave one out."));
    }
    if (maxFixes.isPresent() && maxFixes.get() < 1) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--max-fixes")
              .found("it was " + maxFixes.get())
              .expected("1 or more")
              .remedy("Leave it out for no limit, or use --diff to write nothing."));
    }
  }
}
