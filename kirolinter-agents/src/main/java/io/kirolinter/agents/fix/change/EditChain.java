package io.kirolinter.agents.fix.change;

import io.kirolinter.core.source.TextEdit;
import io.kirolinter.core.source.TextEdits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * A text that is edited again and again, and still knows which of its chars come from where in the
 * text as it was first. Immutable.
 */
public final class EditChain {

  /** Chars that were copied, from {@code origin} on; or inserted, where that is negative. */
  private record Piece(int origin, String text) {

    boolean isCopied() {
      return origin >= 0;
    }

    Piece part(int from, int to) {
      return new Piece(isCopied() ? origin + from : origin, text.substring(from, to));
    }
  }

  private static final int INSERTED = -1;

  private final int originLength;
  private final List<Piece> pieces;
  private final int[] starts;
  private final String text;

  private EditChain(int originLength, List<Piece> pieces, String text) {
    this.originLength = originLength;
    this.pieces = pieces;
    this.text = text;
    starts = new int[pieces.size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + pieces.get(i - 1).text().length();
    }
  }

  /** {@return the chain that starts with a text, not yet edited} */
  public static EditChain of(String text) {
    return new EditChain(text.length(), List.of(new Piece(0, text)), text);
  }

  /** {@return the text after all edits} */
  public String text() {
    return text;
  }

  /**
   * {@return the chain with more edits}
   *
   * @param edits of the text as it is now
   * @throws IllegalArgumentException if they overlap, or end behind the text
   */
  public EditChain then(Collection<TextEdit> edits) {
    String after = TextEdits.apply(text, edits);
    List<Piece> changed = new ArrayList<>();
    int copied = 0;
    for (TextEdit edit : edits.stream().sorted().toList()) {
      addCopy(copied, edit.start(), changed);
      if (!edit.replacement().isEmpty()) {
        changed.add(new Piece(INSERTED, edit.replacement()));
      }
      copied = edit.end();
    }
    addCopy(copied, text.length(), changed);
    return new EditChain(originLength, List.copyOf(changed), after);
  }

  /** {@return all edits as edits of the first text, in order; neighbours are joined} */
  public List<TextEdit> edits() {
    List<TextEdit> edits = new ArrayList<>();
    StringBuilder inserted = new StringBuilder();
    int expected = 0;
    for (Piece piece : pieces) {
      if (piece.isCopied()) {
        addEdit(expected, piece.origin(), inserted, edits);
        expected = piece.origin() + piece.text().length();
      } else {
        inserted.append(piece.text());
      }
    }
    addEdit(expected, originLength, inserted, edits);
    return List.copyOf(edits);
  }

  /** {@return where the char at an offset of the current text was at first; empty if nowhere} */
  public OptionalInt originOf(int offset) {
    if (offset == text.length()) {
      return OptionalInt.of(originLength);
    }
    int at = pieceAt(offset);
    Piece piece = pieces.get(at);
    return piece.isCopied()
        ? OptionalInt.of(piece.origin() + offset - starts[at])
        : OptionalInt.empty();
  }

  /** {@return the place in the first text that a char of the current one stands for} */
  public int nearestOriginOf(int offset) {
    for (int at = pieceAt(offset); at >= 0; at--) {
      Piece piece = pieces.get(at);
      if (piece.isCopied()) {
        return piece.origin() + Math.min(offset - starts[at], piece.text().length());
      }
    }
    return 0;
  }

  /** {@return the index of the last piece that starts at an offset or before} */
  private int pieceAt(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static void addEdit(int from, int to, StringBuilder inserted, List<TextEdit> edits) {
    if (to > from || !inserted.isEmpty()) {
      edits.add(new TextEdit(from, to, inserted.toString()));
      inserted.setLength(0);
    }
  }

  private void addCopy(int from, int to, List<Piece> into) {
    int start = 0;
    for (Piece piece : pieces) {
      int end = start + piece.text().length();
      if (end > from && start < to) {
        into.add(piece.part(Math.max(from - start, 0), Math.min(to, end) - start));
      }
      start = end;
    }
  }
}
