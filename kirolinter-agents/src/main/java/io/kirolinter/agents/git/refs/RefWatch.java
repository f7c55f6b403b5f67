package io.kirolinter.agents.git.refs;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.thread.DaemonThreads;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees which commit is checked out in repositories, and hears when that may have changed: the
 * system tells of writes in the few folders that git keeps it in, so that nothing is looked at
 * meanwhile, and never a file of the checkout. Where the system does not tell, nothing is heard,
 * but {@link #current} still sees. Safe for use by many threads.
 */
public final class RefWatch implements AutoCloseable {

  private final Map<Path, WatchKey> watched = new HashMap<>();
  private @Nullable WatchService service;
  private Set<Path> locations = Set.of();

  /**
   * {@return the commit that is checked out; empty if there is none, or it cannot be told}
   *
   * @param location the top of a checkout, or a bare repository
   */
  public Optional<CommitId> current(Path location) {
    Optional<HeadFiles> files = HeadFiles.in(location);
    return files.flatMap(HeadFiles::commit).or(() -> files.flatMap(any -> asked(location)));
  }

  /** Repositories may keep their refs in other ways, which git alone knows. */
  private static Optional<CommitId> asked(Path location) {
    try {
      return Repositories.open(location).head();
    } catch (KiroLinterException e) {
      return Optional.empty(); // whoever works on the repository is told why
    }
  }

  /** Listens to these repositories from now on, in place of the ones before. */
  public synchronized void watch(Set<Path> wanted) {
    locations = Set.copyOf(wanted);
    listen();
  }

  /** Calls {@code changed} from now on, in a thread of this watch. Called once. */
  public synchronized void start(Runnable changed) {
    try {
      WatchService opened = FileSystems.getDefault().newWatchService();
      service = opened;
      listen();
      DaemonThreads.unstarted(() -> hear(opened, changed), "kirolinter-refs").start();
    } catch (IOException e) {
      service = null; // the system has no more of them
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (service != null) {
        service.close();
      }
    } catch (IOException e) {
      watched.clear(); // nothing is heard any more in any case
    }
  }

  private synchronized void listen() {
    if (service == null) {
      return;
    }
    Set<Path> folders = new HashSet<>();
    locations.forEach(
        location -> HeadFiles.in(location).ifPresent(files -> folders.addAll(files.folders())));
    watched.entrySet().removeIf(entry -> isUnwanted(entry, folders));
    for (Path folder : folders) {
      if (!watched.containsKey(folder)) {
        register(service, folder);
      }
    }
  }

  private static boolean isUnwanted(Map.Entry<Path, WatchKey> entry, Set<Path> folders) {
    boolean unwanted = !folders.contains(entry.getKey()) || !entry.getValue().isValid();
    if (unwanted) {
      entry.getValue().cancel();
    }
    return unwanted;
  }

  private void register(WatchService opened, Path folder) {
    try {
      watched.put(
          folder,
          folder.register(
              opened, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY));
    } catch (IOException | ClosedWatchServiceException e) {
      watched.remove(folder); // it has just gone, or the system lets nobody listen to more
    }
  }

  private void hear(WatchService opened, Runnable changed) {
    try {
      while (true) {
        WatchKey key = opened.take();
        boolean told = key.pollEvents().stream().anyMatch(event -> isTold(key, event));
        key.reset();
        if (told) {
          listen(); // another branch may be checked out, whose file is elsewhere
          changed.run();
        }
      }
    } catch (ClosedWatchServiceException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Beside refs, git writes its index and much more there, at every {@code git status}. */
  private static boolean isTold(WatchKey key, WatchEvent<?> event) {
    if (!(event.context() instanceof Path name)) {
      return true; // more was written than the system remembers
    }
    Path folder = (Path) key.watchable();
    String file = name.toString();
    boolean branches = folder.toString().replace('\\', '/').contains("/refs/heads");
    return branches
        ? !file.endsWith(".lock")
        : file.equals("HEAD") || file.equals("packed-refs") || file.equals("refs");
  }
}
