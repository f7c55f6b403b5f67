package io.kirolinter.core.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * A file as text, from which its bytes can be made again exactly.
 *
 * @param text without a byte order mark; offsets of edits count in it
 * @param start whether the bytes begin with a byte order mark
 */
public record SourceText(String text, Start start) {

  /** How the bytes of a file begin. */
  public enum Start {
    PLAIN,
    BYTE_ORDER_MARK
  }

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** {@return the text of these bytes; empty if they are not strictly UTF-8} */
  public static Optional<SourceText> decode(byte[] bytes) {
    boolean marked = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, MARK, 0, 3);
    int skipped = marked ? MARK.length : 0;
    try {
      CharBuffer chars =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, skipped, bytes.length - skipped));
      return Optional.of(
          new SourceText(chars.toString(), marked ? Start.BYTE_ORDER_MARK : Start.PLAIN));
    } catch (CharacterCodingException e) {
      return Optional.empty(); // the answer of this method, not an error
    }
  }

  /** {@return the bytes of the file} */
  public byte[] encode() {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (start == Start.PLAIN) {
      return body;
    }
    byte[] bytes = Arrays.copyOf(MARK, MARK.length + body.length);
    System.arraycopy(body, 0, bytes, MARK.length, body.length);
    return bytes;
  }

  /** {@return this file after the edits; every byte outside them stays} */
  public SourceText edited(Collection<TextEdit> edits) {
    return new SourceText(TextEdits.apply(text, edits), start);
  }

  /** {@return the hash of the bytes} */
  public ContentHash hash() {
    return ContentHash.of(encode());
  }
}
