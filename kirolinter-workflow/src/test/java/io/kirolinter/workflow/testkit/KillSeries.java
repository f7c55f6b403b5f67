package io.kirolinter.workflow.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Real processes that are killed at moments drawn by lot, each followed by another one at once.
 * Each tells a line whenever it has ended a run.
 *
 * @param main what the processes run; it does not end by itself
 * @param seed of the moments
 */
public record KillSeries(FastJvm jvm, Class<?> main, long seed) {

  private static final int LONGEST_START = 500;
  private static final int LONGEST_STEP = 40;

  /** The arguments of a process. */
  @FunctionalInterface
  public interface Arguments {

    /**
     * {@return the arguments}
     *
     * @param place of the process among those that live at the same time, from 0
     * @param number of the process in its place, from 0
     */
    String[] of(int place, int number);
  }

  /** {@return how many processes were killed: so many in each place, all places side by side} */
  public int kill(int places, int killsOfEach, Path temporary, Arguments arguments)
      throws Exception {
    ExecutorService sides = Executors.newFixedThreadPool(places);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < places; i++) {
        int place = i;
        Path libraries = Files.createDirectories(temporary.resolve("native-" + i));
        tasks.add(() -> killOneAfterTheOther(place, killsOfEach, libraries, arguments));
      }
      int killed = 0;
      for (Future<Integer> done : sides.invokeAll(tasks)) {
        killed += done.get();
      }
      return killed;
    } finally {
      sides.shutdownNow();
    }
  }

  private int killOneAfterTheOther(int place, int kills, Path libraries, Arguments arguments)
      throws Exception {
    Random moments = new Random(seed + place);
    for (int number = 0; number < kills; number++) {
      // One of three is killed while it starts or takes over; the others after some whole runs,
      // so that no run loses so many processes that it is given up.
      int runs = number % 3 == 0 ? 0 : 1 + moments.nextInt(3);
      Process victim = jvm.start(libraries, main, arguments.of(place, number));
      try {
        awaitLines(victim, runs);
        int longest = runs == 0 ? LONGEST_START : LONGEST_STEP;
        if (victim.waitFor(moments.nextInt(longest), TimeUnit.MILLISECONDS)) {
          throw ended();
        }
      } finally {
        victim.destroyForcibly().waitFor();
      }
      deleteLeftovers(libraries);
    }
    return kills;
  }

  private void awaitLines(Process victim, int count) throws IOException {
    BufferedReader told =
        new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8));
    for (int i = 0; i < count; i++) {
      if (told.readLine() == null) {
        throw ended();
      }
    }
  }

  private IOException ended() throws IOException {
    return new IOException("a process ended by itself: " + Files.readString(jvm.errors()));
  }

  /** A killed process leaves the native library of the store behind. */
  private static void deleteLeftovers(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
