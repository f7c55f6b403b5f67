package io.kirolinter.workflow.testkit;

import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.GateResult;
import io.kirolinter.core.artifact.Lessons;
import io.kirolinter.core.artifact.Notices;
import io.kirolinter.core.artifact.Notices.Notice;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Six agents, one step each, that really do what the built-in ones are for, on text files: the
 * trouble they know is blanks at the end of a line. Tests put work of their own before a step.
 */
public final class TidyAgents {

  /** What a test does before a step works. */
  @FunctionalInterface
  public interface Before {
    void run(StepContext context) throws Exception;
  }

  /** What a test lets a step tell in advance. */
  @FunctionalInterface
  public interface Preview {
    StepPreview of(StepContext context);
  }

  /** What a test lets a step do in place of its work. */
  @FunctionalInterface
  public interface Work {
    StepResult run(StepContext context) throws Exception;
  }

  private static final CommitId COMMIT = CommitId.of("a".repeat(40));

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final Map<String, Before> before = new ConcurrentHashMap<>();
  private final Map<String, Work> instead = new ConcurrentHashMap<>();
  private final Map<String, Preview> previews = new ConcurrentHashMap<>();

  /** The steps that were run or undone, in order: {@code analyze}, {@code undo fix}. */
  public List<String> calls() {
    return calls;
  }

  /** The idempotency keys of the steps that were run, in order. */
  public List<String> keys() {
    return keys;
  }

  public long calls(String step) {
    return calls.stream().filter(step::equals).count();
  }

  public TidyAgents before(String step, Before work) {
    before.put(step, work);
    return this;
  }

  public TidyAgents instead(String step, Work work) {
    instead.put(step, work);
    return this;
  }

  public TidyAgents previewing(String step, Preview preview) {
    previews.put(step, preview);
    return this;
  }

  /** Lets the first attempts of a step fail. */
  public TidyAgents failing(String step, int times) {
    return before(
        step,
        context -> {
          if (calls(step) <= times) {
            throw new IOException("no " + step + " today");
          }
        });
  }

  public List<Agent> all() {
    return List.of(
        agent("forecaster", predict(), this::predictRisk),
        agent("reviewer", analyze(), this::findBlanks),
        agent("fixer", fix(), this::removeBlanks),
        agent("integrator", integrate(), this::writeBranch),
        agent("learner", learn(), this::remember),
        agent("messenger", tell(), this::writeNotice));
  }

  public List<StepDescription> descriptions() {
    return all().stream().flatMap(a -> a.steps().stream()).map(Step::description).toList();
  }

  private static StepDescription predict() {
    return StepDescription.of("predict", "Ranks files by size.")
        .producing(ArtifactType.RISK_RANKING)
        .optional();
  }

  private static StepDescription analyze() {
    return StepDescription.of("analyze", "Finds blanks at the end of lines.")
        .using(ArtifactType.RISK_RANKING)
        .producing(ArtifactType.REVIEW);
  }

  private static StepDescription fix() {
    return StepDescription.of("fix", "Removes blanks at the end of lines.")
        .requiring(ArtifactType.REVIEW)
        .producing(ArtifactType.FIX_SET)
        .changingFiles();
  }

  private static StepDescription integrate() {
    return StepDescription.of("integrate", "Writes the result to a branch.")
        .requiring(ArtifactType.FIX_SET)
        .producing(ArtifactType.PROPOSAL)
        .changingFiles()
        .optional();
  }

  private static StepDescription learn() {
    return StepDescription.of("learn", "Remembers what was seen.")
        .using(ArtifactType.REVIEW)
        .producing(ArtifactType.LESSONS)
        .optional();
  }

  private static StepDescription tell() {
    return StepDescription.of("notify", "Writes a message.")
        .requiring(ArtifactType.REVIEW)
        .producing(ArtifactType.NOTICES)
        .optional();
  }

