import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Brings many runs to their end, some at a time, and says how many a second, how long the steps of
 * each wait, and what is left on the heap. Usage: {@code ManyRuns <store> <runs> <folder>
 * <concurrent> own|shared}, with a repository for each that goes at a time, or one for all.
 */
public final class ManyRuns {

  private final int concurrent;
  private final List<Repository> repositories;
  private final Timings run = new Timings("a run of 5 steps");
  private final Timings over = new Timings("a durable step over its work");
  private final ThreadLocal<Long> end = ThreadLocal.withInitial(() -> 0L);

  private ManyRuns(int concurrent, boolean shared) {
    this.concurrent = concurrent;
    repositories =
        IntStream.range(0, concurrent)
            .mapToObj(i -> TrivialSteps.Named.of("shop" + (shared ? "" : i)))
            .toList();
  }

  public static void main(String[] arguments) throws Exception {
    int runs = Integer.parseInt(arguments[1]);
    int concurrent = Integer.parseInt(arguments[3]);
    boolean shared = arguments[4].equals("shared");
    System.out.printf(
        "%s: %d runs on %s, %d at a time, in %s%n",
        Machine.description(),
        runs,
        arguments[0],
        concurrent,
        shared ? "one repository" : "a repository each");
    try (MeasuredStore store = MeasuredStore.open(arguments[0], Path.of(arguments[2]))) {
      new ManyRuns(concurrent, shared).measure(store, runs);
    }
  }

  private void measure(MeasuredStore store, int runs) throws Exception {
    TrivialSteps steps = new TrivialSteps(this::work);
    try (Coordinator coordinator = steps.coordinator(store.stores(), store.place())) {
      part(coordinator, store, "first fifth", runs / 5);
      part(coordinator, store, "up to three fifths", runs * 2 / 5);
      part(coordinator, store, "up to the end", runs * 2 / 5);
    }
    run.print();
    over.print();
  }

  private void part(Coordinator coordinator, MeasuredStore store, String name, int runs)
      throws Exception {
    OptionalLong before = store.roundTrips();
    long cpu = cpu();
    long begin = System.nanoTime();
    List<Integer> shares = runs(coordinator, runs);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "  %-20s %7.1f runs/s   %6.3f ms of CPU a run   heap after it %6.2f MB   each thread %d to"
            + " %d runs%s%n",
        name,
        runs / seconds,
        (cpu() - cpu) / 1e6 / runs,
        heap() / 1e6,
        shares.stream().min(Integer::compare).orElseThrow(),
        shares.stream().max(Integer::compare).orElseThrow(),
        before.isPresent()
            ? "   %.1f round trips a run"
                .formatted((store.roundTrips().getAsLong() - before.getAsLong()) / (double) runs)
            : "");
  }

  /** {@return how many runs each thread got to do} */
  private List<Integer> runs(Coordinator coordinator, int count) throws Exception {
    AtomicInteger left = new AtomicInteger(count);
    ExecutorService clients = Executors.newFixedThreadPool(concurrent);
    List<Future<Integer>> shares = new ArrayList<>();
    for (Repository repository : repositories) {
      shares.add(clients.submit(() -> share(coordinator, repository, left)));
    }
    List<Integer> done = new ArrayList<>();
    for (Future<Integer> share : shares) {
      done.add(share.get());
    }
    clients.shutdown();
    return done;
  }

  private int share(Coordinator coordinator, Repository repository, AtomicInteger left)
      throws InterruptedException {
    int done = 0;
    while (left.getAndDecrement() > 0) {
      long begin = System.nanoTime();
      Run reached =
          coordinator.run(TrivialSteps.TEMPLATE, repository, RunRequest.autonomous());
      run.add(System.nanoTime() - begin);
      if (reached.state().status() != RunStatus.SUCCEEDED) {
        throw new IllegalStateException("a run failed: " + reached);
      }
      done++;
    }
    return done;
  }

  private void work(String step) {
    long begin = System.nanoTime();
    if (!step.equals(TrivialSteps.NAMES.get(0))) {
      over.add(begin - end.get());
    }
    end.set(System.nanoTime());
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long heap() throws InterruptedException {
    System.gc();
    Thread.sleep(200);
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
