package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class RawEmptyCollectionTest {

  private final RuleHarness rule = RuleHarness.of(new RawEmptyCollection());

  @Test
  void usesTheTypedMethod() {
    rule.fixes(
        """
        import java.util.*;
        class A {
          List<String> a = Collections.EMPTY_LIST;
          Map<String, String> b() {
            Set<String> c = Collections.EMPTY_SET;
            a = Collections.EMPTY_LIST;
            return Collections.EMPTY_MAP;
          }
        }
        """,
        """
        import java.util.*;
        class A {
          List<String> a = Collections.emptyList();
          Map<String, String> b() {
            Set<String> c = Collections.emptySet();
            a = Collections.emptyList();
            return Collections.emptyMap();
          }
        }
        """);
  }

  @Test
  void offersNoFixWhereTheTypeIsNotSure() {
    rule.reportsWithoutFix(
        """
        import java.util.Collections;
        import java.util.List;
        class A {
          void a(Object o, boolean b) {
            a(Collections.EMPTY_LIST, b); // finding: use Collections.emptyList()
            List<String> c = (List<String>) Collections.EMPTY_LIST; // finding:
            var d = Collections.EMPTY_LIST; // finding:
            java.util.function.Supplier<Object> e = () -> { return Collections.EMPTY_SET; }; // finding:
          }
        }
        """);
  }

  @Test
  void leavesOtherConstantsAlone() {
    rule.isSilentOn(
        """
        class A {
          Object a = Collections.EMPTY_LIST;
          Object b = java.util.Collections.emptyList();
          static class Collections { static final Object EMPTY_LIST = null; static final Object NONE = EMPTY_LIST; }
        }
        """);
  }

  @Test
  void survivesMissingNames() {
    rule.survives(
        """
        import java.util.*;
        class A { Object a = Collections.; Object b = Collections.EMPTY_LIST }
        """);
  }
}
