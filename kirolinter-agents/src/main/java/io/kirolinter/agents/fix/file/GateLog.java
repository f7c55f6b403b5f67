package io.kirolinter.agents.fix.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the gates of files did, over all files. Safe for use by many threads. */
public final class GateLog {

  /** What one gate did; the time is that of all threads together. */
  public record Entry(String gate, long checks, long objections, Duration time) {}

  private static final class Counts {
    private final LongAdder checks = new LongAdder();
    private final LongAdder objections = new LongAdder();
    private final LongAdder nanos = new LongAdder();
  }

  private final Map<String, Counts> counts = new LinkedHashMap<>();

  /** {@return what each gate did so far, in the order in which they came to work} */
  public List<Entry> entries() {
    synchronized (counts) {
      List<Entry> entries = new ArrayList<>();
      counts.forEach((gate, of) -> entries.add(entry(gate, of)));
      return entries;
    }
  }

  Optional<String> objection(FileGate gate, Attempt attempt) {
    long start = System.nanoTime();
    Optional<String> objection = gate.objection(attempt);
    Counts of = countsOf(gate.name());
    of.nanos.add(System.nanoTime() - start);
    of.checks.increment();
    objection.ifPresent(any -> of.objections.increment());
    return objection;
  }

  private Counts countsOf(String gate) {
    synchronized (counts) {
      return counts.computeIfAbsent(gate, name -> new Counts());
    }
  }

  private static Entry entry(String gate, Counts of) {
    Duration time = Duration.ofNanos(of.nanos.sum());
    return new Entry(gate, of.checks.sum(), of.objections.sum(), time);
  }
}