  private Agent agent(String name, StepDescription description, Work body) {
    Step step = new TidyStep(description, body);
    return new Agent() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Step> steps() {
        return List.of(step);
      }
    };
  }

  private StepResult predictRisk(StepContext context) {
    List<RiskyFile> ranked =
        context.snapshot().files().stream()
            .map(f -> new RiskyFile(f.path(), f.size(), List.of("size", "age"), "Read it."))
            .toList();
    return StepResult.done(new RiskRanking(ranked, 0), "Ranked " + ranked.size() + " files.");
  }

  private StepResult findBlanks(StepContext context) {
    List<SnapshotFile> files = context.snapshot().files();
    List<FileProblem> untidy =
        files.stream()
            .filter(f -> Folder.text(context.snapshot().read(f)).contains(" \n"))
            .map(f -> new FileProblem(f.path(), 2, "has blanks at the end of a line"))
            .toList();
    context.progress().update("files", files.size(), files.size());
    return StepResult.done(
        new Review(List.of(), untidy, files.size(), 0, List.of("tidy")),
        "%d of %d files are untidy.".formatted(untidy.size(), files.size()));
  }

  private StepResult removeBlanks(StepContext context) throws IOException {
    List<SourcePath> untidy =
        context.required(ArtifactType.REVIEW).problems().stream().map(FileProblem::path).toList();
    if (untidy.isEmpty()) {
      return StepResult.nothingToDo("No file is untidy.");
    }
    if (context.plan().options().apply() == ApplyTarget.TREE) {
      for (SourcePath path : untidy) {
        tidy(context, path.value());
      }
    }
    List<GateResult> gates = List.of(new GateResult("tidy", untidy.size() + " files", 0));
    return StepResult.done(new FixSet(List.of(), List.of(), gates), "Tidied " + untidy + ".");
  }

  private void tidy(StepContext context, String name) throws IOException {
    Path file = context.repository().location().resolve(name);
    Path saved = context.folder().resolve(name);
    if (!Files.exists(saved)) {
      Files.copy(file, saved);
    }
    String text = Files.readString(saved);
    Files.writeString(file, text.replaceAll("(?m) +$", ""));
  }

  private StepResult writeBranch(StepContext context) throws IOException {
    String branch = "kirolinter/" + context.runId();
    Path file = context.repository().location().resolve(context.runId() + ".branch");
    Files.writeString(file, context.required(ArtifactType.FIX_SET).gates().toString());
    return StepResult.done(
        new Proposal(branch, COMMIT, COMMIT, List.of(), "Tidy up", "", file.toString()),
        "Wrote " + branch + ".");
  }

  private StepResult remember(StepContext context) {
    int files = context.artifact(ArtifactType.REVIEW).map(Review::files).orElse(0);
    Observation seen =
        new Observation("tidy", "files", files, "saw files", context.clock().instant());
    context.memory().observe(context.repository().id(), context.idempotencyKey(), List.of(seen));
    return StepResult.done(new Lessons(1, List.of("Saw " + files + " files.")), "Learned.");
  }

  private StepResult writeNotice(StepContext context) throws IOException {
    String text =
        context.required(ArtifactType.REVIEW).problems().stream()
            .map(problem -> problem.path().value())
            .collect(Collectors.joining(","));
    Path file = context.folder().resolve("notice");
    Files.writeString(file, text);
    Notice notice = new Notice(context.idempotencyKey(), "file", file.toString(), text);
    return StepResult.done(new Notices(List.of(notice)), "Told.");
  }

  private final class TidyStep implements Step {

    private final StepDescription description;
    private final Work body;

    TidyStep(StepDescription description, Work body) {
      this.description = description;
      this.body = body;
    }

    @Override
    public StepDescription description() {
      return description;
    }

    @Override
    public StepPreview preview(StepContext context) {
      return previews.getOrDefault(description.name(), c -> StepPreview.none()).of(context);
    }

    @Override
    public StepResult run(StepContext context) throws InterruptedException {
      calls.add(description.name());
      keys.add(context.idempotencyKey());
      try {
        before.getOrDefault(description.name(), c -> {}).run(context);
        return instead.getOrDefault(description.name(), body).run(context);
      } catch (InterruptedException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }

    @Override
    public void undo(StepContext context) {
      calls.add("undo " + description.name());
      context.cancellation().throwIfRequested();
      try {
        undoFiles(context);
      } catch (IOException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }

    private void undoFiles(StepContext context) throws IOException {
      Path root = context.repository().location();
      if (description.name().equals("integrate")) {
        Files.deleteIfExists(root.resolve(context.runId() + ".branch"));
        return;
      }
      try (var saved = Files.list(context.folder())) {
        for (Path file : saved.toList()) {
          Files.write(
              root.resolve(file.getFileName()),
              Files.readAllBytes(file),
              StandardOpenOption.TRUNCATE_EXISTING);
        }
      }
    }
  }
}
