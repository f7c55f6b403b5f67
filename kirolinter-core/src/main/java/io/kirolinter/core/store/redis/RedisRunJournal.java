package io.kirolinter.core.store.redis;

import static io.kirolinter.core.store.redis.RedisLeases.text;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.history.FactsText;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.StoredArtifact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The runs of each repository in its slot, each a hash that holds its artifacts too. A checkpoint
 * is one round trip, and one write there; the last one of a run is two round trips.
 */
final class RedisRunJournal implements RunJournal {

  private static final String ARTIFACT = "artifact:";
  private static final String BETWEEN_STEP_AND_TYPE = "\n";

  /** Added to the number of a call, makes it sort as text. */
  private static final long SIXTEEN_DIGITS = 1_000_000_000_000_000L;

  private final RedisLink link;
  private final RunIndex index;
  private final RunListing listing;
  private final RunDeletion deletion;
  private final String writer;
  private final InstantSource clock;

  RedisRunJournal(RedisLink link, String writer, InstantSource clock) {
    this.link = link;
    this.writer = writer;
    this.clock = clock;
    index = new RunIndex(link);
    listing = new RunListing(link, index);
    deletion = new RunDeletion(link, index);
  }

  @Override
  public Claim create(Run run, String owner, Duration length) {
    RunId id = run.id();
    if (!index.add(run)) {
      throw isThere(id);
    }
    Keys keys = Keys.of(run.plan().repository());
    Instant now = clock.instant();
    List<@Nullable Object> answer =
        link.run(
            "write a run to",
            Script.CREATE,
            List.of(keys.run(id), keys.changing(), keys.newest(), keys.living()),
            keys.runs(),
            id,
            owner,
            writer,
            link.nextCall(),
            now.toEpochMilli(),
            now.plus(length).toEpochMilli(),
            RunIndex.Entry.of(id, run.plan()).text(),
            Json.write(run.plan()),
            Json.write(run.state()),
            run.state().status().name(),
            over(run.state()),
            run.plan().effect().name(),
            Json.write(RunState.queued()),
            FactsText.ofPlan(run));
    if (text(answer, 0).equals("exists")) {
      throw isThere(id);
    }
    return RedisLeases.claim(link.place(), id, owner, answer);
  }

  @Override
  public Claim claim(RunId id, String owner, Duration length) {
    Keys keys = index.keys(id).orElseThrow(() -> RedisLeases.unknown(id));
    Instant now = clock.instant();
    return RedisLeases.claim(
        link.place(),
        id,
        owner,
        link.run(
            "claim a run in",
            Script.CLAIM,
            List.of(keys.run(id), keys.changing()),
            keys.runs(),
            id,
            owner,
            writer,
            link.nextCall(),
            now.toEpochMilli(),
            now.plus(length).toEpochMilli()));
  }

  @Override
  public Lease renew(Lease lease, Duration length) {
    String action = "renew the lease of";
    Keys keys = index.keys(lease.run()).orElseThrow(() -> RedisLeases.lost(action, lease));
    List<@Nullable Object> answer =
        link.run(
            "renew a lease in",
            Script.RENEW,
            List.of(keys.run(lease.run())),
            lease.owner(),
            lease.token(),
            clock.instant().plus(length).toEpochMilli());
    if (text(answer, 0).equals("lost")) {
      throw RedisLeases.lost(action, lease);
    }
    return new Lease(lease.run(), lease.owner(), lease.token(), RedisLeases.instant(answer, 1));
  }

  @Override
  public void release(Lease lease) {
    index
        .keys(lease.run())
        .ifPresent(
            keys ->
                link.run(
                    "release a run in",
                    Script.RELEASE,
                    List.of(keys.run(lease.run()), keys.changing()),
                    lease.run(),
                    lease.owner(),
                    lease.token()));
  }

  @Override
  public boolean checkpoint(
      Lease lease, RunState state, Optional<StoredArtifact> artifact, WhenCancelled cancelled) {
    String action = "write a checkpoint of";
    RunId id = lease.run();
    Keys keys = index.keys(id).orElseThrow(() -> RedisLeases.lost(action, lease));
    boolean last = state.status().isFinal();
    List<@Nullable Object> answer =
        link.run(
            "write a checkpoint to",
            last ? Script.CHECKPOINT_LAST : Script.CHECKPOINT,
            last
                ? List.of(
                    keys.run(id), keys.changing(), keys.living(), keys.facts(), keys.factsDays())
                : List.of(keys.run(id)),
            checkpointed(lease, state, artifact, cancelled));
    if (text(answer, 0).equals("lost")) {
      throw RedisLeases.lost(action, lease);
    }
    if (last) {
      leaveLiving(id);
    }
    if (text(answer, 0).equals("factless")) {
      FactsUpgrade.fill(link, id, keys);
    }
    return !text(answer, 0).equals("cancelled");
  }

  @Override
  public Optional<Run> find(RunId id) {
    return index.keys(id).flatMap(keys -> listing.runs(keys, List.of(id)).stream().findFirst());
  }

  @Override
  public List<Run> list(RunQuery query) {
    return listing.list(query);
  }

  @Override
  public void visit(RunQuery query, Consumer<Run> visitor) {
    listing.visit(query, visitor);
  }

