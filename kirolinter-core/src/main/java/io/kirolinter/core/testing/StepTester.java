package io.kirolinter.core.testing;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepOption;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs a step as a run would, over files, artifacts, memory and a clock that a test gives, and
 * checks what every step owes: that it hands on what its description says, that this can be written
 * as JSON and read back equal, that it asks for nothing that its description does not name, and
 * that a second attempt with the same key does nothing twice.
 *
 * <p>What a step breaks is an {@link AssertionError}, a wrong use of the tester an {@link
 * IllegalStateException} or {@link IllegalArgumentException}. Used by one thread.
 */
public final class StepTester implements AutoCloseable {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Step step;
  private final Path folder;
  private final Path files;
  private final StandingClock clock = new StandingClock(START);
  private final EmbeddedStores stores;
  private final WatchedMemory memory;
  private final Cancellation cancellation = Cancellation.create();
  private final Map<ArtifactType<?>, Artifact> artifacts = new HashMap<>();
  private final Map<String, List<String>> options = new HashMap<>();
  private final Set<ArtifactType<?>> awaited = new HashSet<>();
  private Optional<Repository> repository = Optional.empty();
  private Scope scope = Scope.everything();
  private RunOptions runOptions = RunOptions.applyingTo(ApplyTarget.BRANCH);

  private StepTester(Step step, Path folder) {
    this.step = step;
    this.folder = folder;
    files = folder.resolve("repository");
    stores = EmbeddedStores.open(folder.resolve("data"), clock);
    memory = new WatchedMemory(stores.memory());
  }

  /**
   * {@return a tester of a step, over a repository without files}
   *
   * @param folder an empty folder of the test, such as that of JUnit's {@code @TempDir}
   */
  public static StepTester open(Step step, Path folder) {
    return new StepTester(requireNonNull(step, "step"), folder);
  }

  /** Adds a file to the repository, in UTF-8. */
  public StepTester file(String path, String content) {
    Path file = files.resolve(SourcePath.of(path).value());
    try {
      Files.createDirectories(requireNonNull(file.getParent()));
      Files.write(file, content.getBytes(StandardCharsets.UTF_8));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a repository, such as a real one of git, in place of the files that were given. */
  public StepTester repository(Repository wanted) {
    repository = Optional.of(wanted);
    return this;
  }

  /** Gives what an earlier step produced. */
  public <T extends Artifact> StepTester artifact(ArtifactType<T> type, T artifact) {
    artifacts.put(type, artifact);
    return this;
  }

  /**
   * Settles an option as a template would.
   *
   * @throws IllegalArgumentException if the step does not take it, or not with these values
   */
  public StepTester option(String name, String... values) {
    StepOption option =
        step.description().options().stream()
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no option '" + name + "'"));
    option
        .expectedInPlaceOf(List.of(values))
        .ifPresent(
            expected -> {
              throw new IllegalArgumentException(
                  "option '%s' takes %s, was %s".formatted(name, expected, List.of(values)));
            });
    options.put(name, List.of(values));
    return this;
  }

  /** Sets what the run looks at; without it, everything. */
  public StepTester scope(Scope wanted) {
    scope = wanted;
    return this;
  }

  /** Sets what the run was started with; without it, what is usual for a branch. */
  public StepTester runOptions(RunOptions wanted) {
    runOptions = wanted;
    return this;
  }

  /** Lets a later step of the run require these; without it, none does. */
  public StepTester awaiting(ArtifactType<?>... types) {
    awaited.addAll(Set.of(types));
    return this;
  }

  /** Sets the clock, which stands still. It begins with the year 2026. */
  public StepTester at(Instant now) {
    clock.set(now);
    return this;
  }

  /** Moves the clock, as time does between two attempts. */
  public StepTester later(Duration by) {
    clock.set(clock.instant().plus(by));
    return this;
  }

  /** {@return a real memory, kept for as long as the folder is} */
  public PatternMemory memory() {
    return memory;
  }

  /** {@return what tells the step to stop, if a test requests it} */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** {@return the folder of the run, where the step may leave files for people} */
  public Path runFolder() {
    return folder.resolve("run");
  }

  /**
   * Runs the step once.
   *
   * @return how it went
   * @throws IllegalStateException if the test has not given what the step requires
   * @throws AssertionError if the result is not what the description says, or is not written as
   *     JSON and read back equal
   * @throws InterruptedException if the step throws it
   */
  public Attempted run() throws InterruptedException {
    requireGiven();
    try (AttemptContext context = context()) {
      StepResult result = step.run(context);
      StepContract.check(step.description(), result);
      return new Attempted(result, context.updates());
    }
  }

  /**
   * Runs the step twice with one key, as it happens when a process dies after the work is done and
   * before that is written down. The second attempt may change nothing in the memory, in the folder
   * of the run, and outside, and has to come to the same artifact.
   *
   * @param outside all that the step does elsewhere, in a form that can be compared, such as the
   *     lines of a file; asked after each attempt
   * @return how the second attempt went
   * @throws AssertionError as {@link #run()} does, or if something is there twice
   */
  public Attempted runTwice(Supplier<?> outside) throws InterruptedException {
    Attempted first = run();
    Footprint before = footprint(outside.get());
    Attempted second = run();
    StepContract.checkSame(before, footprint(outside.get()), "a second attempt with the same key");
    StepContract.checkSame(first.result(), second.result());
    return second;
  }

  /** Runs the step twice, where it does nothing but in the memory and in the folder of the run. */
  public Attempted runTwice() throws InterruptedException {
    return runTwice(() -> "");
  }

  /**
   * Asks the step what it is about to do, as a run does that a person confirms step by step.
   *
   * @return what the person would see; choices among offered fixes cannot be made here
   * @throws IllegalStateException if the test has not given what the step requires
   * @throws AssertionError if the preview is missing, ends in a full stop, or has changed the
   *     memory or the folder of the run
   * @throws InterruptedException if the step throws it
   */
  public StepPreview preview() throws InterruptedException {
    requireGiven();
    Footprint before = footprint("");
    try (AttemptContext context = context()) {
      StepPreview preview = step.preview(context);
      StepContract.check(step.description(), preview);
      StepContract.checkSame(
          before, footprint(""), "the preview of step '%s'".formatted(step.description().name()));
      return preview;
    }
  }

  /** Lets the step take back what it did, as after a run that failed. */
  public void undo() {
    try (AttemptContext context = context()) {
      step.undo(context);
    }
  }

  private Footprint footprint(Object outside) {
    return Footprint.of(memory, repositoryOf().id(), runFolder(), outside);
  }

  private void requireGiven() {
    for (ArtifactType<?> type : step.description().requires()) {
      if (!artifacts.containsKey(type)) {
        throw new IllegalStateException(
            "step '%s' requires '%s': give it by artifact(...)"
                .formatted(step.description().name(), type));
      }
    }
  }

  private AttemptContext context() {
    LoneRun run =
        new LoneRun(
            step.description(), repositoryOf(), scope, runOptions, options, clock.instant());
    Given given =
        new Given(artifacts, awaited, memory, stores.cache(), clock, runFolder(), cancellation);
    return new AttemptContext(run, given);
  }

  private Repository repositoryOf() {
    return repository.orElseGet(() -> FolderRepository.at(files));
  }

  @Override
  public void close() {
    stores.close();
  }
}
