package io.kirolinter.agents.sarif;

import io.kirolinter.core.repository.SnapshotFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files of the snapshot that the URIs of a run mean. Nothing is looked up on disk. */
final class SarifPlaces {

  private static final int DEEPEST_BASE = 16;

  /** Of two letters or more: one letter is a drive. */
  private static final Pattern SCHEME =
      Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:.*", Pattern.DOTALL);

  private static final Pattern ROOTED = Pattern.compile("^(/|[a-zA-Z]:/).*", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("(?i)^file:(//[^/]*)?");
  private static final Pattern DRIVE = Pattern.compile("^/([a-zA-Z]:/)");

  private final SarifRun run;
  private final String root;
  private final Map<String, SnapshotFile> files = new HashMap<>();
  private final Map<String, List<SnapshotFile>> byName = new HashMap<>();

  SarifPlaces(SarifRun run, Path repository, Collection<SnapshotFile> files) {
    this.run = run;
    this.root = repository.toAbsolutePath().normalize().toString().replace('\\', '/') + "/";
    files.forEach(this::add);
  }

  private void add(SnapshotFile file) {
    files.put(file.path().value(), file);
    byName.computeIfAbsent(file.path().fileName(), any -> new ArrayList<>()).add(file);
  }

  /**
   * {@return the file that is meant}
   *
   * <p>A relative URI whose base lies elsewhere, as that of a build machine does, is also looked
   * for from the top of the repository.
   */
  Optional<SnapshotFile> fileAt(SarifLocation given) {
    SarifLocation place = withUri(given);
    String uri = place.uri.orElse("").replace('\\', '/');
    List<String> tried = new ArrayList<>();
    tried.add(against(base(place.baseId, 0), uri));
    tried.add(uri);
    List<String> all = tried.stream().flatMap(one -> candidates(one).stream()).toList();
    return all.stream()
        .flatMap(this::known)
        .findFirst()
        .or(() -> all.stream().flatMap(this::endingSo).findFirst());
  }

  /**
   * Tools that read class files know a source by its package alone: one file must end like that.
   */
  private Stream<SnapshotFile> endingSo(String uri) {
    if (SCHEME.matcher(uri).matches() || ROOTED.matcher(uri).matches()) {
      return Stream.empty();
    }
    String name = uri.substring(uri.lastIndexOf('/') + 1);
    List<SnapshotFile> same =
        byName.getOrDefault(name, List.of()).stream()
            .filter(file -> file.path().value().endsWith("/" + uri))
            .toList();
    return same.size() == 1 ? same.stream() : Stream.empty();
  }

  /** {@return how the place is shown to people who look for it} */
  String shown(SarifLocation given) {
    return withUri(given).uri.orElse("a result without a file");
  }

  private SarifLocation withUri(SarifLocation place) {
    int index = place.artifact.orElse(-1);
    boolean refers = place.uri.isEmpty() && index >= 0 && index < run.artifacts.size();
    return refers ? run.artifacts.get(index) : place;
  }

  private String base(Optional<String> id, int depth) {
    SarifLocation base = id.map(run.bases::get).orElse(null);
    if (base == null || depth == DEEPEST_BASE) {
      return "";
    }
    return against(base(base.baseId, depth + 1), base.uri.orElse("").replace('\\', '/'));
  }

  private static String against(String base, String uri) {
    boolean whole =
        base.isEmpty() || SCHEME.matcher(uri).matches() || ROOTED.matcher(uri).matches();
    if (whole) {
      return uri;
    }
    return base.endsWith("/") ? base + uri : base + "/" + uri;
  }

  /** Some tools write plain paths into URIs: a path that holds a percent sign is tried as it is. */
  private static List<String> candidates(String uri) {
    return uri.contains("%") ? List.of(decoded(uri), uri) : List.of(uri);
  }

  private Stream<SnapshotFile> known(String uri) {
    String path = DRIVE.matcher(FILE.matcher(uri).replaceFirst("")).replaceFirst("$1");
    return normalized(path).map(this::inside).map(files::get).stream();
  }

  private String inside(String path) {
    return path.startsWith(root) ? path.substring(root.length()) : path;
  }

  private static Optional<String> normalized(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  private static String decoded(String uri) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] raw = uri.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      if (low < 0) {
        bytes.write(raw[i]);
      } else {
        bytes.write(high * 16 + low);
        i += 2;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
