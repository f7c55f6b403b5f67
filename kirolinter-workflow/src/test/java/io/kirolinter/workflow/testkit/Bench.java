package io.kirolinter.workflow.testkit;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.CoordinatorBuilder;
import io.kirolinter.workflow.coordinator.RunEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Real stores in a folder, a clock that waiting moves, and coordinators on them. */
public final class Bench implements AutoCloseable {

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Path home;
  private final Stores stores;
  private long seed;

  public Bench(Path home) {
    try {
      this.home = home.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stores = EmbeddedStores.open(this.home.resolve("data"), clock);
  }

  public SettableClock clock() {
    return clock;
  }

  public Stores stores() {
    return stores;
  }

  public Path home() {
    return home;
  }

  /** What all coordinators of this bench told, in order. */
  public List<RunEvent> events() {
    return events;
  }

  public <T extends RunEvent> List<T> events(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** A folder of its own with one file that is untidy and one that is not. */
  public Folder folder(String name) {
    Folder folder = Folder.of(home.resolve(name)).withUntidyFile("untidy.txt");
    folder.write("tidy.txt", "first\n");
    return folder;
  }

  public CoordinatorBuilder builder(String owner, TidyAgents agents) {
    return Coordinator.builder()
        .agents(agents.all())
        .stores(stores)
        .clock(clock)
        .random(new SplittableRandom(++seed))
        .folder(home.resolve("runs"))
        .owner(owner)
        .pause(clock::advance)
        .listener(events::add);
  }

  public Coordinator coordinator(TidyAgents agents) {
    return closing(builder("process " + (seed + 1), agents).build());
  }

  /** Closes the coordinator with this bench. */
  public Coordinator closing(Coordinator coordinator) {
    open.push(coordinator);
    return coordinator;
  }

  public static Map<String, StepOutcome> outcomes(Run run) {
    return run.state().steps().stream()
        .collect(Collectors.toMap(StepRecord::name, s -> s.outcome().orElseThrow()));
  }

  public static List<String> names(Run run) {
    return run.state().steps().stream().map(StepRecord::name).toList();
  }

  public static StepRecord step(Run run, String name) {
    return run.state().step(name).orElseThrow();
  }

  @Override
  public void close() throws Exception {
    List<AutoCloseable> all = new ArrayList<>(open);
    for (AutoCloseable each : all) {
      each.close();
    }
    stores.close();
  }
}
