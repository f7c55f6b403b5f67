package io.kirolinter.core.forge;

import java.util.List;

/**
 * Whom to ask, the first choice first.
 *
 * @param owners as a CODEOWNERS file writes them: {@code @user}, {@code @org/team}, or an address
 * @param authors addresses of people who changed the files lately, as git has them; asked only
 *     where the forge knows none of the owners
 */
public record Reviewers(List<String> owners, List<String> authors) {

  public Reviewers {
    owners = List.copyOf(owners);
    authors = List.copyOf(authors);
  }
}
