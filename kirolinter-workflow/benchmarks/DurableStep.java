import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Measures what a durable step costs over its work: the time from the end of one step's work to the
 * beginning of the next one's. The work of each step is the write that this is compared with: of
 * the bytes of the checkpoint before, alone. Usage: {@code DurableStep <store> <rounds> <folder>}.
 */
public final class DurableStep {

  private static final int GAPS_OF_A_RUN = TrivialSteps.NAMES.size() - 1;
  /** Until the virtual machine has compiled both sides: with 2,000, the step still gets faster. */
  private static final int WARM_UP = 20_000;

  private final MeasuredStore store;
  private final Timings bare;
  private final Timings over = new Timings("durable step over its work");
  private final Timings checkpoint = new Timings("  of it: the checkpoint");
  private Object state = "";
  private Optional<?> artifact = Optional.empty();
  private long bytes;
  private long end;

  private DurableStep(MeasuredStore store, String barely) {
    this.store = store;
    bare = new Timings(barely);
  }

  public static void main(String[] arguments) throws Exception {
    boolean redis = arguments[0].startsWith("redis");
    System.out.printf("%s durable step on %s%n", Machine.description(), arguments[0]);
    try (MeasuredStore store = MeasuredStore.open(arguments[0], Path.of(arguments[2]))) {
      DurableStep measurement =
          new DurableStep(store, redis ? "bare SET of the same bytes" : "bare commit of the bytes");
      measurement.run(Integer.parseInt(arguments[1]));
      measurement.print(redis ? 2.5 : 1.5);
    }
  }

  private void run(int rounds) throws InterruptedException {
    TrivialSteps steps = new TrivialSteps(this::work);
    try (Coordinator coordinator = steps.coordinator(watched(store.stores()), store.place())) {
      runs(coordinator, WARM_UP / GAPS_OF_A_RUN);
      bare.clear();
      over.clear();
      checkpoint.clear();
      OptionalLong before = store.roundTrips();
      int runs = rounds / GAPS_OF_A_RUN;
      runs(coordinator, runs);
      if (before.isPresent()) {
        long trips = store.roundTrips().getAsLong() - before.getAsLong();
        System.out.printf(
            Locale.ROOT, "  round trips of a run of 5 steps: %.2f%n", trips / (double) runs);
      }
    }
  }

  private void runs(Coordinator coordinator, int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      Run run =
          coordinator.run(
              TrivialSteps.TEMPLATE, TrivialSteps.Named.of("shop"), RunRequest.autonomous());
      if (run.state().status() != RunStatus.SUCCEEDED) {
        throw new IllegalStateException("a run failed: " + run);
      }
    }
  }

  private void work(String step) {
    long begin = System.nanoTime();
    if (!step.equals(TrivialSteps.NAMES.get(0))) {
      over.add(begin - end);
      bare.add(bareWrite());
    }
    end = System.nanoTime();
  }

  private long bareWrite() {
    String written = Json.write(state) + ((StoredArtifact) artifact.orElseThrow()).json();
    bytes = written.length();
    long begin = System.nanoTime();
    try {
      store.bare().write(written);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return System.nanoTime() - begin;
  }

  private void print(double bound) {
    bare.print();
    over.print();
    checkpoint.print();
    double ratio = over.median() / bare.median();
    System.out.printf(
        Locale.ROOT,
        "  %.2f x the bare write of the last %d bytes at the median (bound %.1f: %s), %.2f x at p99;"
            + " %.3f ms more%n",
        ratio,
        bytes,
        bound,
        ratio <= bound ? "kept" : "missed",
        over.p99() / bare.p99(),
        over.median() - bare.median());
  }

  private Stores watched(Stores stores) {
    RunJournal journal = proxy(RunJournal.class, stores.journal());
    return (Stores)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Stores.class},
            (self, method, arguments) ->
                method.getName().equals("journal") ? journal : call(stores, method, arguments));
  }

  private <T> T proxy(Class<T> type, T journal) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> timed(journal, method, arguments)));
  }

  private Object timed(Object journal, Method method, Object[] arguments) throws Throwable {
    long begin = System.nanoTime();
    Object result = call(journal, method, arguments);
    long time = System.nanoTime() - begin;
    if (method.getName().equals("checkpoint")) {
      checkpoint.add(time);
      state = arguments[1];
      artifact = (Optional<?>) arguments[2];
    }
    return result;
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
