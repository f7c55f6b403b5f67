package io.kirolinter.core.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

  private static final String MARK = "\uFEFF";

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ä\r\n𝄞", MARK, MARK + "a", "a" + MARK + "b", "\u0000"})
  void makesTheSameBytesAgain(String text) {
    byte[] bytes = text.getBytes(UTF_8);

    SourceText source = SourceText.decode(bytes).orElseThrow();

    assertThat(source.encode()).isEqualTo(bytes);
    assertThat(source.text()).doesNotStartWith(MARK);
    assertThat(source.hash()).isEqualTo(ContentHash.of(bytes));
  }

  @Test
  void refusesWhatIsNotStrictlyUtf8() {
    assertThat(SourceText.decode("ä".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    assertThat(SourceText.decode(new byte[] {(byte) 0xC0, (byte) 0x80})).isEmpty();
    assertThat(SourceText.decode(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80})).isEmpty();
    assertThat(SourceText.decode("aä".getBytes(UTF_8)).orElseThrow().text()).isEqualTo("aä");
  }

  @Test
  void keepsTheByteOrderMarkThroughAnEdit() {
    SourceText source = SourceText.decode((MARK + "abc").getBytes(UTF_8)).orElseThrow();

    assertThat(source.start()).isEqualTo(SourceText.Start.BYTE_ORDER_MARK);
    assertThat(source.edited(List.of(TextEdit.deletion(0, 1))).encode())
        .isEqualTo((MARK + "bc").getBytes(UTF_8));
  }

  @Test
  void namesContentAsGitDoes() {
    assertThat(ContentHash.of(new byte[0])).hasToString("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
    assertThat(ContentHash.of("hello\n".getBytes(UTF_8)))
        .hasToString("ce013625030ba8dba906f756967f9e9ca394464a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "E69DE29BB2D1D6434B8B29AE775AD8C2E48C5391"})
  void refusesWhatIsNoHash(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ContentHash(value));
  }
}
