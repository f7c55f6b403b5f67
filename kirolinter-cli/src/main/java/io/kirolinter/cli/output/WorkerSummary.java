package io.kirolinter.cli.output;

import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.run.RunStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a worker came to.
 *
 * @param runs how many runs ended here, by how they ended
 * @param dropped how many runs it took out of the queue that are not over, or that nobody could
 *     work on
 */
public record WorkerSummary(String worker, Map<RunStatus, Integer> runs, int dropped) {

  public WorkerSummary {
    runs = runs.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(runs));
  }

  /** {@return how many runs ended like this} */
  public int count(RunStatus status) {
    return runs.getOrDefault(status, 0);
  }

  public String text() {
    int all = runs.values().stream().mapToInt(Integer::intValue).sum();
    String parts =
        runs.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(part -> part.getValue() + " " + part.getKey().label())
            .collect(Collectors.joining(", ", ": ", ""));
    String left = dropped == 0 ? "" : ", and dropped " + dropped;
    return "Worker %s ended %s%s%s.%n"
        .formatted(worker, Counted.of(all, "run"), all == 0 ? "" : parts, left);
  }
}
