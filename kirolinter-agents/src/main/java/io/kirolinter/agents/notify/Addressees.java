package io.kirolinter.agents.notify;

import io.kirolinter.agents.notify.people.Concerned;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.settings.NotifyEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who gets mail by an entry, and about what. An address that a repository brings along, in
 * CODEOWNERS or its history, counts only in the domains of the entry: else whoever writes a commit
 * could have mail sent to anybody.
 */
final class Addressees {

  private static final int MOST = 50;

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"()]+@[^\\s@<>,;\"()]+");

  private final NotifyEntry entry;
  private final Concerned concerned;
  private final Map<String, List<Finding>> byAddress = new LinkedHashMap<>();
  private final Set<String> unknown = new TreeSet<>();

  private Addressees(NotifyEntry entry, Concerned concerned) {
    this.entry = entry;
    this.concerned = concerned;
  }

  /** {@return the addressees of findings that the entry wants} */
  static Addressees of(NotifyEntry entry, Concerned concerned, List<Finding> wanted) {
    Addressees addressees = new Addressees(entry, concerned);
    for (String to : entry.to()) {
      switch (to) {
        case "owners" -> wanted.forEach(addressees::toOwners);
        case "authors" -> wanted.forEach(addressees::toAuthors);
        default -> addressees.named(to, wanted);
      }
    }
    return addressees;
  }

  /** {@return what each address is told, 50 addresses at most} */
  Map<String, Review> parts(Review review) {
    Map<String, Review> parts = new LinkedHashMap<>();
    byAddress.entrySet().stream()
        .limit(MOST)
        .forEach(one -> parts.put(one.getKey(), part(review, one.getKey(), one.getValue())));
    return parts;
  }

  /** Whoever is named in the settings is told what could not be analysed too. */
  private Review part(Review review, String address, List<Finding> findings) {
    List<Finding> distinct = findings.stream().distinct().toList();
    boolean all = entry.to().contains(address) && entry.owners().isEmpty();
    return all ? Destination.with(review, distinct) : Destination.only(review, distinct);
  }

  /** {@return what people must know about those who get no mail} */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!unknown.isEmpty()) {
      notes.add("no address to use is known for " + String.join(", ", unknown));
    }
    if (byAddress.size() > MOST) {
      notes.add("no more than " + MOST + " people get mail");
    }
    return notes;
  }

  private void toOwners(Finding finding) {
    for (String owner : concerned.ownersOf(finding)) {
      addressOf(owner).ifPresentOrElse(address -> add(address, finding), () -> unknown.add(owner));
    }
  }

  private void toAuthors(Finding finding) {
    for (var author : concerned.authorsOf(finding)) {
      inDomain(author.address())
          .ifPresentOrElse(address -> add(address, finding), () -> unknown.add(author.name()));
    }
  }

  /** An address is told all; an owner, by the name in CODEOWNERS, only of the own files. */
  private void named(String to, List<Finding> wanted) {
    if (!to.startsWith("@")) {
      byAddress.computeIfAbsent(to, key -> new ArrayList<>()).addAll(wanted);
      return;
    }
    for (Finding finding : wanted) {
      if (concerned.ownersOf(finding).contains(to)) {
        addressOf(to).ifPresentOrElse(address -> add(address, finding), () -> unknown.add(to));
      }
    }
  }

  private void add(String address, Finding finding) {
    byAddress.computeIfAbsent(address, key -> new ArrayList<>()).add(finding);
  }

  private Optional<String> addressOf(String owner) {
    return Optional.ofNullable(entry.addresses().get(owner))
        .or(() -> owner.startsWith("@") ? Optional.empty() : inDomain(owner));
  }

  private Optional<String> inDomain(String address) {
    String domain = domainOf(address);
    return Optional.of(address)
        .filter(one -> ADDRESS.matcher(one).matches())
        .filter(one -> domains().anyMatch(domain::equals));
  }

  private Stream<String> domains() {
    return entry.domains().isEmpty()
        ? entry.server().stream().map(server -> domainOf(server.from()))
        : entry.domains().stream();
  }

  private static String domainOf(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
