package io.kirolinter.workflow.schedule;

import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Jobs of a test that looks at them a million times. For one thread. */
final class JobsInMemory implements JobStore {

  private final Map<String, Job> jobs = new TreeMap<>();

  @Override
  public void put(Job job) {
    jobs.put(job.id(), job);
  }

  @Override
  public List<Job> list() {
    return List.copyOf(jobs.values());
  }

  @Override
  public boolean advance(Job expected, Job next) {
    return jobs.replace(expected.id(), expected, next);
  }

  @Override
  public boolean remove(String id) {
    return jobs.remove(id) != null;
  }
}
