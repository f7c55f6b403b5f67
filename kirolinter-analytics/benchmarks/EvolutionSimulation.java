import io.kirolinter.analytics.evolution.SimulatedEvolution;
import io.kirolinter.analytics.evolution.SimulatedEvolution.Life;
import io.kirolinter.analytics.evolution.SimulatedEvolution.World;
import java.util.List;
import java.util.Locale;

/** What the gate and the allocation do in worlds whose truth is known, as a table. */
final class EvolutionSimulation {

  private static final long SEED = 20261129;
  private static final double[] FIND = {.70, .90, .65, .65, .65, .65};

  private EvolutionSimulation() {}

  public static void main(String[] args) {
    int lives = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    System.out.printf("%d lives of each world, seeds from %d%n%n", lives, SEED);
    System.out.println(
        "| world | runs | ever promotes not-better | champion kept | ends on the best | regret "
            + "| median run to the best | median run of a revert |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    World equal = World.of(.75, .75, .75, .75, .75, .75);
    World trap = World.of(.80, .75, .75, .75, .75, .75);
    World find = World.of(FIND);
    row("two equal, .75", World.of(.75, .75), 1000, 0, lives);
    row("six equal, .75", equal, 1000, 0, lives);
    row("trap: .80 champion, five .75", trap, 1000, 0, lives);
    row("find: .70 champion, one .90, four .65", find, 1000, 1, lives);
    row("find, 300 runs", find, 300, 1, lives);
    row("find the base: .90 champion, .70, four .65",
        World.of(.90, .70, .65, .65, .65, .65), 1000, 0, lives);
    row("two equal, 5,000 runs", World.of(.75, .75), 5000, 0, lives / 2);
    row("six equal, all fade by .60", equal.fadingBy(.6, 1000), 1000, 0, lives);
    row("trap, all fade by .60", trap.fadingBy(.6, 1000), 1000, 0, lives);
    row("find, all fade by .60", find.fadingBy(.6, 1000), 1000, 1, lives);
    row("find, .90 falls to .40 at run 600", find.collapsing(1, 600, .4), 2000, 0, lives);
  }

  private static void row(String name, World world, int runs, int best, int count) {
    List<Life> lives = SimulatedEvolution.of(world, runs).lives(count, SEED);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.4f | %.3f | %.3f | %.1f | %d | %d |%n",
        name,
        runs,
        SimulatedEvolution.share(lives, Life::promotedWorse),
        SimulatedEvolution.share(lives, life -> !life.promoted()),
        SimulatedEvolution.share(lives, life -> life.champion() == best),
        SimulatedEvolution.regret(lives),
        SimulatedEvolution.median(lives, Life::firstBest),
        SimulatedEvolution.median(lives, Life::firstRevert));
  }
}
