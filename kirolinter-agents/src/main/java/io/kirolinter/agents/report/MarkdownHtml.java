package io.kirolinter.agents.report;

import io.kirolinter.core.display.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Markdown of rule pages as HTML: headings, paragraphs, lists, fenced code and code in a line.
 * Whatever else there is stays text. The title is left out, as it stands above the page.
 */
final class MarkdownHtml {

  private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*)");
  private static final Pattern ITEM = Pattern.compile("[-*] +(.*)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final Html html;
  private final List<String> paragraph = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private final List<String> code = new ArrayList<>();
  private boolean inCode;

  private MarkdownHtml(Html html) {
    this.html = html;
  }

  static void addTo(Html html, String page) {
    MarkdownHtml writer = new MarkdownHtml(html);
    page.lines().forEach(writer::read);
    writer.endBlock();
    writer.endCode();
  }

  private void read(String line) {
    if (line.startsWith("```")) {
      endBlock();
      endCode();
      inCode = !inCode;
    } else if (inCode) {
      code.add(line);
    } else {
      readText(line);
    }
  }

  private void readText(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (heading.matches()) {
      endBlock();
      addHeading(heading.group(1).length(), heading.group(2));
    } else if (item.matches()) {
      endParagraph();
      items.add(item.group(1));
    } else if (line.isBlank()) {
      endBlock();
    } else if (!items.isEmpty()) {
      items.add(items.remove(items.size() - 1) + " " + line.strip());
    } else {
      paragraph.add(line);
    }
  }

  private void addHeading(int depth, String text) {
    if (depth > 1) {
      html.add("<h4>%s</h4>\n", withCode(text));
    }
  }

  private void endBlock() {
    endParagraph();
    if (!items.isEmpty()) {
      html.add("<ul>\n");
      items.forEach(item -> html.add("<li>%s</li>\n", withCode(item)));
      html.add("</ul>\n");
      items.clear();
    }
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      html.add("<p>%s</p>\n", withCode(String.join(" ", paragraph)));
      paragraph.clear();
    }
  }

  private void endCode() {
    if (!code.isEmpty()) {
      html.add("<pre class=\"code\"><code>%s</code></pre>\n", String.join("\n", code));
      code.clear();
    }
  }

  private static Html.Made withCode(String text) {
    return new Html.Made(CODE.matcher(Html.escaped(text)).replaceAll("<code>$1</code>"));
  }
}
