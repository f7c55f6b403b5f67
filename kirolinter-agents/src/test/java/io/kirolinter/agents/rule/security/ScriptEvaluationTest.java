package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class ScriptEvaluationTest {

  private final RuleHarness rule = RuleHarness.of(new ScriptEvaluation());

  @Test
  void reportsScriptsThatAreNotWrittenDown() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run(javax.script.ScriptEngine engine, groovy.lang.GroovyShell shell, String script)
              throws Exception {
            engine.eval(script); // finding: made at run time
            shell.evaluate("print(" + script + ")"); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsConstantsReadersAndOtherEngines() {
    rule.isSilentOn(
        """
        class Sample {
          static final String SCRIPT = "1 + 1";

          void run(javax.script.ScriptEngine engine, Other other, String script, java.io.Reader reader)
              throws Exception {
            engine.eval(SCRIPT);
            engine.eval("1" + "+ 1");
            engine.eval(reader);
            engine.eval();
            other.eval(script);
            eval(script);
            engine.put("a", script);
          }
        }
        """);
  }

  @Test
  void survivesAMissingScript() {
    rule.survives(
        """
        class Sample { void run(ScriptEngine engine) { engine.eval("a" + ); engine.eval( } }
        """);
  }
}
