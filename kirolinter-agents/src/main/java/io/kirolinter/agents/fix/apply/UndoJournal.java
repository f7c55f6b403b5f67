package io.kirolinter.agents.fix.apply;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The original contents of files that are about to change, on disk before anything changes. */
final class UndoJournal {

  private static final String FOLDER = "undo";
  private static final String LIST = "journal.json";

  /** The list as it is written. */
  record Entries(List<UndoEntry> entries) {
    Entries {
      entries = List.copyOf(entries);
    }
  }

  private final Path folder;
  private final Map<SourcePath, UndoEntry> entries = new TreeMap<>();

  private UndoJournal(Path folder) {
    this.folder = folder;
  }

  /** {@return the journal of a run, with what an earlier attempt wrote into it} */
  static UndoJournal open(Path runFolder) throws IOException {
    UndoJournal journal = new UndoJournal(runFolder.resolve(FOLDER));
    Path list = journal.folder.resolve(LIST);
    if (Files.exists(list)) {
      Json.read(Files.readString(list), Entries.class)
          .entries()
          .forEach(entry -> journal.entries.put(entry.path(), entry));
    }
    return journal;
  }

  static boolean isIn(Path runFolder) {
    return Files.isRegularFile(runFolder.resolve(FOLDER).resolve(LIST));
  }

  Collection<UndoEntry> entries() {
    return List.copyOf(entries.values());
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  byte[] original(UndoEntry entry) throws IOException {
    return Files.readAllBytes(folder.resolve(entry.before().value()));
  }

  /** Takes note of a file; what an earlier attempt noted stays, as it saw the file first. */
  void add(UndoEntry entry, byte[] original) throws IOException {
    Files.createDirectories(folder);
    Path copy = folder.resolve(entry.before().value());
    if (!Files.exists(copy) || !ContentHash.of(Files.readAllBytes(copy)).equals(entry.before())) {
      Files.deleteIfExists(copy);
      SafeFile.write(copy, original);
    }
    entries.putIfAbsent(entry.path(), entry);
  }

  /** Writes the list; from then on the changes can be taken back, even after a power cut. */
  void save() throws IOException {
    Files.createDirectories(folder);
    Path half = folder.resolve(LIST + ".part");
    Files.deleteIfExists(half);
    SafeFile.write(half, Json.write(new Entries(List.copyOf(entries.values()))).getBytes(UTF_8));
    Files.move(half, folder.resolve(LIST), StandardCopyOption.ATOMIC_MOVE);
    syncFolder();
  }

  private void syncFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