  @Override
  public boolean endUnbegun(RunId id, RunState end) {
    boolean ended =
        answers(
            "ended",
            id,
            keys ->
                link.run(
                    "end a run in",
                    Script.END_UNBEGUN,
                    List.of(keys.run(id), keys.living(), keys.facts(), keys.factsDays()),
                    clock.instant().toEpochMilli(),
                    Json.write(end),
                    end.status().name(),
                    Json.write(RunState.queued()),
                    FactsText.ofState(end)));
    if (ended) {
      leaveLiving(id);
    }
    return ended;
  }

  @Override
  public boolean add(Run run, List<StoredArtifact> artifacts) {
    RunId id = run.id();
    if (!run.state().status().isFinal()) {
      throw new IllegalArgumentException("only a run that is over is added, " + id + " is not");
    }
    if (!index.add(run)) {
      return false;
    }
    Keys keys = Keys.of(run.plan().repository());
    List<Object> values = new ArrayList<>();
    values.add(writer + "-" + link.nextCall());
    values.add(RunIndex.Entry.of(id, run.plan()).text());
    values.add(Json.write(run.plan()));
    values.add(Json.write(run.state()));
    values.add(run.state().status().name());
    values.add(run.plan().effect().name());
    values.add(FactsText.of(run, artifacts));
    artifacts.forEach(artifact -> addTo(values, artifact));
    List<String> names = List.of(keys.run(id), keys.newest(), keys.facts(), keys.factsDays());
    return text(link.run("write a run to", Script.ADD, names, values.toArray()), 0).equals("added");
  }

  @Override
  public Optional<Lease> holder(RunId id) {
    return fields("read a lease from", id, "owner", "token", "expires")
        .filter(fields -> fields.get(0) != null)
        .map(
            fields ->
                new Lease(
                    id,
                    text(fields, 0),
                    Long.parseLong(text(fields, 1)),
                    RedisLeases.instant(fields, 2)))
        .filter(lease -> clock.instant().isBefore(lease.expiresAt()));
  }

  @Override
  public List<StoredArtifact> artifacts(RunId id) {
    return index.keys(id).map(keys -> artifacts(link, keys, id)).orElse(List.of());
  }

  @Override
  public boolean requestCancel(RunId id) {
    return answers(
        "asked", id, keys -> link.run("cancel a run in", Script.CANCEL, List.of(keys.run(id))));
  }

  @Override
  public boolean isCancelRequested(RunId id) {
    return fields("read a run from", id, "cancel")
        .filter(fields -> fields.get(0) != null)
        .isPresent();
  }

  @Override
  public boolean delete(RunId id) {
    return deleteAll(List.of(id)) == 1;
  }

  @Override
  public int deleteAll(Collection<RunId> ids) {
    return deletion.delete(ids);
  }

  private Object[] checkpointed(
      Lease lease, RunState state, Optional<StoredArtifact> artifact, WhenCancelled cancelled) {
    List<Object> values = new ArrayList<>();
    values.add(lease.owner());
    values.add(lease.token());
    values.add(writer + ":" + (SIXTEEN_DIGITS + link.nextCall()));
    values.add(Json.write(state));
    values.add(cancelled.name());
    if (state.status().isFinal()) {
      values.add(lease.run());
      values.add(state.status().name());
      values.add(FactsText.ofState(state));
    }
    artifact.ifPresent(made -> addTo(values, made));
    artifact
        .filter(FactsText::isCounted)
        .ifPresent(made -> values.add(FactsText.ofArtifact(made).orElse("")));
    return values.toArray();
  }

  private static void addTo(List<Object> values, StoredArtifact artifact) {
    values.add(field(artifact));
    values.add(artifact.json());
  }

  /** The run is over already: what fails here is mended by whoever lists the living ones next. */
  private void leaveLiving(RunId id) {
    try {
      index.over(List.of(id));
    } catch (StoreException e) {
      return;
    }
  }

  static List<StoredArtifact> artifacts(RedisLink link, Keys keys, RunId id) {
    List<@Nullable Object> found =
        link.run("read artifacts from", Script.ARTIFACTS, List.of(keys.run(id)));
    List<StoredArtifact> artifacts = new ArrayList<>();
    for (int i = 0; i < found.size(); i += 2) {
      String[] name = text(found, i).substring(ARTIFACT.length()).split(BETWEEN_STEP_AND_TYPE, 2);
      artifacts.add(new StoredArtifact(name[0], name[1], text(found, i + 1)));
    }
    return artifacts;
  }

  /** {@return the field of a run that holds an artifact} */
  static String field(StoredArtifact artifact) {
    return ARTIFACT + artifact.step() + BETWEEN_STEP_AND_TYPE + artifact.type();
  }

  private boolean answers(
      String wanted, RunId id, Function<Keys, List<@Nullable Object>> question) {
    return index.keys(id).map(keys -> text(question.apply(keys), 0).equals(wanted)).orElse(false);
  }

  private Optional<List<@Nullable Object>> fields(String action, RunId id, Object... names) {
    return index
        .keys(id)
        .map(keys -> link.run(action, Script.FIELDS, List.of(keys.run(id)), names));
  }

  private static IllegalArgumentException isThere(RunId id) {
    return new IllegalArgumentException("there is a run " + id + " already");
  }

  private static String over(RunState state) {
    return state.status().isFinal() ? "1" : "0";
  }
}
