package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class OpenRedirectTest {

  private final RuleHarness rule = RuleHarness.of(new OpenRedirect());

  @Test
  void reportsTargetsThatARequestChooses() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void one(HttpServletRequest request, HttpServletResponse response) throws Exception {
            response.sendRedirect(request.getParameter("next")); // finding: where people are sent
            response.sendRedirect("https://" + request.getHeader("Host")); // finding:
            String next = request.getParameter("next");
            response.sendRedirect(next + "?a=b"); // finding:
          }
          String two(@RequestParam String next) {
            return "redirect:" + next; // finding:
          }
          String three(@RequestParam String next) {
            return ("redirect:/" + next); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsFixedHostsAndCheckedTargets() {
    rule.isSilentOn(
        """
        class Sample {
          void one(HttpServletRequest request, HttpServletResponse response, String given) throws Exception {
            response.sendRedirect("/login");
            response.sendRedirect(given);
            response.sendRedirect("/page?id=" + request.getParameter("id"));
            response.sendRedirect(encode(request.getParameter("id")));
            response.sendError(request.getParameter("id"));
            response.sendRedirect();
          }
          void two(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String next = request.getParameter("next");
            if (ALLOWED.contains(next)) { response.sendRedirect(next); }
          }
          String three(@RequestParam String next, int a) {
            if (a > 1) { return "redirect:/users/" + next; }
            if (a > 2) { return next + "redirect:"; }
            if (a > 3) { return "forward:" + next; }
            if (a > 4) { return next; }
            return "" + (a - 1);
          }
          void four() { return; }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(HttpServletRequest r) { s.sendRedirect(r.getParameter("n" ; } }
        """);
  }
}
