package io.kirolinter.cli.command.analytics;

import io.kirolinter.analytics.evolution.Assignment;
import io.kirolinter.analytics.evolution.EvolutionReport;
import io.kirolinter.analytics.evolution.Lineage;
import io.kirolinter.analytics.evolution.Outcome;
import io.kirolinter.analytics.evolution.mining.Hypothesis;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RepositoryOption;
import io.kirolinter.cli.output.EvolutionText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.trial.TemplateEvolution;
import io.kirolinter.cli.trial.TemplateEvolution.Mined;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.Repository;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how a template evolves, and takes it further. */
@Command(
    name = "evolve",
    description = {
      "Let versions of a template compete, and promote one only on evidence.",
      "Without further options it shows the champion, its challengers, the evidence and what is "
          + "guaranteed. 'agent workflow --template auto' runs the champion.",
      "It begins with the template itself as champion. Challengers come from --mine, which looks for "
          + "what went with useful runs so far, or from --challenger. Each of the --runs is drawn between "
          + "them, works on a commit of its own in a clone that is deleted after, and touches nothing of "
          + "yours. A challenger becomes champion once its evidence is strong enough; if it disappoints, the "
          + "former champion comes back in the same way."
    })
public final class EvolveCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();

  @Option(
      names = "--template",
      paramLabel = "T",
      description =
          "Which template evolves; by default the one that began to last, else full_review.")
  Optional<String> template = Optional.empty();

  @Option(
      names = "--challenger",
      paramLabel = "T",
      description =
          "Set this template against the champion; may be repeated. Evidence starts anew, so name "
              + "all at once.")
  List<String> challengers = List.of();

  @Option(names = "--mine", description = "Look for challengers in the runs so far.")
  boolean mine;

  @Option(
      names = "--drop",
      paramLabel = "VERSION",
      description = "Take a challenger out; evidence starts anew.")
  Optional<String> dropped = Optional.empty();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Make N runs, each on the newest commit that none of these was on.")
  Optional<Integer> runs = Optional.empty();

  /** Whether something is done. */
  enum Switch {
    ON,
    OFF
  }

  @Option(
      names = "--background",
      paramLabel = "on|off",
      description =
          "Whether background jobs of 'auto' try challengers too (on), or run the champion only (off, "
              + "as at first).")
  Optional<Switch> background = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "From which versions are drawn, settled when it begins; 0 by default.")
  long seed;

  private final Environment environment;

  EvolveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    refuseNoRuns();
    Repository place = Wiring.repository(environment, repository.path());
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      TemplateEvolution evolution = TemplateEvolution.of(environment, wiring, place, template);
      if (isAsked()) {
        act(evolution);
      }
      show(evolution);
      return ExitCode.DONE;
    }
  }

  private boolean isAsked() {
    return !challengers.isEmpty()
        || mine
        || dropped.isPresent()
        || runs.isPresent()
        || background.isPresent();
  }

  private void act(TemplateEvolution evolution) throws InterruptedException, IOException {
    var unused = evolution.begin(seed);
    dropped.ifPresent(evolution::drop);
    if (!challengers.isEmpty()) {
      evolution.challenge(challengers);
    }
    if (mine) {
      tell(evolution.mine());
    }
    background.ifPresent(wanted -> evolution.inBackground(wanted == Switch.ON));
    if (runs.isPresent()) {
      int done = evolution.run(runs.get(), this::tell);
      if (done < runs.get()) {
        note(
            "%d of %d runs: there is no other commit that none of these was on"
                .formatted(done, runs.get()));
      }
    }
  }

  private void show(TemplateEvolution evolution) {
    Optional<EvolutionReport> report = evolution.lineage().map(EvolutionReport::of);
    Results.print(
        environment.out(),
        global.format(),
        () ->
            report
                .<Object>map(known -> known)
                .orElseGet(() -> Map.of("template", evolution.template(), "begun", false)),
        () -> report.map(EvolutionText::of).orElseGet(() -> notBegun(evolution.template())));
  }

  private static String notBegun(String name) {
    return ("%s does not evolve yet: it has no challengers.%n"
            + "  kirolinter agent evolve --template %s --mine            look for some in the runs so"
            + " far%n"
            + "  kirolinter agent evolve --template %s --challenger T    or name a template%n")
        .formatted(name, name, name);
  }

  private void tell(Mined mined) {
    note(
        "looked at %s, found %s of useful or other runs, made %s"
            .formatted(
                Counted.of(mined.runs(), "run"),
                Counted.of(mined.hypotheses().size(), "pattern"),
                Counted.of(mined.challengers().size(), "new challenger")));
    mined.hypotheses().stream().map(Hypothesis::inWords).forEach(this::note);
  }

  private void tell(Assignment run, Outcome outcome, Lineage lineage) {
    note(
        "run %d: %s on %s was %s, %s removed"
            .formatted(
                run.run(),
                run.version(),
                run.subject(),
                outcome.useful() ? "useful" : "not useful",
                Counted.of(outcome.findingsRemoved(), "finding")));
    if (lineage.era().evidence().filter(why -> why.run() == run.run()).isPresent()) {
      note("%s: %s is champion now".formatted(lineage.era().reason().label(), lineage.champion()));
    }
  }

  private void note(String text) {
    if (!global.quiet()) {
      environment.err().println(text);
      environment.err().flush();
    }
  }

  private void refuseNoRuns() {
    if (runs.isPresent() && runs.get() < 1) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "option", "--runs")
              .found("it was " + runs.get())
              .expected("1 or more")
              .remedy("Leave it out to see where the evolution stands."));
    }
  }
}
