package io.kirolinter.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

  @Test
  void underlinesHeadingsAndIndentsCode() {
    String markdown =
        """
        # Unused import

        `unused-import` · see [the page](a.md)

        ## Bad

        ```java
        # no heading
        int `a`;

        ```
        end
        """;

    assertThat(MarkdownText.of(markdown))
        .isEqualTo(
            """
            Unused import
            =============

            unused-import · see the page

            Bad
            ---

                # no heading
                int `a`;

            end
            """);
  }
}
