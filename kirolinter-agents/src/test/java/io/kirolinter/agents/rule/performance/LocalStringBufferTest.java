package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class LocalStringBufferTest {

  private final RuleHarness rule = RuleHarness.of(new LocalStringBuffer());

  @Test
  void takesAStringBuilderForWhatStaysInTheMethod() {
    rule.fixes(
        """
        class A {
          String a(String s, int n) {
            final StringBuffer text = new StringBuffer(16);
            text.append(s).append(n).insert(0, 'x').reverse();
            text.setLength(text.length() - 1);
            for (int i = 0; i < n; i++) {
              StringBuffer inner = new StringBuffer("a");
              inner.append(text.charAt(i));
              s += inner.append("b").toString();
            }
            return "[" + text + "]" + text.append(1).substring(1);
          }
        }
        """,
        """
        class A {
          String a(String s, int n) {
            final StringBuilder text = new StringBuilder(16);
            text.append(s).append(n).insert(0, 'x').reverse();
            text.setLength(text.length() - 1);
            for (int i = 0; i < n; i++) {
              StringBuilder inner = new StringBuilder("a");
              inner.append(text.charAt(i));
              s += inner.append("b").toString();
            }
            return "[" + text + "]" + text.append(1).substring(1);
          }
        }
        """);
  }

  @Test
  void keepsTheCommentsAround() {
    rule.fixes(
        """
        class A {
          String a() {
            StringBuffer /* the text */ b = new /* empty */ StringBuffer(); // why
            return b.toString();
          }
        }
        """,
        """
        class A {
          String a() {
            StringBuilder /* the text */ b = new /* empty */ StringBuilder(); // why
            return b.toString();
          }
        }
        """);
  }

  @Test
  void leavesABufferAloneThatOthersGetHoldOf() {
    rule.isSilentOn(
        """
        class A {
          StringBuffer field = new StringBuffer();
          StringBuffer returned() {
            StringBuffer b = new StringBuffer();
            return b;
          }
          StringBuffer chainReturned() {
            StringBuffer b = new StringBuffer();
            return b.append(1);
          }
          void passed(java.util.regex.Matcher m) {
            StringBuffer b = new StringBuffer();
            m.appendTail(b);
            System.out.println(b.append(2));
          }
          void assigned() {
            StringBuffer b = new StringBuffer();
            field = b;
            StringBuffer other = b.append(1);
          }
          void reassigned() {
            StringBuffer b = new StringBuffer();
            b = field;
            b.append(1);
          }
          void captured() {
            StringBuffer b = new StringBuffer();
            new Thread(() -> b.append(1)).start();
            new Thread() {
              @Override public void run() {
                b.append(1);
              }
            }.start();
          }
          void locked() {
            StringBuffer b = new StringBuffer();
            synchronized (b) {
              b.append(1);
            }
          }
        }
        """);
  }

  @Test
  void leavesOtherDeclarationsAlone() {
    rule.isSilentOn(
        """
        class A {
          void a(StringBuffer given) {
            given.append(1);
            StringBuffer same = given;
            same.append(1);
            CharSequence text = new StringBuffer();
            text.length();
            StringBuffer one = new StringBuffer(), two = new StringBuffer();
            one.append(two.length());
            StringBuffer unused = new StringBuffer();
            switch (1) {
              case 1:
                StringBuffer inCase = new StringBuffer();
                inCase.append(1);
            }
          }
        }
        """);
  }

  @Test
  void leavesATypeOfTheSameNameAlone() {
    rule.isSilentOn(
        """
        class A {
          void a() {
            StringBuffer b = new StringBuffer();
            b.append(1);
          }
          static class StringBuilder {}
        }
        """);
  }

  @Test
  void survivesAnUnfinishedDeclaration() {
    rule.survives(
        """
        class A { void a() { StringBuffer b = new StringBuffer(; b.append(1); } }
        """);
  }
}
