package io.kirolinter.agents.git;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes apart what git writes with {@code -z}: texts that each end with a NUL. */
final class NulSeparated {

  private NulSeparated() {}

  /** {@return the texts that are UTF-8; the others name files that no text can name} */
  static List<String> texts(byte[] output) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    List<String> texts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < output.length; i++) {
      if (output[i] == 0) {
        add(texts, decoder, ByteBuffer.wrap(output, start, i - start));
        start = i + 1;
      }
    }
    return texts;
  }

  private static void add(List<String> texts, CharsetDecoder decoder, ByteBuffer bytes) {
    try {
      texts.add(decoder.decode(bytes).toString());
    } catch (CharacterCodingException e) {
      // Left out, as the contract says.
      decoder.reset();
    }
  }
}
