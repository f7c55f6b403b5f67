package io.kirolinter.agents.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.kirolinter.agents.testkit.MutatedSource;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Spoils Java files, each time in another way, and the same way for the same seed. */
final class HostileSource {

  /** The largest: every hundredth file gets one of them, as they cost most of the time. */
  private static final int LINE_LENGTH = 1_000_000;

  private static final int NESTING = 5_000;

  private final Random random;

  HostileSource(long seed) {
    this.random = new Random(new SplittableRandom(seed).nextLong());
  }

  /** {@return the file, spoilt} */
  byte[] of(String text) {
    if (random.nextInt(100) == 0) {
      return huge(text).getBytes(UTF_8);
    }
    return switch (random.nextInt(12)) {
      case 0 -> withRandomBytes(text.getBytes(UTF_8));
      case 1 -> cut(text.getBytes(UTF_8));
      case 2 -> mixedLineEnds(text).getBytes(UTF_8);
      case 3 -> ("\ufeff" + changed(text)).getBytes(UTF_8);
      case 4 -> withLoneSurrogate(text);
      case 5 -> otherEncoding(text);
      case 6 -> inserted(text, oneOf("\0", "\u001a", "\f", "\u202e", "\\u", "\\uD800", "\\u0022"));
      case 7 -> inserted(text, "\n<<<<<<< HEAD\n int a;\n=======\n int b;\n>>>>>>> theirs\n");
      case 8 -> inserted(text, oneOf("/*", "*/", "\"\"\"", "'", "\"", "//", "{", "}", "@", "->"));
      default -> changed(text).getBytes(UTF_8);
    };
  }

  private String huge(String text) {
    String deep = oneOf("(", "{", "[", "a(", "!", "if(a)", "new int[]{", "a?b:", "x->", "List<");
    String wide = oneOf("a + ", "\"a\" + ", "a && ", "f().", "1, ", "a -> ", "// ");
    String monster =
        switch (random.nextInt(3)) {
          case 0 -> "int deep = " + "(".repeat(NESTING) + "1" + ")".repeat(NESTING) + ";";
          case 1 -> "Object deep = " + deep.repeat(NESTING) + "1;";
          default -> "Object wide = " + wide.repeat(LINE_LENGTH / wide.length()) + "1;";
        };
    int brace = text.indexOf('{', text.indexOf("class ")) + 1;
    return text.substring(0, brace) + monster + text.substring(brace);
  }

  private byte[] withRandomBytes(byte[] bytes) {
    byte[] spoilt = bytes.clone();
    for (int i = 0; i <= random.nextInt(8); i++) {
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
    }
    return spoilt;
  }

  private byte[] cut(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    return random.nextBoolean()
        ? Arrays.copyOfRange(bytes, from, bytes.length)
        : Arrays.copyOf(bytes, from);
  }

  private String mixedLineEnds(String text) {
    StringBuilder mixed = new StringBuilder();
    text.lines().forEach(line -> mixed.append(line).append(oneOf("\n", "\r", "\r\n", "\n\r")));
    return mixed.toString();
  }

  /** Half of a pair, as an encoder that does not know better writes it. */
  private byte[] withLoneSurrogate(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    int at = random.nextInt(bytes.length - 3);
    bytes[at] = (byte) 0xed;
    bytes[at + 1] = (byte) 0xa0;
    bytes[at + 2] = (byte) 0x80;
    return bytes;
  }

  private byte[] otherEncoding(String text) {
    Charset charset =
        List.of(UTF_16LE, ISO_8859_1, Charset.forName("windows-1252"), Charset.forName("IBM037"))
            .get(random.nextInt(4));
    return inText(text, "/* Gr\u00fc\u00dfe \u00a9 */").getBytes(charset);
  }

  private byte[] inserted(String text, String piece) {
    return inText(text, piece).getBytes(UTF_8);
  }

  private String inText(String text, String piece) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + piece + text.substring(at);
  }

  private String changed(String text) {
    return new MutatedSource(random).of(text);
  }

  private String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
