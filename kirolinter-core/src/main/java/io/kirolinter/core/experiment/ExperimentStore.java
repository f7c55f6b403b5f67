package io.kirolinter.core.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps experiments so that any process can go on with them.
 *
 * <p>A plan is written before the first result, and neither it nor a result ever changes. Every
 * change is a compare-and-set: where two processes work on one experiment, the result of the first
 * stands, and the other learns of that. What a method has written before it returns survives the
 * death of the process and of the machine. Safe for use by many threads and many processes.
 *
 * <p>Every method throws {@link io.kirolinter.core.error.StoreException} if the store cannot be
 * reached; nothing is half-written then, and the call can be repeated.
 */
public interface ExperimentStore {

  /**
   * Writes down an experiment that has no results yet.
   *
   * @return whether it is there now as given, also if it was before; false if another one has its
   *     id, or it has gone on meanwhile
   * @throws IllegalArgumentException if it has results, or is over
   */
  boolean create(StoredExperiment experiment);

  /**
   * Adds the next result of an experiment.
   *
   * @param number its place, from 1
   * @param json the result
   * @return whether it is there now as given, also if it was before; false if another result has
   *     its place, earlier ones are missing, the experiment is over, or there is none
   */
  boolean append(String id, int number, String json);

  /**
   * Ends an experiment; nothing is added to it any more.
   *
   * @param results how many results it has, so that none is added unseen
   * @param how {@link ExperimentStatus#ENDED} or {@link ExperimentStatus#CANCELLED}
   * @return whether it was running and had so many results
   * @throws IllegalArgumentException if {@code how} is not final
   */
  boolean end(String id, int results, ExperimentStatus how, Instant at);

  Optional<StoredExperiment> find(String id);

  /**
   * {@return the results of an experiment in the order of their numbers; none if it is not there}
   */
  List<String> results(String id);

  /**
   * {@return the experiments that the query asks for, the newest first; of equals, by id downwards}
   */
  List<StoredExperiment> list(ExperimentQuery query);

  /**
   * Deletes an experiment with its results, also one that is not over.
   *
   * @return whether it was there
   */
  boolean delete(String id);
}
