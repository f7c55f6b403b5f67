package io.kirolinter.agents.predict.content;

/** Counts in the text of a Java file. */
final class ContentScan {

  private ContentScan() {}

  static Content of(byte[] text) {
    int breaks = 0;
    for (byte one : text) {
      breaks += one == '\n' ? 1 : 0;
    }
    boolean open = text.length > 0 && text[text.length - 1] != '\n';
    return new Content(Math.max(1, breaks + (open ? 1 : 0)));
  }
}
