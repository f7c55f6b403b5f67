package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.dashboard.Card.Width;
import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.analytics.workflow.Recommendation;
import io.kirolinter.core.display.Html;
import java.time.Duration;
import java.time.Instant;

/** The cards about what is planned, and what should be done. */
final class PlanCards {

  private static final int DAYS = 14;

  private final DashboardData data;

  PlanCards(DashboardData data) {
    this.data = data;
  }

  /** What people should read first. */
  Html advice() {
    Insight insight = data.insight();
    Html list = new Html();
    list.add("<ul class=\"advice\">\n");
    for (Recommendation advice : insight.workflows().recommendations()) {
      list.add(
          "<li><b>%s</b><span class=\"soft\">Because %s. Gain: %s.</span><br><code>%s</code></li>\n",
          advice.advice(), advice.evidence(), advice.expectedGain(), advice.command());
    }
    list.add("</ul>\n");
    insight
        .wording()
        .ifPresent(
            words ->
                list.add(
                    "<p class=\"soft\">%s: %s</p><p class=\"words\">%s</p>\n",
                    words.model(), words.note(), words.text()));
    Card card = new Card("advice", "What to do", Width.WHOLE);
    return insight.workflows().recommendations().isEmpty()
        ? card.nothing("No rule found anything to do.").made()
        : card.add(list).made();
  }

  /** When jobs fire. */
  Html calendar() {
    Card card =
        new Card("calendar", "Job calendar", Width.WHOLE)
            .sentence("How often each background job fires on the next %d days.".formatted(DAYS));
    if (data.jobs().isEmpty()) {
      return card.nothing(
              "No background job. 'kirolinter agent workflow --mode background' makes one.")
          .made();
    }
    Html table = new Html();
    table.add(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Job calendar\">"
            + "<table class=\"calendar\"><caption>Firings a day, in UTC</caption><thead><tr>"
            + "<th scope=\"col\">Job</th>");
    for (int day = 0; day < DAYS; day++) {
      table.add("<th scope=\"col\">%s</th>", PageText.day(begin(day)));
    }
    table.add("</tr></thead><tbody>\n");
    data.jobs().forEach(job -> addRow(table, job));
    return card.add(table.add("</tbody></table></div>\n")).made();
  }

  private void addRow(Html table, JobView job) {
    table.add(
        "<tr><th scope=\"row\">%s <span class=\"soft\">%s</span></th>", job.name(), job.schedule());
    for (int day = 0; day < DAYS; day++) {
      long count = count(job, begin(day), begin(day + 1));
      if (count == 0) {
        table.add("<td><span aria-label=\"none\">·</span></td>");
      } else {
        table.add("<td class=\"fires\">%d</td>", count);
      }
    }
    table.add("</tr>\n");
  }

  private static long count(JobView job, Instant from, Instant until) {
    return job.upcoming().stream().filter(at -> !at.isBefore(from) && at.isBefore(until)).count();
  }

  private Instant begin(int day) {
    long today = data.madeAt().getEpochSecond() / 86_400 * 86_400;
    return Instant.ofEpochSecond(today).plus(Duration.ofDays(day));
  }
}
