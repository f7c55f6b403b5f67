package io.kirolinter.agents.fix.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.source.TextEdit;
import io.kirolinter.core.source.TextEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditChainTest {

  @Test
  void joinsEditsOfEditsIntoEditsOfTheFirstText() {
    EditChain chain =
        EditChain.of("one two three")
            .then(List.of(new TextEdit(4, 7, "2"), TextEdit.insertion(13, "!")))
            .then(List.of(TextEdit.deletion(0, 4), new TextEdit(5, 6, "")));

    assertThat(chain.text()).isEqualTo("2three!");
    assertThat(TextEdits.apply("one two three", chain.edits())).isEqualTo("2three!");
  }

  @Test
  void forgetsWhatWasInsertedAndTakenAwayAgain() {
    EditChain chain =
        EditChain.of("abc")
            .then(List.of(TextEdit.insertion(1, "xyz")))
            .then(List.of(TextEdit.deletion(1, 4)));

    assertThat(chain.edits()).isEmpty();
  }

  @Test
  void knowsWhereCharsComeFrom() {
    EditChain chain =
        EditChain.of("abcdef").then(List.of(new TextEdit(1, 3, "XY"), TextEdit.deletion(4, 5)));

    assertThat(chain.text()).isEqualTo("aXYdf");
    assertThat(chain.originOf(0)).hasValue(0);
    assertThat(chain.originOf(1)).isEmpty();
    assertThat(chain.originOf(3)).hasValue(3);
    assertThat(chain.originOf(4)).hasValue(5);
    assertThat(chain.originOf(5)).hasValue(6);
    assertThat(chain.nearestOriginOf(2)).isEqualTo(1);
    assertThat(chain.nearestOriginOf(4)).isEqualTo(5);
    assertThat(EditChain.of("a").then(List.of(new TextEdit(0, 1, "b"))).nearestOriginOf(0))
        .isZero();
  }

  @Test
  void refusesEditsThatOverlap() {
    EditChain chain = EditChain.of("abc");
    List<TextEdit> edits = List.of(TextEdit.deletion(0, 2), TextEdit.deletion(1, 3));

    assertThatThrownBy(() -> chain.then(edits)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void leadsToTheSameTextAsOneStepAfterTheOther(long seed) {
    Random random = new Random(seed);
    String first = "The quick brown fox jumps over the lazy dog. ".repeat(3);
    EditChain chain = EditChain.of(first);
    String text = first;
    for (int step = 0; step < 8; step++) {
      List<TextEdit> edits = randomEdits(text.length(), random);
      text = TextEdits.apply(text, edits);
      chain = chain.then(edits);

      assertThat(chain.text()).isEqualTo(text);
      assertThat(TextEdits.apply(first, chain.edits())).isEqualTo(text);
      for (int i = 0; i < text.length(); i++) {
        int at = i;
        String now = text;
        chain
            .originOf(i)
            .ifPresent(origin -> assertThat(first.charAt(origin)).isEqualTo(now.charAt(at)));
      }
    }
  }

  private static List<TextEdit> randomEdits(int length, Random random) {
    List<TextEdit> edits = new ArrayList<>();
    int at = random.nextInt(10);
    while (at < length) {
      int end = Math.min(length, at + random.nextInt(6));
      edits.add(new TextEdit(at, end, "#".repeat(random.nextInt(4))));
      at = end + 1 + random.nextInt(20);
    }
    return edits;
  }
}
