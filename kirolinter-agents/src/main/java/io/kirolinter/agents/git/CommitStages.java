package io.kirolinter.agents.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kirolinter.agents.git.GitHistory.Dated;
import io.kirolinter.agents.git.GitHistory.StageReader;
import io.kirolinter.core.repository.CommitId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The commits of a history but its merges, by the first of some stops that each of them leads to.
 */
final class CommitStages {

  /** The commits of each stage, the newest first. */
  private final List<List<String>> stages;

  private CommitStages(List<List<String>> stages) {
    this.stages = stages;
  }

  /**
   * Reads what {@code git rev-list --parents} writes: a commit and its parents on each line, and
   * none after one of its parents. So when a commit is read, all stops are known that it leads to.
   */
  static CommitStages read(InputStream written, List<CommitId> stops) throws IOException {
    Map<String, Integer> stageOf = new HashMap<>();
    for (int stage = stops.size() - 1; stage >= 0; stage--) {
      stageOf.put(stops.get(stage).value(), stage);
    }
    List<List<String>> stages = new ArrayList<>();
    stops.forEach(stop -> stages.add(new ArrayList<>()));
    BufferedReader lines = new BufferedReader(new InputStreamReader(written, US_ASCII));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] commits = line.split(" ", -1);
      Integer known = stageOf.remove(commits[0]);
      int stage = known == null ? stops.size() - 1 : known;
      for (int parent = 1; parent < commits.length; parent++) {
        stageOf.merge(commits[parent], stage, Math::min);
      }
      if (commits.length <= 2) {
        stages.get(stage).add(commits[0]);
      }
    }
    return new CommitStages(stages);
  }

  /** Names the commits, stage by stage, and within each the oldest first. */
  void writeTo(OutputStream out) throws IOException {
    for (List<String> stage : stages) {
      for (int i = stage.size() - 1; i >= 0; i--) {
        out.write((stage.get(i) + "\n").getBytes(US_ASCII));
      }
    }
  }

  /** Reads what git tells of some of the commits, in the order in which they were named. */
  int follow(InputStream told, List<Dated> stops, StageReader reader) throws IOException {
    Place place = new Place(stops, reader);
    int commits =
        new HistoryParser(told)
            .parse(
                entry -> {
                  place.moveTo(entry.id().value());
                  reader.read(entry, place.stop());
                });
    place.moveToEnd();
    return commits;
  }

  /** Where the reading is. */
  private final class Place {

    private final List<Dated> stops;
    private final StageReader reader;
    private int stage;
    private int left;

    Place(List<Dated> stops, StageReader reader) {
      this.stops = stops;
      this.reader = reader;
      left = stages.get(0).size();
    }

    void moveTo(String commit) {
      String named;
      do {
        named = next();
      } while (!named.equals(commit));
    }

    private String next() {
      while (left == 0) {
        reachStop();
      }
      left--;
      return stages.get(stage).get(left);
    }

    Dated stop() {
      return stops.get(stage);
    }

    void moveToEnd() {
      while (stage < stages.size()) {
        reachStop();
      }
    }

    private void reachStop() {
      reader.reached(stop());
      stage++;
      left = stage < stages.size() ? stages.get(stage).size() : 0;
    }
  }
}
