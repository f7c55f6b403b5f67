package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class MapKeyLookupInLoopTest {

  private final RuleHarness rule = RuleHarness.of(new MapKeyLookupInLoop());

  @Test
  void reportsALookUpOfTheLoopsKey() {
    rule.reports(
        """
        import java.util.*;
        class A {
          Map<String, String> field;
          void a(TreeMap<String, String> map, Map<String, String> other) {
            for (String key : map.keySet()) { // finding: loop over 'map.entrySet()'
              System.out.println(key + map.get(key));
            }
            for (String key : this.field.keySet()) { // finding: 'field.entrySet()'
              if (key.isEmpty()) System.out.println(field.get(key));
            }
            for (String key : map.keySet()) {
              System.out.println(other.get(key) + map.get("x") + map.getOrDefault(key, ""));
            }
            for (String key : map.values()) {
              map.get(key);
            }
          }
        }
        """);
  }

  @Test
  void leavesMapsOfUnknownKindAlone() {
    rule.isSilentOn(
        """
        class A {
          void a(Multimap<String, String> map) {
            for (String key : map.keySet()) {
              map.get(key);
            }
            for (String key : b().keySet()) {
              b().get(key);
            }
          }
          Multimap<String, String> b() {
            return null;
          }
        }
        """);
  }

  @Test
  void survivesALoopWithoutBody() {
    rule.survives(
        """
        class A { void a(java.util.Map<String, String> m) { for (String k : m.keySet()) } }
        """);
  }
}
