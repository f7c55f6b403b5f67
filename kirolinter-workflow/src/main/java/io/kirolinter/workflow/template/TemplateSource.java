package io.kirolinter.workflow.template;

import io.kirolinter.core.repository.Repository;

/**
 * Where the templates for the runs of a repository come from. Asked when a run is planned or a job
 * is added, if the wanted name is not that of a template known anyway; by many threads at once.
 */
@FunctionalInterface
public interface TemplateSource {

  /**
   * {@return all templates for this repository, the built-in ones too}
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if what defines them is wrong
   */
  Templates of(Repository repository);
}
