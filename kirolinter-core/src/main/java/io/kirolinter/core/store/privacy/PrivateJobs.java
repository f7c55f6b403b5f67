package io.kirolinter.core.store.privacy;

import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobStore;
import java.util.List;
import java.util.Optional;

/** Refuses a job whose options hold a secret. */
record PrivateJobs(JobStore jobs) implements JobStore {

  @Override
  public void put(Job job) {
    OpenOptions.require(job.options(), "job", job.id());
    jobs.put(job);
  }

  @Override
  public List<Job> list() {
    return jobs.list();
  }

  @Override
  public Optional<Job> find(String id) {
    return jobs.find(id);
  }

  @Override
  public boolean advance(Job expected, Job next) {
    OpenOptions.require(next.options(), "job", next.id());
    return jobs.advance(expected, next);
  }

  @Override
  public boolean remove(String id) {
    return jobs.remove(id);
  }
}
