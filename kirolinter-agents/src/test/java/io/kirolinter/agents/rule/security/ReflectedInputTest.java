package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class ReflectedInputTest {

  private final RuleHarness rule = RuleHarness.of(new ReflectedInput());

  @Test
  void reportsTextThatIsWrittenAsItCame() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
            response.getWriter().println("Hi " + request.getParameter("name")); // finding: escape
            java.io.PrintWriter out = response.getWriter();
            String name = request.getParameter("name");
            out.write(name); // finding:
            out.append((name + "!")); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsOtherTextsAndPlaces() {
    rule.isSilentOn(
        """
        class Sample {
          void run(HttpServletRequest request, HttpServletResponse response, java.io.PrintWriter log)
              throws Exception {
            response.getWriter().println("Hi");
            response.getWriter().println(html(request.getParameter("name")));
            log.println(request.getParameter("name"));
            System.out.println(request.getParameter("name"));
            response.getWriter().flush();
            println(request.getParameter("name"));
          }
          void json(HttpServletRequest request, HttpServletResponse response) throws Exception {
            response.setContentType("application/json");
            response.getWriter().print(request.getParameter("name"));
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(HttpServletResponse r) { r.getWriter().print( ; } }
        """);
  }
}
