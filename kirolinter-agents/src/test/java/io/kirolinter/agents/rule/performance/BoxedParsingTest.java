package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class BoxedParsingTest {

  private final RuleHarness rule = RuleHarness.of(new BoxedParsing());

  @Test
  void parsesToThePrimitive() {
    rule.fixes(
        """
        class A {
          double ratio;
          int a(String s) {
            int i = Integer.valueOf(s);
            long l = Long.valueOf(s.trim()).longValue() + Integer.valueOf(s).intValue();
            boolean b = (Boolean.valueOf(s)).booleanValue();
            this.ratio = Double.valueOf("1." + s);
            float f = Float.valueOf(s);
            short h = new Short(s);
            byte y = new Byte(s).byteValue();
            return Integer.valueOf(s);
          }
        }
        """,
        """
        class A {
          double ratio;
          int a(String s) {
            int i = Integer.parseInt(s);
            long l = Long.parseLong(s.trim()) + Integer.parseInt(s);
            boolean b = Boolean.parseBoolean(s);
            this.ratio = Double.parseDouble("1." + s);
            float f = Float.parseFloat(s);
            short h = Short.parseShort(s);
            byte y = Byte.parseByte(s);
            return Integer.parseInt(s);
          }
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        class A {
          int a(String s) {
            return Integer.valueOf(/* digits */ s); // finding: Integer.parseInt
          }
        }
        """);
  }

  @Test
  void leavesAloneWhatIsWantedAsAnObject() {
    rule.isSilentOn(
        """
        class A {
          Integer field = Integer.valueOf("1");
          Integer a(String s, Object o) {
            Integer i = Integer.valueOf(s);
            field = Integer.valueOf(s);
            var open = Integer.valueOf(s);
            o = Integer.valueOf(s);
            call(Integer.valueOf(s));
            return Integer.valueOf(s);
          }
          int b(java.util.List<String> list) {
            return list.stream().map(text -> { return Integer.valueOf("1"); }).findFirst().get();
          }
          void call(Object o) {}
        }
        """);
  }

  @Test
  void leavesOtherConversionsAlone() {
    rule.isSilentOn(
        """
        class A {
          long a(String s, int i, char c, Object o) {
            int same = Integer.valueOf(i);
            int based = Integer.valueOf(s, 16);
            char one = Character.valueOf(c);
            long wider = Integer.valueOf(s);
            long other = Integer.valueOf(s).longValue();
            E e = E.valueOf(s);
            return Long.valueOf(i).longValue();
          }
          enum E {
            X
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class A { int a(String s) { int i = Integer.valueOf(; return Integer.valueOf(s).; } }
        """);
  }
}
