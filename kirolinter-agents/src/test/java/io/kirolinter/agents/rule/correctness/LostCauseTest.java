package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class LostCauseTest {

  private final RuleHarness rule = RuleHarness.of(new LostCause());

  @Test
  void passesTheCause() {
    rule.fixes(
        """
        import java.io.IOException;
        class Sample {
          void run() throws IOException {
            try {
              System.in.read();
            } catch (IllegalStateException e) {
              throw new RuntimeException(e.getMessage());
            } catch (RuntimeException problem) {
              throw new IOException("x" + problem.toString() + 1);
            } catch (IOException e) {
              if (true) throw new java.io.IOException("y: " + e.getMessage());
            }
          }
        }
        """,
        """
        import java.io.IOException;
        class Sample {
          void run() throws IOException {
            try {
              System.in.read();
            } catch (IllegalStateException e) {
              throw new RuntimeException(e.getMessage(), e);
            } catch (RuntimeException problem) {
              throw new IOException("x" + problem.toString() + 1, problem);
            } catch (IOException e) {
              if (true) throw new java.io.IOException("y: " + e.getMessage(), e);
            }
          }
        }
        """);
  }

  @Test
  void reportsWithoutFixWhatMayTakeNoCause() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run() throws Exception {
            try { run(); } catch (Exception e) {
              throw new SyntaxException(e.getMessage()); // finding: not 'e' itself
            }
            try { run(); } catch (Exception e) {
              throw new IllegalStateException(e.getMessage(), null); // finding:
            }
          }
        }
        """);
  }

  @Test
  void acceptsHandlersThatPassItOn() {
    rule.isSilentOn(
        """
        class Sample {
          void run(String s) throws Exception {
            try { run(s); } catch (Exception e) { throw new RuntimeException(e.getMessage(), e); }
            try { run(s); } catch (Exception e) { throw new RuntimeException(e); }
            try { run(s); } catch (Exception e) { throw new RuntimeException("x"); }
            try { run(s); } catch (Exception e) { throw new java.io.EOFException(e.getMessage()); }
            try { run(s); } catch (Exception e) { throw e; }
            try { run(s); } catch (Exception e) { throw new RuntimeException(s.toString()); }
            try { run(s); } catch (Exception e) { throw new RuntimeException(e.getMessage()) {}; }
            try { run(s); } catch (Exception e) { throw new RuntimeException(find(e)); }
            try { run(s); } catch (Exception e) {
              log.warn("x", e);
              throw new RuntimeException(e.getMessage());
            }
            try { run(s); } catch (Exception e) {
              Runnable later = () -> { throw new RuntimeException(e.getMessage()); };
            }
            throw new RuntimeException(s.toString());
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run() { try { } catch (Exception e) { throw new RuntimeException(e.getMessage( ; } } }
        """);
  }
}
