package io.kirolinter.workflow.testkit;

import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.history.RunFactsStore;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.schedule.JobStore;
import io.kirolinter.core.store.ResultCache;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.Upkeep;
import io.kirolinter.core.work.WorkQueue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Real stores whose journal a test can cut off, hold up, or fool. */
public record WatchedStores(Stores real, Watcher watcher) implements Stores {

  /** A call of the journal that can be let through. */
  @FunctionalInterface
  public interface Call {
    Object proceed() throws Throwable;
  }

  /** Decides about each call of the journal. */
  @FunctionalInterface
  public interface Watcher {
    Object called(String method, Object[] arguments, Call call) throws Throwable;
  }

  @Override
  public RunJournal journal() {
    RunJournal journal = real.journal();
    return (RunJournal)
        Proxy.newProxyInstance(
            RunJournal.class.getClassLoader(),
            new Class<?>[] {RunJournal.class},
            (proxy, method, arguments) ->
                watcher.called(
                    method.getName(),
                    arguments,
                    () -> {
                      try {
                        return method.invoke(journal, arguments);
                      } catch (InvocationTargetException e) {
                        throw e.getCause();
                      }
                    }));
  }

  @Override
  public RunFactsStore facts() {
    return real.facts();
  }

  @Override
  public PatternMemory memory() {
    return real.memory();
  }

  @Override
  public JobStore jobs() {
    return real.jobs();
  }

  @Override
  public WorkQueue queue() {
    return real.queue();
  }

  @Override
  public ExperimentStore experiments() {
    return real.experiments();
  }

  @Override
  public Upkeep upkeep() {
    return real.upkeep();
  }

  @Override
  public ResultCache cache() {
    return real.cache();
  }

  @Override
  public void close() {
    real.close();
  }
}
