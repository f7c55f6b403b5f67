package io.kirolinter.workflow.coordinator;

import java.util.concurrent.atomic.AtomicBoolean;

/** Hands the events of one run to a listener, whose exceptions end here. */
final class EventSink {

  private final RunListener listener;
  private final AtomicBoolean failed = new AtomicBoolean();

  EventSink(RunListener listener) {
    this.listener = listener;
  }

  void tell(RunEvent event) {
    try {
      listener.heard(event);
    } catch (RuntimeException | Error e) {
      if (failed.compareAndSet(false, true)) {
        tell(new RunEvent.ListenerFailed(event.id(), ErrorText.of(e)));
      }
    }
  }
}
