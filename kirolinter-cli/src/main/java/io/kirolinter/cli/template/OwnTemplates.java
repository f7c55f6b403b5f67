package io.kirolinter.cli.template;

import com.google.common.base.Suppliers;
import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.settings.Vocabulary;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.template.TemplateDefinition;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.TemplateCheck;
import io.kirolinter.workflow.template.TemplateOrigin;
import io.kirolinter.workflow.template.TemplateSource;
import io.kirolinter.workflow.template.Templates;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The templates that a user and a repository define, beside the built-in ones. Where both use one
 * name, the user's counts: what somebody calls by a name of their own is not replaced by whoever
 * wrote the repository.
 */
public final class OwnTemplates implements TemplateSource {

  private static final String ONE = "Rename or remove one of the two.";

  private final Path home;
  private final SettingsReader reader;
  private final TemplateFolder folder;
  private final Supplier<TemplateCheck> check;

  private OwnTemplates(
      Path home, SettingsReader reader, Supplier<Collection<StepDescription>> steps) {
    this.home = home;
    this.reader = reader;
    folder = TemplateFolder.in(home, reader);
    check = Suppliers.memoize(() -> new TemplateCheck(steps.get()));
  }

  /**
   * {@return the templates of a user, and of any repository}
   *
   * @param home the data folder
   * @param names those that settings may use
   * @param steps all that there are; asked for once a template is read
   */
  public static OwnTemplates in(
      Path home, Vocabulary names, Supplier<Collection<StepDescription>> steps) {
    return new OwnTemplates(home, SettingsReader.knowing(names), steps);
  }

  /** {@return all templates for runs of a repository: its own as the last commit has them} */
  @Override
  public Templates of(Repository repository) {
    try (Snapshot snapshot = committed(repository)) {
      return with(snapshot);
    }
  }

  /** {@return all templates, those of the repository as its file on disk has them} */
  public Templates onDisk(Repository repository) {
    try (Snapshot snapshot = Repositories.settingsOf(repository)) {
      return with(snapshot);
    }
  }

  /**
   * {@return the template of this name for runs of a repository}
   *
   * @throws InvalidRequestException if there is none, or a file is wrong
   */
  public ChosenTemplate choose(String name, Repository repository) {
    return Templates.builtIn()
        .find(name)
        .map(template -> new ChosenTemplate(template, TemplateOrigin.BUILT_IN))
        .orElseGet(() -> chooseOwn(name, repository));
  }

  private ChosenTemplate chooseOwn(String name, Repository repository) {
    Templates committed = of(repository);
    if (committed.find(name).isEmpty() && onDisk(repository).find(name).isPresent()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("start", "workflow", name)
              .found("it is in %s, but in no commit".formatted(Settings.REPOSITORY_FILE))
              .expected("a template as the last commit has it, as runs work on that")
              .remedy("Commit the file, or keep the template with 'agent templates add'."));
    }
    return new ChosenTemplate(committed.get(name), committed.originOf(name));
  }

  /**
   * Checks that a template can be run.
   *
   * @throws InvalidRequestException if not
   */
  public void check(Template template) {
    check.get().check(template);
  }

  /** {@return the names that both the user and the repository use} */
  public List<String> hidden(Repository repository) {
    List<String> mine = ofUser().stream().map(TemplateDefinition::name).toList();
    try (Snapshot snapshot = committed(repository)) {
      return reader.ofRepository(snapshot).templates().stream()
          .map(TemplateDefinition::name)
          .filter(mine::contains)
          .toList();
    }
  }

  /** What became of a template that was added. */
  public record Added(Template template, boolean replaced) {}

  /**
   * Keeps the template that a file defines.
   *
   * @throws InvalidRequestException if the file is wrong, or another file of the user defines a
   *     template of its name
   */
  public Added add(Path file) {
    TemplateDefinition definition = folder.read(file);
    if (definition.name().equals(EvolvedTemplates.CHAMPION)) {
      throw definition
          .place()
          .wrong("this name is that of the champion", "a name of its own", "Give it another name.");
    }
    Template template = check.get().defined(definition, TemplateOrigin.USER);
    reader.ofUser(home).templates().stream()
        .filter(one -> one.name().equals(template.name()))
        .findFirst()
        .ifPresent(
            other -> {
              throw definition.place().wrong("there are two of this name", once(other), ONE);
            });
    return new Added(template, folder.put(definition, file));
  }

  /**
   * Deletes a template of the user.
   *
   * @throws InvalidRequestException if there is none in a file of its own
   */
  public void remove(String name) {
    if (!folder.remove(name)) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("remove", "template", name)
              .found(
                  Templates.isBuiltIn(name)
                      ? "it is built in"
                      : "there is no such template in " + folder.folder())
              .expected("a template that was added")
              .remedy(
                  folder.names().isEmpty()
                      ? "None was added."
                      : NearestName.hint(name, folder.names())));
    }
  }

  private static String once(TemplateDefinition other) {
    return "no other than that of %s, line %d"
        .formatted(other.place().file(), other.place().line());
  }

  /** Without a commit, the file alone: a folder may be somebody's whole home. */
  private static Snapshot committed(Repository repository) {
    Optional<CommitId> head = repository.head();
    return head.isPresent() ? repository.snapshot(head) : Repositories.settingsOf(repository);
  }

  private Templates with(Snapshot snapshot) {
    Templates all = Templates.builtIn();
    for (TemplateDefinition one : reader.ofRepository(snapshot).templates()) {
      all =
          all.with(check.get().defined(one, TemplateOrigin.REPOSITORY), TemplateOrigin.REPOSITORY);
    }
    for (TemplateDefinition one : ofUser()) {
      all = all.with(check.get().defined(one, TemplateOrigin.USER), TemplateOrigin.USER);
    }
    return all;
  }

  private List<TemplateDefinition> ofUser() {
    List<TemplateDefinition> settled = reader.ofUser(home).templates();
    List<TemplateDefinition> kept = folder.all();
    for (TemplateDefinition one : kept) {
      for (TemplateDefinition other : settled) {
        if (other.name().equals(one.name())) {
          throw one.place().wrong("there are two of this name", once(other), ONE);
        }
      }
    }
    return Stream.concat(settled.stream(), kept.stream()).toList();
  }
}
