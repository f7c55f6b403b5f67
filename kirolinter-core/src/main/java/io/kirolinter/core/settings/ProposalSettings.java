package io.kirolinter.core.settings;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.run.Publication;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How branches are proposed on a forge. What is left empty has its usual value.
 *
 * @param perHour the most pull requests that are opened or rebased within an hour; usually 2
 * @param mostOpen the most that are open at once; usually 10
 * @param publication how they are opened; usually as drafts
 * @param labels what they are labelled with, besides their categories
 * @param reviewers whether owners and authors of the files are asked to review; usually so
 * @param codeScanning whether the findings are uploaded to the forge; usually not
 * @param size how large each may be
 * @param blameIgnore whether commits that change no more than the layout are written into {@code
 *     .git-blame-ignore-revs}; usually where there is such a file
 * @param forges hosts whose name does not tell what they are; a user's file only
 */
public record ProposalSettings(
    OptionalInt perHour,
    OptionalInt mostOpen,
    Optional<Publication> publication,
    Optional<List<String>> labels,
    Optional<Boolean> reviewers,
    Optional<Boolean> codeScanning,
    SizeLimits size,
    Optional<Boolean> blameIgnore,
    List<ForgeHost> forges) {

  private static final int USUAL_PER_HOUR = 2;
  private static final int USUAL_MOST_OPEN = 10;
  private static final String USUAL_LABEL = "kirolinter";

  private static final ProposalSettings NONE =
      new ProposalSettings(
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          SizeLimits.none(),
          Optional.empty(),
          List.of());

  /**
   * How much one pull request may ask people to review. What is left empty has its usual value.
   *
   * @param files the most files; usually 10
   * @param lines the most lines, removed and added ones together; usually 200
   * @param fixes the most fixes; usually as many as there are
   */
  public record SizeLimits(OptionalInt files, OptionalInt lines, OptionalInt fixes) {

    private static final int USUAL_FILES = 10;
    private static final int USUAL_LINES = 200;

    public SizeLimits {
      requireNonNull(files, "files");
      requireNonNull(lines, "lines");
      requireNonNull(fixes, "fixes");
    }

    static SizeLimits none() {
      return new SizeLimits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    SizeLimits over(SizeLimits lower) {
      return new SizeLimits(
          files.isPresent() ? files : lower.files,
          lines.isPresent() ? lines : lower.lines,
          fixes.isPresent() ? fixes : lower.fixes);
    }

    public int mostFiles() {
      return files.orElse(USUAL_FILES);
    }

    public int mostLines() {
      return lines.orElse(USUAL_LINES);
    }

    public int mostFixes() {
      return fixes.orElse(Integer.MAX_VALUE);
    }
  }

  /**
   * A forge at a host of one's own.
   *
   * @param host in small letters, without a port
   * @param kind such as {@code gitlab}
   * @param api where its interface for programs is; empty for the usual place
   */
  public record ForgeHost(String host, String kind, Optional<URI> api) {}

  public ProposalSettings {
    requireNonNull(publication, "publication");
    labels = labels.map(List::copyOf);
    requireNonNull(reviewers, "reviewers");
    requireNonNull(codeScanning, "codeScanning");
    requireNonNull(size, "size");
    requireNonNull(blameIgnore, "blameIgnore");
    forges = List.copyOf(forges);
  }

  /** {@return settings that settle nothing} */
  public static ProposalSettings none() {
    return NONE;
  }

  /** {@return these settings, completed by those of less weight; {@code forges} add up} */
  public ProposalSettings over(ProposalSettings lower) {
    return new ProposalSettings(
        perHour.isPresent() ? perHour : lower.perHour,
        mostOpen.isPresent() ? mostOpen : lower.mostOpen,
        publication.or(() -> lower.publication),
        labels.or(() -> lower.labels),
        reviewers.or(() -> lower.reviewers),
        codeScanning.or(() -> lower.codeScanning),
        size.over(lower.size),
        blameIgnore.or(() -> lower.blameIgnore),
        Stream.concat(forges.stream(), lower.forges.stream()).distinct().toList());
  }

  public int mostPerHour() {
    return perHour.orElse(USUAL_PER_HOUR);
  }

  public int mostAtOnce() {
    return mostOpen.orElse(USUAL_MOST_OPEN);
  }

  public Publication opened() {
    return publication.orElse(Publication.DRAFT);
  }

  public List<String> wantedLabels() {
    return labels.orElse(List.of(USUAL_LABEL));
  }

  public boolean asksReviewers() {
    return reviewers.orElse(true);
  }

  public boolean uploadsFindings() {
    return codeScanning.orElse(false);
  }
}
