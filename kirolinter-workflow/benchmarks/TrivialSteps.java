import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.Templates;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Five steps that do next to nothing, and hand on a text of 300 characters each. */
final class TrivialSteps implements Agent {

  static final List<String> NAMES = List.of("one", "two", "three", "four", "five");
  static final String TEMPLATE = "trivial";

  private final Consumer<String> work;

  /**
   * Makes the steps.
   *
   * @param work what each does, told its name
   */
  TrivialSteps(Consumer<String> work) {
    this.work = work;
  }

  Coordinator coordinator(Stores stores, Path folder) {
    List<StepDescription> descriptions = steps().stream().map(Step::description).toList();
    Template template = Template.of(TEMPLATE, "Does nothing, durably.", NAMES, descriptions);
    return Coordinator.builder()
        .agents(List.of(this))
        .stores(stores)
        .clock(InstantSource.system())
        .random(new SplittableRandom(1))
        .folder(folder.resolve("runs"))
        .templates(Templates.builtIn().with(template))
        .build();
  }

  @Override
  public String name() {
    return "trivial";
  }

  @Override
  public List<Step> steps() {
    return NAMES.stream().<Step>map(name -> Trivial.of(name, work)).toList();
  }

  /** What a step hands on. */
  record Note(String text) implements Artifact {}

  private record Trivial(StepDescription description, Consumer<String> work) implements Step {

    static Step of(String name, Consumer<String> work) {
      ArtifactType<Note> type = ArtifactType.of("note-" + name, Note.class);
      return new Trivial(StepDescription.of(name, "Does nothing.").producing(type), work);
    }

    @Override
    public StepResult run(StepContext context) {
      work.accept(description.name());
      return StepResult.done(new Note(description.name() + " ".repeat(300)), "Looked at 612 files.");
    }
  }

  /** A repository by name only. */
  record Named(RepositoryId id) implements Repository {

    static Repository of(String name) {
      return new Named(new RepositoryId("github.com/acme/" + name));
    }

    @Override
    public Path location() {
      return Path.of("/home/ann/shop");
    }

    @Override
    public RepositoryKind kind() {
      return RepositoryKind.PLAIN_FOLDER;
    }

    @Override
    public Optional<CommitId> head() {
      return Optional.empty();
    }

    @Override
    public Snapshot snapshot(Optional<CommitId> commit) {
      throw new UnsupportedOperationException("trivial steps look at no files");
    }
  }
}
