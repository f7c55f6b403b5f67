package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class CommandInjectionTest {

  private final RuleHarness rule = RuleHarness.of(new CommandInjection());

  @Test
  void reportsCommandLinesThatAreCutAtSpaces() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run(String host, Runtime runtime) throws Exception {
            Runtime.getRuntime().exec("ping " + host); // finding: put together
            runtime.exec(String.format("ping %s", host)); // finding:
            new ProcessBuilder("ping -c 1 " + host); // finding:
          }
        }
        """);
  }

  @Test
  void reportsScriptsOfAShell() {
    rule.reports(
        """
        class Sample {
          static final String SHELL = "/bin/bash";

          void run(String host, ProcessBuilder builder) throws Exception {
            new ProcessBuilder("sh", "-c", "ping " + host); // finding:
            new ProcessBuilder(new String[] {"cmd.exe", "/c", "ping " + host}); // finding:
            new ProcessBuilder(java.util.List.of(SHELL, "-c", "ping " + host)); // finding:
            builder.command("sh", "-c", "ping " + host); // finding:
            Runtime.getRuntime().exec(new String[] {"sh", "-c", "ping " + host}); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsArgumentsThatStandAlone() {
    rule.isSilentOn(
        """
        class Sample {
          void run(String host, String home, Runtime runtime, java.util.List<String> words) throws Exception {
            new ProcessBuilder("ping", "-c", "1", host);
            new ProcessBuilder("git", "--git-dir=" + home, "log");
            new ProcessBuilder(home + "/bin/java");
            new ProcessBuilder(words);
            new ProcessBuilder();
            new ProcessBuilder(new String[3]);
            new ProcessBuilder("sh", "-c", "ls -l");
            runtime.exec("ls -l");
            runtime.exec(host);
            runtime.exec(new String[] {"ping", host});
            Runtime.getRuntime().gc();
          }
        }
        """);
  }

  @Test
  void acceptsOtherCallsOfSuchNames() {
    rule.isSilentOn(
        """
        class Sample {
          void run(Session session, String host) {
            session.exec("ping " + host);
            exec("ping " + host);
            command("sh", "-c", "ping " + host);
            new Other("ping " + host);
          }
        }
        """);
  }

  @Test
  void survivesAMissingPart() {
    rule.survives(
        """
        class Sample { void run() { Runtime.getRuntime().exec("a" + ); new ProcessBuilder("sh", "-c", ); } }
        """);
  }
}
