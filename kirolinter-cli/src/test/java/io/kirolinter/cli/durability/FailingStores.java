package io.kirolinter.cli.durability;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.store.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Real stores that cannot be reached at one write, or from one write on. */
final class FailingStores {

  /** How long the trouble lasts. */
  enum Trouble {
    /** One write fails before anything is written, as on a full disk that is made room on. */
    ONE_WRITE,
    /** One write is kept, but its answer is lost, as when a connection breaks. */
    ONE_ANSWER,
    /** From the write on nothing works any more. */
    ALL_FROM_THERE
  }

  private static final Set<String> WRITES =
      Set.of(
          "create",
          "claim",
          "checkpoint",
          "release",
          "requestCancel",
          "delete",
          "observe",
          "increment",
          "forgetBefore",
          "forget");

  /**
   * When which trouble begins.
   *
   * @param at the number of the write, from 1
   */
  record Plan(Trouble trouble, int at, AtomicInteger writes) {

    Plan(Trouble trouble, int at) {
      this(trouble, at, new AtomicInteger());
    }

    /** {@return the stores with this trouble} */
    Stores on(Stores real) {
      return new FailingStores(real, this).stores();
    }

    /** {@return whether there was such a write} */
    boolean cameTrue() {
      return writes.get() >= at;
    }
  }

  private final Stores real;
  private final Plan plan;

  private FailingStores(Stores real, Plan plan) {
    this.real = real;
    this.plan = plan;
  }

  private Stores stores() {
    RunJournal journal = failing(RunJournal.class, real.journal());
    PatternMemory memory = failing(PatternMemory.class, real.memory());
    return (Stores)
        Proxy.newProxyInstance(
            Stores.class.getClassLoader(),
            new Class<?>[] {Stores.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "journal" -> journal;
                  case "memory" -> memory;
                  default -> invoked(real, method, arguments);
                });
  }

  private <T> T failing(Class<T> type, T part) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> called(part, method, arguments)));
  }

  private Object called(Object part, Method method, Object[] arguments) throws Throwable {
    boolean writing = WRITES.contains(method.getName());
    int number = writing ? plan.writes().incrementAndGet() : plan.writes().get();
    boolean now = writing && number == plan.at();
    boolean lasting = plan.trouble() == Trouble.ALL_FROM_THERE && number >= plan.at();
    if (lasting || (now && plan.trouble() == Trouble.ONE_WRITE)) {
      throw gone();
    }
    Object result = invoked(part, method, arguments);
    if (now) {
      throw gone();
    }
    return result;
  }

  private static Object invoked(Object part, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(part, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static StoreException gone() {
    return new StoreException(ErrorMessage.cannot("reach", "store", "test").found("it is gone"));
  }
}
