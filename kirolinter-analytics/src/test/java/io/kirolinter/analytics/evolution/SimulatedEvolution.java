package io.kirolinter.analytics.evolution;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Plays lineages whose versions have known chances of a useful run; the first is the base. */
public final class SimulatedEvolution {

  private static final Instant START = Instant.parse("2026-11-22T18:00:00Z");

  private final World world;
  private final int runs;
  private final List<TemplateVersion> versions;
  private final Guarantee guarantee;

  private SimulatedEvolution(World world, int runs, Guarantee guarantee) {
    this.world = world;
    this.runs = runs;
    this.guarantee = guarantee;
    versions = IntStream.range(0, world.versions()).mapToObj(SimulatedEvolution::version).toList();
  }

  /** What is true of the versions. */
  public interface World {

    int versions();

    /** {@return the chance that a run of a version is useful} */
    double chance(int version, int run);

    /** {@return a world that does not change} */
    static World of(double... chances) {
      return new World() {
        @Override
        public int versions() {
          return chances.length;
        }

        @Override
        public double chance(int version, int run) {
          return chances[version];
        }
      };
    }

    /** {@return the same world, in which everything gets harder by and by} */
    default World fadingBy(double fall, int runs) {
      return changed((chance, version, run) -> Math.max(0.01, chance - fall * run / runs));
    }

    /** {@return the same world, in which from some run on a version does badly} */
    default World collapsing(int which, int from, double to) {
      return changed((chance, version, run) -> version == which && run >= from ? to : chance);
    }

    private World changed(Change change) {
      World before = this;
      return new World() {
        @Override
        public int versions() {
          return before.versions();
        }

        @Override
        public double chance(int version, int run) {
          return change.of(before.chance(version, run), version, run);
        }
      };
    }
  }

  private interface Change {
    double of(double chance, int version, int run);
  }

  /**
   * What became of a lineage.
   *
   * @param promotedWorse whether a version ever became champion that was not better than the one
   *     before
   * @param promoted whether any did
   * @param champion which version is champion at the end
   * @param regret the sum over runs of the best chance minus that of the version that ran
   * @param firstBest the run after which the best version was champion first; all if never
   * @param firstRevert the run after which a former champion came back; all if never
   */
  public record Life(
      boolean promotedWorse,
      boolean promoted,
      int champion,
      double regret,
      int firstBest,
      int firstRevert) {}

  public static SimulatedEvolution of(World world, int runs) {
    return new SimulatedEvolution(world, runs, new Guarantee(Guarantee.USUAL_ALPHA));
  }

  SimulatedEvolution with(Guarantee other) {
    return new SimulatedEvolution(world, runs, other);
  }

  /** {@return so many lives, from seeds beginning with this one} */
  public List<Life> lives(int count, long seed) {
    return LongStream.range(seed, seed + count).parallel().mapToObj(this::life).toList();
  }

  Life life(long seed) {
    SplittableRandom random = new SplittableRandom(~seed * 0x5851F42D4C957F2DL);
    LineagePlan plan = new LineagePlan("simulated", guarantee, random.nextLong(), START);
    Lineage lineage = Lineage.of(plan, versions.get(0), versions.subList(1, versions.size()));
    List<String> names = versions.stream().map(TemplateVersion::name).toList();
    boolean promotedWorse = false;
    double regret = 0;
    int firstBest = runs;
    int firstRevert = runs;
    for (int run = 1; run <= runs; run++) {
      Lineage before = lineage.withNextRun("", START);
      int version = names.indexOf(before.pending().orElseThrow().version());
      double chance = world.chance(version, run);
      regret += best(run) - chance;
      lineage = before.withOutcome(outcome(random.nextDouble() < chance), START);
      int champion = names.indexOf(lineage.champion());
      int old = names.indexOf(before.champion());
      if (champion != old) {
        promotedWorse |= world.chance(champion, run) <= world.chance(old, run);
        firstRevert =
            lineage.era().reason() == Era.Reason.REVERTED
                ? Math.min(firstRevert, run)
                : firstRevert;
      }
      firstBest = world.chance(champion, run) == best(run) ? Math.min(firstBest, run) : firstBest;
    }
    return new Life(
        promotedWorse,
        lineage.eras().size() > 1,
        names.indexOf(lineage.champion()),
        regret,
        firstBest,
        firstRevert);
  }

  private double best(int run) {
    return IntStream.range(0, world.versions())
        .mapToDouble(version -> world.chance(version, run))
        .max()
        .orElseThrow();
  }

  private static Outcome outcome(boolean useful) {
    return new Outcome(useful, 0, useful ? RunStatus.SUCCEEDED : RunStatus.FAILED);
  }

  private static TemplateVersion version(int number) {
    List<PlannedStep> steps = new ArrayList<>();
    for (String name : List.of("analyze", "step" + number, "fix")) {
      steps.add(new PlannedStep(name, Criticality.CRITICAL, RetryPolicy.standard()));
    }
    return new TemplateVersion("simulated", steps, Scope.everything(), "simulated");
  }

  /** {@return the share of lives of which something is true} */
  public static double share(List<Life> lives, java.util.function.Predicate<Life> what) {
    return (double) lives.stream().filter(what).count() / lives.size();
  }

  /** {@return the mean regret} */
  public static double regret(List<Life> lives) {
    return lives.stream().mapToDouble(Life::regret).average().orElseThrow();
  }

  /** {@return the middle one of these numbers} */
  public static int median(List<Life> lives, java.util.function.ToIntFunction<Life> what) {
    int[] sorted = lives.stream().mapToInt(what).sorted().toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
  }
}
