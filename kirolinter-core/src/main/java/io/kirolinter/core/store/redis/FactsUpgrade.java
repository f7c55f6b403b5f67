package io.kirolinter.core.store.redis;

import io.kirolinter.core.history.FactsText;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.StoredArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives runs that earlier releases have written their facts. */
final class FactsUpgrade {

  private static final String ACTION = "upgrade";

  private FactsUpgrade() {}

  /** Goes over all runs; what a run has of its facts already stays. */
  static void apply(RedisLink link) {
    RunListing listing = new RunListing(link, new RunIndex(link));
    listing.visit(RunQuery.newest(Integer.MAX_VALUE), run -> fill(link, run));
  }

  /** Looks at the run first, in whatever state it is. */
  static void fill(RedisLink link, RunId id, Keys keys) {
    RunListing listing = new RunListing(link, new RunIndex(link));
    listing.runs(keys, List.of(id)).forEach(run -> fill(link, run));
  }

  private static void fill(RedisLink link, Run run) {
    RepositoryId repository = run.plan().repository();
    link.run(ACTION, Script.ADD_MEMBER, List.of(Keys.RUN_REPOSITORIES), repository);
    Keys keys = Keys.of(repository);
    Object answer =
        link.run(
                ACTION,
                Script.FACTS_FILL,
                List.of(keys.run(run.id()), keys.facts(), keys.factsDays()),
                partsOf(run, RedisRunJournal.artifacts(link, keys, run.id())))
            .get(0);
    if ("ended".equals(answer)) { // since it was looked at
      fill(link, run.id(), keys);
    }
  }

  private static Object[] partsOf(Run run, List<StoredArtifact> artifacts) {
    List<Object> parts = new ArrayList<>();
    parts.add(FactsText.ofPlan(run));
    parts.add(run.state().status().isFinal() ? FactsText.ofState(run.state()) : "");
    for (StoredArtifact artifact : artifacts) {
      Optional<String> facts = FactsText.ofArtifact(artifact);
      if (facts.isPresent()) {
        parts.add(RedisRunJournal.field(artifact));
        parts.add(facts.get());
      }
    }
    return parts.toArray();
  }
}
