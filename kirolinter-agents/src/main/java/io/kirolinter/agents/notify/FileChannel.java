package io.kirolinter.agents.notify;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.notice.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes every message as a Markdown file of its own into a folder. */
public final class FileChannel implements Channel {

  private final Path folder;

  /** {@return a channel into a folder, which is made when the first message is sent} */
  public static FileChannel into(Path folder) {
    return new FileChannel(folder);
  }

  private FileChannel(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "file";
  }

  @Override
  public String send(Message message) {
    Path file = folder.resolve(message.id() + ".md");
    try {
      Files.createDirectories(folder);
      write(file, "# " + message.title() + "\n\n" + message.body());
      return file.toString();
    } catch (IOException e) {
      throw new StoreException(
          ErrorMessage.cannot("write", "notice", file.toString())
              .found(String.valueOf(e))
              .expected("a folder that can be written to")
              .remedy("Make room or give write access, then run again."),
          e);
    }
  }

  /** Writes beside the file first, so that nobody reads half a message. */
  private void write(Path file, String text) throws IOException {
    Path unfinished = Files.createTempFile(folder, "notice", ".part");
    try {
      Files.writeString(unfinished, text);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
