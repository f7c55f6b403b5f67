package io.kirolinter.agents.git;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.SourcePath;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What {@code git fast-import} reads to write a chain of commits and to tell their names; no
 * reference leads to them.
 */
final class ImportStream {

  private static final String NO_REF = "refs/kirolinter/none";

  private final CommitId base;
  private final String who;

  private ImportStream(CommitId base, Identity author, Instant at) {
    this.base = base;
    who = "%s <%s> %d +0000".formatted(author.name(), author.email(), at.getEpochSecond());
  }

  static ImportStream on(CommitId base, Identity author, Instant at) {
    return new ImportStream(base, author, at);
  }

  void write(List<CommitDraft> drafts, OutputStream stdin) throws IOException {
    OutputStream out = new BufferedOutputStream(stdin, 64 * 1024);
    for (int mark = 1; mark <= drafts.size(); mark++) {
      commit(drafts.get(mark - 1), mark, out);
    }
    line(out, "reset " + NO_REF);
    line(out, "from " + "0".repeat(base.value().length()));
    line(out, "");
    line(out, "done");
    out.flush();
  }

  private void commit(CommitDraft draft, int mark, OutputStream out) throws IOException {
    line(out, "commit " + NO_REF);
    line(out, "mark :" + mark);
    line(out, "author " + who);
    line(out, "committer " + who);
    data(out, draft.message().getBytes(StandardCharsets.UTF_8));
    line(out, "from " + (mark == 1 ? base.value() : ":" + (mark - 1)));
    for (CommitDraft.NewContent file : draft.files()) {
      String mode = file.mode() == FileMode.EXECUTABLE ? "100755" : "100644";
      line(out, "M " + mode + " inline " + quoted(file.path()));
      data(out, file.content());
    }
    line(out, "");
    line(out, "get-mark :" + mark);
  }

  private static void data(OutputStream out, byte[] bytes) throws IOException {
    line(out, "data " + bytes.length);
    out.write(bytes);
    line(out, "");
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Only these three characters need an escape; all others stand for themselves. */
  private static String quoted(SourcePath path) {
    String escaped = path.value().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
