package io.kirolinter.agents.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.review.RulePages;
import io.kirolinter.core.display.Html;
import org.junit.jupiter.api.Test;

class MarkdownHtmlTest {

  @Test
  void rendersWhatRulePagesUse() {
    assertThat(
            html(
                """
                # Title

                `id` · security

                ## What

                Two lines
                of `code` & text.

                - one
                  goes on
                - `two`
                """))
        .isEqualTo(
            """
            <p><code>id</code> · security</p>
            <h4>What</h4>
            <p>Two lines of <code>code</code> &amp; text.</p>
            <ul>
            <li>one goes on</li>
            <li><code>two</code></li>
            </ul>
            """);
  }

  @Test
  void keepsCodeAsItIs() {
    assertThat(html("```java\n# no heading\n- `no` <item>\n\n  x\n```\n"))
        .isEqualTo(
            "<pre class=\"code\"><code># no heading\n- `no` &lt;item&gt;\n\n  x</code></pre>\n");
  }

  @Test
  void endsCodeThatNobodyEnds() {
    assertThat(html("```\nx")).isEqualTo("<pre class=\"code\"><code>x</code></pre>\n");
  }

  @Test
  void leavesAllElseAsText() {
    assertThat(html("[a](javascript:x) <b> **c**"))
        .isEqualTo("<p>[a](javascript:x) &lt;b&gt; **c**</p>\n");
  }

  @Test
  void leavesNoMarkOfAnyRulePage() {
    RulePages.rules()
        .forEach(
            rule ->
                assertThat(html(RulePages.pageOf(rule.id()).orElseThrow()))
                    .as(rule.id().value())
                    .contains("<h4>What</h4>", "<h4>Bad</h4>\n<pre")
                    .doesNotContain("```", "## "));
  }

  private static String html(String page) {
    Html html = new Html();
    MarkdownHtml.addTo(html, page);
    return html.toString();
  }
}
