package io.kirolinter.cli.command.run;

import io.kirolinter.cli.dialogue.RunDialogue;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.Interrupts;
import io.kirolinter.cli.exit.RunExit;
import io.kirolinter.cli.option.AnalyzerOption;
import io.kirolinter.cli.option.AnswerOptions;
import io.kirolinter.cli.option.ChangedOnlyOption;
import io.kirolinter.cli.option.DaemonOptions;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RepositoryOption;
import io.kirolinter.cli.option.ScheduleOptions;
import io.kirolinter.cli.option.StepTimeoutOption;
import io.kirolinter.cli.option.VerifyOptions;
import io.kirolinter.cli.option.value.LimitConverter;
import io.kirolinter.cli.output.ProgressLines;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.RunJson;
import io.kirolinter.cli.output.RunReport;
import io.kirolinter.cli.output.RunText;
import io.kirolinter.cli.settings.AnalyzerSettings;
import io.kirolinter.cli.settings.EffectiveSettings;
import io.kirolinter.cli.template.ChosenTemplate;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Publication;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.trust.VerifyChoice;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a template on a repository: at once, step by step, or on a schedule. */
@Command(name = "workflow", description = "Run a workflow of agents on a repository.")
public final class WorkflowCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();
  @Mixin AnalyzerOption analyzers = new AnalyzerOption();
  @Mixin VerifyOptions verify = new VerifyOptions();
  @Mixin StepTimeoutOption timeouts = new StepTimeoutOption();
  @Mixin ScheduleOptions schedule = new ScheduleOptions();
  @Mixin DaemonOptions daemon = new DaemonOptions();
  @Mixin ChangedOnlyOption changedOnly = new ChangedOnlyOption();
  @Mixin AnswerOptions answers = new AnswerOptions();

  @Option(
      names = "--template",
      paramLabel = "T",
      required = true,
      description =
          "What to run; 'kirolinter agent templates' lists them, and auto is the champion of 'agent "
              + "evolve'.")
  String template = "";

  @Option(names = "--mode", description = "autonomous (the default), interactive, background.")
  RunMode mode = RunMode.AUTONOMOUS;

  @Option(
      names = "--apply",
      description =
          "Where fixes go: branch, tree or none; by default branch for templates that integrate, "
              + "else tree.")
  Optional<ApplyTarget> apply = Optional.empty();

  @Option(names = "--max-fixes", paramLabel = "N", description = "The most fixes of one run.")
  Optional<Integer> maxFixes = Optional.empty();

  @Option(
      names = "--max-lines",
      paramLabel = "N",
      converter = LimitConverter.class,
      description = "The most lines that one run changes, or none; by default 200 on a branch.")
  Optional<OptionalInt> maxLines = Optional.empty();

  @Option(
      names = "--max-files",
      paramLabel = "N",
      converter = LimitConverter.class,
      description = "The most files that one run changes, or none; by default 10 on a branch.")
  Optional<OptionalInt> maxFiles = Optional.empty();

  @Option(names = "--dry-run", description = "Only tell what would be done: --apply none.")
  boolean dryRun;

  @Option(names = "--include-tests", description = "Work on test code too.")
  boolean includeTests;

  @Option(
      names = "--queue",
      description = "Do not run it here: leave it to a 'kirolinter worker' on the same memory.")
  boolean queue;

  @Option(
      names = "--create-pr",
      description =
          "Propose the branch on its forge: GitHub or GitLab, with a token of the environment or of "
              + "git's credential helpers.")
  boolean createPullRequest;

  private final Environment environment;
  private List<String> pinned = List.of();
  private Publication publication = Publication.DRAFT;
  private Optional<ChosenTemplate> chosen = Optional.empty();
  private Optional<RunDialogue> dialogue = Optional.empty();

  WorkflowCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    refuseWhatCannotBeDone();
    ProgressLines progress = progress();
    Repository place = Wiring.repository(environment, repository.path());
    chosen = Optional.of(Wiring.choose(environment, global.memory(), template, place));
    dialogue = answers.dialogue(mode, wanted().stepNames(), global, environment);
    dialogue.ifPresent(person -> progress.fitInto(person::columns));
    changedOnly.requireFound(place);
    requireForge(place);
    VerifyChoice choice = verification(place);
    pinned = pinned(place);
    choice.notice().ifPresent(this::warn);
    try (Wiring wiring = Wiring.open(environment, global.memory());
        Coordinator coordinator = wiring.coordinator(progress, progress, Templates.builtIn())) {
      return mode == RunMode.BACKGROUND
          ? new BackgroundRun(environment, wiring, coordinator, global, daemon)
              .start(place, template, schedule.schedule(template), options(choice))
          : run(place, wiring, coordinator, choice);
    }
  }

  private int run(Repository place, Wiring wiring, Coordinator coordinator, VerifyChoice choice)
      throws Exception {
    RunRequest request = request(choice);
    Run run =
        queue
            ? coordinator.enqueue(wanted().name(), place, request)
            : Interrupts.await(
                coordinator.start(wanted().name(), place, request), dialogue, environment.err());
    RunReport report = RunReport.of(run, wiring.stores().journal());
    Results.print(
        environment.out(),
        global.format(),
        () -> RunJson.of(report).withNotice(choice.notice()),
        () -> RunText.of(report) + choice.notice().map("Note: %s%n"::formatted).orElse(""));
    daemon.run().retention().applyIfDue(wiring, environment);
    return RunExit.codeOf(run);
  }

  private RunRequest request(VerifyChoice choice) {
    RunRequest request = dialogue.map(RunRequest::interactive).orElseGet(RunRequest::autonomous);
    RunRequest wanted = includeTests ? request.withSources(SourceSets.MAIN_AND_TEST) : request;
    return wanted.withOptions(options(choice));
  }

  private RunOptions options(VerifyChoice choice) {
    Template wanted = wanted();
    RunOptions options = limited(changedOnly.in(usual(wanted))).withAnalyzers(pinned);
    Optional<String> command = choice.command();
    options = command.isPresent() ? options.withVerifyCommand(command.get()) : options;
    options = maxFixes.isPresent() ? options.withMaxFixes(maxFixes.get()) : options;
    options = createPullRequest ? options.withPublication(publication) : options;
    return timeouts.in(options, wanted.stepNames());
  }

  /** A dry run tells what the run itself would do, with its limits. */
  private RunOptions usual(Template wanted) {
    return dryRun
        ? wanted.optionsFor(targetOf(wanted)).withApply(ApplyTarget.NONE)
        : wanted.optionsFor(apply.orElseGet(() -> targetOf(wanted)));
  }

  private RunOptions limited(RunOptions usual) {
    RunOptions options = usual;
    options = maxLines.isPresent() ? options.withMaxLines(maxLines.get()) : options;
    return maxFiles.isPresent() ? options.withMaxFiles(maxFiles.get()) : options;
  }

  /** What cannot be published is better said before the work than after it. */
  private void requireForge(Repository place) {
    if (!createPullRequest) {
      return;
    }
    boolean branch = usual(wanted()).apply() == ApplyTarget.BRANCH;
    if (!branch || !wanted().stepNames().contains("integrate")) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("open", "pull request for", template)
              .found(branch ? "it has no step 'integrate'" : "its fixes go to no branch")
              .expected("a template that integrates, without --dry-run and --apply tree")
              .remedy("Try --template full_review, or leave --create-pr out."));
    }
    Wiring.requireForge(environment, place);
    publication = Wiring.proposals(environment, place).opened();
  }

  private VerifyChoice verification(Repository place) {
    boolean fixes = wanted().stepNames().contains("fix");
    return verify.command().isPresent() || !fixes
        ? new VerifyChoice(verify.command(), Optional.empty())
        : verify.limited(
            EffectiveSettings.committed(environment, place).verify(Optional.empty()), place);
  }

  /** A background job keeps those that were named when it was made. */
  private List<String> pinned(Repository place) {
    return AnalyzerSettings.of(
            analyzers.asked(environment),
            chosen.orElseThrow().over(EffectiveSettings.committed(environment, place)),
            environment.extensions().analyzers(),
            place.location(),
            wanted().scope().effort())
        .names();
  }

  private Template wanted() {
    return chosen.orElseThrow().template();
  }

  private void warn(String notice) {
    environment.err().println("Note: " + notice);
    environment.err().flush();
  }

  private ApplyTarget targetOf(Template wanted) {
    ApplyTarget usual = wanted.defaultTarget();
    boolean withoutTree = mode == RunMode.BACKGROUND || repository.path().isAddress();
    return withoutTree && usual == ApplyTarget.TREE ? ApplyTarget.BRANCH : usual;
  }

  private ProgressLines progress() {
    return new ProgressLines(environment.err(), global.lineStyle(environment), environment.clock());
  }

  /** Before anything is opened, so that nothing is changed on disk. */
  private void refuseWhatCannotBeDone() {
    if (mode == RunMode.BACKGROUND && repository.path().isAddress()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("make", "background job for", repository.path().written())
              .found("it is an address, which nothing fetches from between two runs")
              .expected("a clone on this machine")
              .remedy("Clone it, and fetch as often as you like; or run this command by cron."));
    }
    answers.requireAnswerable(mode, environment);
    if (queue && mode != RunMode.AUTONOMOUS) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--queue")
              .found("the mode is " + mode.label())
              .expected("autonomous")
              .remedy("Workers run to the end what they take; leave one of the options out."));
    }
    if (maxFixes.isPresent() && maxFixes.get() < 1) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--max-fixes")
              .found("it was " + maxFixes.get())
              .expected("1 or more")
              .remedy("Leave it out for no limit, or use --dry-run to apply nothing."));
    }
  }
}
