package io.kirolinter.workflow.testkit;

import io.kirolinter.workflow.coordinator.Alarm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Alarms that go off when a test says, in its thread. */
public final class ManualAlarm implements Alarm {

  private record Set(Duration time, Runnable action) {}

  private final List<Set> pending = new CopyOnWriteArrayList<>();

  @Override
  public Setting set(Duration time, Runnable action) {
    Set alarm = new Set(time, action);
    pending.add(alarm);
    return () -> pending.remove(alarm);
  }

  /** The times of the alarms that are set, in the order in which they were. */
  public List<Duration> pending() {
    return pending.stream().map(Set::time).toList();
  }

  /** Lets the newest alarm go off. */
  public void goOff() {
    pending.remove(pending.size() - 1).action().run();
  }
}
