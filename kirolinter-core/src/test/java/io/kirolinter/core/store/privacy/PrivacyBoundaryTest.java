package io.kirolinter.core.store.privacy;

import static io.kirolinter.core.testkit.SampleRuns.changing;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.testkit.SampleDialogues;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract suites of the stores cannot see: that nothing goes past the boundary. */
class PrivacyBoundaryTest {

  private static final Instant NOW = Instant.parse("2026-11-22T18:15:30Z");

  static Stream<Class<?>> boundaries() {
    return Arrays.stream(PrivacyBoundary.class.getMethods())
        .filter(method -> method.getName().equals("before"))
        .map(PrivacyBoundaryTest::boundaryOf);
  }

  /** A method with a body of its own in the contract would never reach the store. */
  @ParameterizedTest
  @MethodSource("boundaries")
  void everyMethodOfAContractIsPassedOnToTheStore(Class<?> boundary) throws Exception {
    Class<?> contract = boundary.getInterfaces()[0];
    for (Method method : contract.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers())) {
        assertThat(
                boundary
                    .getMethod(method.getName(), method.getParameterTypes())
                    .getDeclaringClass())
            .as(method.toString())
            .isEqualTo(boundary);
      }
    }
  }

  @Test
  void aStateKeepsAllThatIsNoSecret() {
    List<Object> kept = new ArrayList<>();
    RunJournal journal =
        (RunJournal)
            Proxy.newProxyInstance(
                RunJournal.class.getClassLoader(),
                new Class<?>[] {RunJournal.class},
                (proxy, method, arguments) -> {
                  kept.add(arguments[1]);
                  return null;
                });
    RunState state =
        RunState.queued()
            .withStatus(RunStatus.RUNNING)
            .writtenBy("there")
            .takenOver()
            .withStep(StepRecord.started("analyze", NOW))
            .withDialogue(SampleDialogues.everything());

    PrivacyBoundary.before(journal)
        .checkpoint(new Lease(changing(1).id(), "here", 1, NOW), state, Optional.empty());

    assertThat(kept).containsExactly(state);
  }

  private static Class<?> boundaryOf(Method before) {
    Class<?> contract = before.getParameterTypes()[0];
    Object none =
        Proxy.newProxyInstance(
            contract.getClassLoader(), new Class<?>[] {contract}, (proxy, method, all) -> null);
    try {
      return before.invoke(null, none).getClass();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
