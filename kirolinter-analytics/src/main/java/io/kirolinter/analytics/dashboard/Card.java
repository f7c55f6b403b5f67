package io.kirolinter.analytics.dashboard;

import io.kirolinter.core.display.Html;
import io.kirolinter.core.display.Html.Made;
import java.util.List;

/**
 * A part of a page: a title, a sentence that says what is to be seen, a chart, and its figures as a
 * table.
 */
final class Card {

  /** How much of the page a card takes. */
  enum Width {
    HALF,
    WHOLE
  }

  /** How the text of a column stands. */
  record Column(String name, boolean numbers) {

    static Column text(String name) {
      return new Column(name, false);
    }

    static Column number(String name) {
      return new Column(name, true);
    }
  }

  private final Html html = new Html();
  private final String id;

  Card(String id, String title, Width width) {
    this.id = id;
    html.add(
        "<section class=\"card%s\" id=\"%s\" aria-labelledby=\"%s-title\">\n",
        width == Width.WHOLE ? " wide" : "", id, id);
    html.add("<h2 id=\"%s-title\">%s</h2>\n", id, title);
  }

  Card sentence(String text) {
    html.add("<p class=\"soft\">%s</p>\n", text);
    return this;
  }

  Card add(Html part) {
    html.add(part);
    return this;
  }

  /** A chart, which says to those who do not see it what the others see. */
  Card chart(String says) {
    html.add(
        "<div class=\"plot\"><canvas id=\"%s-chart\" role=\"img\" aria-label=\"%s\"></canvas></div>\n",
        id, says);
    return this;
  }

  /** In place of a chart. */
  Card nothing(String why) {
    html.add("<p class=\"empty\">%s</p>\n", why);
    return this;
  }

  /** The figures of the chart, at first closed. */
  Card figures(List<Column> columns, List<List<?>> rows) {
    html.add("<details id=\"%s-figures\"><summary>Figures as a table</summary>\n", id);
    table("The figures of the chart", columns, rows);
    html.add("</details>\n");
    return this;
  }

  Card table(String caption, List<Column> columns, List<List<?>> rows) {
    html.add(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table>"
            + "<caption>%s</caption><thead><tr>",
        caption, caption);
    for (Column column : columns) {
      html.add("<th scope=\"col\"%s>%s</th>", numberClass(column), column.name());
    }
    html.add("</tr></thead>\n<tbody>\n");
    rows.forEach(row -> addRow(columns, row));
    html.add("</tbody></table></div>\n");
    return this;
  }

  private void addRow(List<Column> columns, List<?> row) {
    html.add("<tr>");
    for (int i = 0; i < row.size(); i++) {
      html.add(
          i == 0 ? "<th scope=\"row\"%s>%s</th>" : "<td%s>%s</td>",
          numberClass(columns.get(i)),
          row.get(i));
    }
    html.add("</tr>\n");
  }

  Html made() {
    return html.add("</section>\n");
  }

  private static Made numberClass(Column column) {
    return new Made(column.numbers() ? " class=\"n\"" : "");
  }
}
