package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class PathTraversalTest {

  private final RuleHarness rule = RuleHarness.of(new PathTraversal());

  @Test
  void reportsPathsThatARequestChooses() {
    rule.reportsWithoutFix(
        """
        import java.io.*;
        import java.nio.file.*;
        class Sample {
          void one(HttpServletRequest request, Path folder) throws Exception {
            new File("/data/" + request.getParameter("name")); // finding: chooses the path
            String name = request.getHeader("X").trim();
            folder.resolve(name); // finding:
            new FileInputStream(name); // finding:
            String[] all = request.getParameterValues("n");
            new FileInputStream(all[0]); // finding:
            String later = "";
            later = java.net.URLDecoder.decode(request.getQueryString(), "UTF-8");
            new FileInputStream(later); // finding:
          }
          void two(@RequestParam("n") String name, @PathVariable String id) {
            Paths.get("/data", name); // finding:
            Path.of(id + ".txt"); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsCheckedPathsAndOtherTexts() {
    rule.isSilentOn(
        """
        import java.io.*;
        import java.nio.file.*;
        class Sample {
          void checked(HttpServletRequest request, Path folder) {
            Path path = folder.resolve(request.getParameter("n")).normalize();
            if (!path.startsWith(folder)) { throw new IllegalArgumentException(); }
          }
          void other(HttpServletRequest request, String given, Config config, @RequestParam int id) {
            new File(given);
            new File("/data/" + id);
            new File(config.getParameter("x"));
            new StringBuilder(request.getParameter("x"));
            lookUp(request.getParameter("x"));
            new File(nameOf(request.getParameter("x")));
            String later = request.getParameter("x");
            later = clean(later);
            new File(later);
            new File(unknown);
          }
          void circle() { String a = b; String b = a; new File(a); }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(HttpServletRequest r) { new File("a" + r.getParameter("n" ; } }
        """);
  }
}
