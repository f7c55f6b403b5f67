package io.kirolinter.cli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.cli.testkit.CommandProcess;
import io.kirolinter.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills real processes in the midst of a full review. The runs are resumed side by side, as each
 * may wait for the lease of its dead process.
 */
class KilledRunTest {

  private static final int KILLS = 20;
  private static final long SEED = 20261122;

  @TempDir Path folder;

  @Test
  void aRunThatIsKilledAtAnyMomentEndsWithTheSameCommitsEachOnce() throws Exception {
    Path original = original();
    long started = System.nanoTime();
    List<String> expected = undisturbed(original);
    long length = (System.nanoTime() - started) / 1_000_000;
    assertThat(expected).hasSizeGreaterThanOrEqualTo(3);

    List<Path> places = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 0; i < KILLS; i++) {
      places.add(killed(original, i, random.nextLong(length)));
    }

    for (List<String> commits : inParallel(places.stream().map(this::ending).toList())) {
      assertThat(commits).isEqualTo(expected);
    }
    for (Path place : places) {
      assertThat(git(place.resolve("copy"), "status", "--porcelain")).isEmpty();
    }
  }

  private List<String> undisturbed(Path original) throws Exception {
    Path copy = copyOf(original, folder.resolve("undisturbed"));
    process(folder.resolve("undisturbed")).output(workflow(copy));
    return commitsOfBranches(copy);
  }

  private Path killed(Path original, int number, long afterMillis) throws Exception {
    Path place = folder.resolve("killed-" + number);
    Path copy = copyOf(original, place);
    process(place).killed(afterMillis, workflow(copy));
    return place;
  }

  private Callable<List<String>> ending(Path place) {
    return () -> {
      Path copy = place.resolve("copy");
      CommandProcess process = process(place);
      List<?> runs = Json.read(process.output("agent", "runs", "--format", "json"), List.class);
      String result =
          runs.isEmpty()
              ? process.output(workflow(copy))
              : process.output("agent", "resume", idOf(runs), "--format", "json");
      assertThat(statusOf(result)).isEqualTo("succeeded");
      return commitsOfBranches(copy);
    };
  }

  private static String idOf(List<?> runs) {
    assertThat(runs).hasSize(1);
    return String.valueOf(((Map<?, ?>) runs.get(0)).get("runId"));
  }

  private static Object statusOf(String json) {
    Map<?, ?> run = Json.read(json, Map.class);
    return run.get("status");
  }

  private static String[] workflow(Path copy) {
    return new String[] {
      "agent",
      "workflow",
      "--repo",
      copy.toString(),
      "--template",
      "full_review",
      "--format",
      "json"
    };
  }

  private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static CommandProcess process(Path place) {
    return new CommandProcess(place.resolve("home"));
  }

  private Path original() throws Exception {
    Path repository = folder.resolve("original");
    for (int i = 0; i < 40; i++) {
      write(repository.resolve("src/main/java/a/Type" + i + ".java"), "Type" + i);
    }
    git(repository, "init", "--quiet");
    git(repository, "add", ".");
    git(repository, "-c", "user.name=T", "-c", "user.email=t@localhost", "commit", "-qm", "Begin");
    return repository;
  }

  private static void write(Path file, String name) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        package a;

        import java.util.List;

        class %s {
          final static long LIMIT = 10l;

          public String toString() {
            return "x";
          }
        }
        """
            .formatted(name));
  }

  private static Path copyOf(Path original, Path place) throws Exception {
    Path copy = place.resolve("copy");
    git(original, "clone", "--quiet", original.toString(), copy.toString());
    return copy;
  }

  /** Subject and tree of every commit of every branch of ours; run ids differ, these do not. */
  private static List<String> commitsOfBranches(Path copy) throws Exception {
    String log = git(copy, "log", "--format=%s %T", "--branches=kirolinter/*", "--not", "HEAD");
    return log.lines().toList();
  }

  private static String git(Path place, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).directory(place.toFile()).start();
    String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(String.join(" ", command)).isZero();
    return out;
  }
}
