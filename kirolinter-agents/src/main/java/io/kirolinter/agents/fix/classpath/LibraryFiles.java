package io.kirolinter.agents.fix.classpath;

import com.google.common.collect.ImmutableSortedSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files of Maven's local repository that class paths were made of, or could not be: with other
 * ones, the compiler may come to another verdict.
 *
 * @param there those that were there, by their paths in the repository
 * @param missing those that were not
 */
public record LibraryFiles(Set<String> there, Set<String> missing) {

  public LibraryFiles {
    there = ImmutableSortedSet.copyOf(there);
    missing = ImmutableSortedSet.copyOf(missing);
  }

  /** {@return no files: no library was looked for} */
  public static LibraryFiles none() {
    return new LibraryFiles(Set.of(), Set.of());
  }

  static LibraryFiles of(Map<String, Boolean> asked) {
    return new LibraryFiles(namesOf(asked, true), namesOf(asked, false));
  }

  /** {@return whether the same files are there, and missing, now} */
  public boolean areAsTheyWere(LibraryFolders now) {
    Optional<Path> root = now.maven();
    return there.stream().allMatch(name -> isIn(root, name))
        && missing.stream().noneMatch(name -> isIn(root, name));
  }

  private static boolean isIn(Optional<Path> root, String name) {
    return root.map(folder -> folder.resolve(name)).filter(Files::isRegularFile).isPresent();
  }

  private static Set<String> namesOf(Map<String, Boolean> asked, boolean there) {
    return asked.entrySet().stream()
        .filter(one -> one.getValue() == there)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
