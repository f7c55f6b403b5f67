package io.kirolinter.cli.template;

import io.kirolinter.analytics.evolution.Assignment;
import io.kirolinter.analytics.evolution.Evolution;
import io.kirolinter.analytics.evolution.Lineage;
import io.kirolinter.analytics.evolution.Outcome;
import io.kirolinter.analytics.evolution.TemplateVersion;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.template.Template;
import io.kirolinter.workflow.template.TemplateOrigin;
import io.kirolinter.workflow.template.TemplateSource;
import io.kirolinter.workflow.template.Templates;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of templates that evolve, each by its name, beside a person's own templates; and
 * {@code auto}, which is the champion.
 *
 * <p>Where the evolution is switched on for the background, {@code auto} is the version that was
 * drawn for the next run. The outcome of that run is read from the journal when the next one is
 * planned, so a process that was killed in between leaves nothing out.
 */
public final class EvolvedTemplates implements TemplateSource {

  /** The name that stands for the champion. */
  public static final String CHAMPION = "auto";

  private static final int RECENT = 1_000;

  private final TemplateSource own;
  private final Stores stores;
  private final InstantSource clock;

  public EvolvedTemplates(TemplateSource own, Stores stores, InstantSource clock) {
    this.own = own;
    this.stores = stores;
    this.clock = clock;
  }

  @Override
  public Templates of(Repository repository) {
    Templates all = own.of(repository);
    Optional<TemplateVersion> next = Optional.empty();
    for (String name : Evolution.templates(stores.experiments(), repository.id())) {
      Evolution evolution = evolution(name, repository);
      Optional<Lineage> lineage = evolution.lineage();
      for (TemplateVersion version : lineage.map(Lineage::versions).orElse(List.of())) {
        all = all.with(template(version.name(), version), TemplateOrigin.LIBRARY);
      }
      if (next.isEmpty()) {
        next = lineage.map(known -> next(known, evolution, repository));
      }
    }
    return next.isPresent()
        ? all.with(template(CHAMPION, next.get()), TemplateOrigin.LIBRARY)
        : all;
  }

  /**
   * {@return the champion of the template of a repository that began to evolve last}
   *
   * @throws InvalidRequestException if none evolves
   */
  public ChosenTemplate champion(Repository repository) {
    return Evolution.templates(stores.experiments(), repository.id()).stream()
        .flatMap(name -> evolution(name, repository).lineage().stream())
        .findFirst()
        .map(lineage -> lineage.version(lineage.champion()))
        .map(version -> template(version.name(), version))
        .map(template -> new ChosenTemplate(template, TemplateOrigin.LIBRARY))
        .orElseThrow(EvolvedTemplates::noChampion);
  }

  private TemplateVersion next(Lineage lineage, Evolution evolution, Repository repository) {
    if (!lineage.inBackground() || lineage.era().challengers().isEmpty()) {
      return lineage.version(lineage.champion());
    }
    lineage.pending().ifPresent(run -> settle(run, lineage, evolution, repository));
    String version = evolution.assign("a background run").version();
    return lineage.version(version);
  }

  private void settle(
      Assignment assigned, Lineage lineage, Evolution evolution, Repository repository) {
    int number = lineage.version(assigned.version()).number();
    stores.journal().list(RunQuery.newest(RECENT).of(repository.id())).stream()
        .filter(run -> run.state().status().isFinal() && isOf(assigned, number, run.plan()))
        .min(Comparator.comparing((Run run) -> run.plan().createdAt()))
        .map(run -> Outcome.of(run, stores.journal().artifacts(run.id())))
        .ifPresent(outcome -> evolution.record(assigned.run(), outcome));
  }

  private static boolean isOf(Assignment assigned, int number, RunPlan plan) {
    return plan.mode() == RunMode.BACKGROUND
        && plan.template().equals(CHAMPION)
        && plan.templateVersion() == number
        && !plan.createdAt().isBefore(assigned.at());
  }

  private Evolution evolution(String name, Repository repository) {
    return Evolution.of(stores.experiments(), repository.id(), name, clock);
  }

  /** {@return a version as a template that can be run, by a name} */
  public static Template template(String name, TemplateVersion version) {
    String sentence = "A version of %s: %s.".formatted(version.template(), version.origin());
    return new Template(name, version.number(), sentence, version.steps(), version.scope());
  }

  private static InvalidRequestException noChampion() {
    return new InvalidRequestException(
        ErrorMessage.cannot("start", "workflow", CHAMPION)
            .found("no template of this repository evolves, so there is no champion")
            .expected("a template that evolves")
            .remedy(
                "Begin with 'kirolinter agent evolve --template full_review --mine' or with "
                    + "--challenger, or run a template by its name."));
  }
}
