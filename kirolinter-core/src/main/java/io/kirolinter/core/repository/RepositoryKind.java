package io.kirolinter.core.repository;

/** What lies at the location of a repository. */
public enum RepositoryKind {
  /** A git repository with a checkout. */
  GIT_CHECKOUT,
  /** A git repository without a checkout. */
  GIT_BARE,
  /** A folder that is in no git repository. */
  PLAIN_FOLDER
}
