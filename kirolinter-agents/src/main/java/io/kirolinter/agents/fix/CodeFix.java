package io.kirolinter.agents.fix;

import io.kirolinter.agents.fix.apply.DirtyFiles;
import io.kirolinter.agents.fix.apply.FixRecord;
import io.kirolinter.agents.fix.apply.TreeApply;
import io.kirolinter.agents.fix.apply.TreeUndo;
import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.agents.fix.classpath.ClassPaths;
import io.kirolinter.agents.fix.classpath.LibraryFolders;
import io.kirolinter.agents.fix.classpath.SourceLevels;
import io.kirolinter.agents.fix.compile.CompilerGate;
import io.kirolinter.agents.fix.gate.StateGate;
import io.kirolinter.agents.fix.verify.VerifyGate;
import io.kirolinter.agents.git.CheckoutStatus;
import io.kirolinter.agents.review.HeldFixes;
import io.kirolinter.agents.review.Quarantine;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Fixes outside any run, of files as they lie on disk. First {@link #offer} tells what could be
 * fixed, then {@link #prepare} makes the fixes that are wanted and checks them, and only {@link
 * #write} changes files.
 *
 * <p>Fixes are independent choices: the offer shows each as it would change the file by itself, and
 * any part of them may be prepared. Fixes of one file are then made rule after rule, each on the
 * text that those before it left, where its finding is looked up anew. So two that touch the same
 * code do not collide: the later one is made on the new text, or, where its finding is gone or
 * changed, dropped with the reason. What becomes possible only through a chosen fix, such as the
 * removal of an import that it left unused, belongs to it and is made too. A fix that was not
 * chosen is never made.
 *
 * <p>For one thread.
 */
public final class CodeFix {

  private final Repository repository;
  private final FixEngine engine;
  private final String rulesVersion;
  private final PatternMemory memory;
  private final LibraryFolders libraries;

  private CodeFix(
      Repository repository,
      FixEngine engine,
      String rulesVersion,
      PatternMemory memory,
      LibraryFolders libraries) {
    this.repository = repository;
    this.engine = engine;
    this.rulesVersion = rulesVersion;
    this.memory = memory;
    this.libraries = libraries;
  }

  /**
   * {@return fixes of the files of a repository}
   *
   * @param rulesVersion a text that changes with the rules of the engine
   * @param memory knows which fixes failed before, and which ones a person refused
   * @throws InvalidRequestException if it is a bare repository, which has no files
   */
  public static CodeFix of(
      Repository repository, FixEngine engine, String rulesVersion, PatternMemory memory) {
    if (repository.kind() == RepositoryKind.GIT_BARE) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("fix", "repository", repository.location().toString())
              .found("it is bare, and so has no files to write to")
              .expected("a checkout or a folder")
              .remedy("Use 'kirolinter agent workflow', which commits to a branch."));
    }
    return new CodeFix(repository, engine, rulesVersion, memory, LibraryFolders.none());
  }

  /** {@return the same fixes, compiled with libraries that lie in these folders} */
  public CodeFix withLibraries(LibraryFolders folders) {
    return new CodeFix(repository, engine, rulesVersion, memory, folders);
  }

  /**
   * {@return what could be fixed now}
   *
   * @param snapshot the files on disk, all of them; must stay open as long as the offer is used
   * @param found what an analysis of the snapshot has found; only that is fixed
   * @throws InvalidRequestException if the verify command cannot be run on what is asked for
   */
  public FixOffer offer(Snapshot snapshot, AnalysisReport found, CodeFixRequest request) {
    checkVerifiable(request);
    Quarantine quarantine =
        Quarantine.of(memory, repository.id(), snapshot, rulesVersion, request.verifyCommand());
    SourceLevels levels = levelsOf(snapshot);
    HeldFixes held =
        HeldFixes.of(memory, repository.id(), request.scope().rules(), quarantine)
            .and(finding -> !levels.allow(finding));
    AnalysisReport report = held.applyTo(found);
    List<Finding> fixable = new ArrayList<>();
    Map<SourcePath, String> leftAlone = new TreeMap<>();
    CheckoutStatus status = statusFor(request);
    for (Finding finding : report.findings()) {
      if (mayBeFixed(finding, request.level())) {
        if (status.isClean(finding.path())) {
          fixable.add(finding);
        } else {
          leftAlone.put(finding.path(), "it has changes that are not committed");
        }
      }
    }
    List<String> heldBack = HeldBack.of(trusted(found, request.level()), levels).reasons();
    return new FixOffer(snapshot, report, fixable, leftAlone, refused(report, held), heldBack);
  }

  private static List<Finding> trusted(AnalysisReport found, FixLevel level) {
    return found.findings().stream().filter(finding -> mayBeFixed(finding, level)).toList();
  }

  private SourceLevels levelsOf(Snapshot snapshot) {
    return SourceLevels.of(snapshot, repository, libraries);
  }

  /**
   * {@return the fixes of some findings, made and checked in memory}
   *
   * @param chosen findings of the offer
   * @param folder for what the checks write, outside the checkout
   * @throws java.util.concurrent.CancellationException if the request is cancelled meanwhile
   */
  public PreparedFixes prepare(
      FixOffer offer, Collection<Finding> chosen, CodeFixRequest request, Path folder) {
    Set<SourcePath> changed = changed(offer, chosen);
    List<Finding> possible =
        chosen.stream().filter(finding -> !changed.contains(finding.path())).toList();
    FixRequest wanted =
        FixRequest.safe(offer.snapshot(), possible)
            .withLevel(request.level())
            .withMaxFixes(request.maxFixes())
            .withLevels(levelsOf(offer.snapshot()))
            .heardBy(request.progress(), request.cancellation());
    FixSet fixes =
        request
            .verifyCommand()
            .map(command -> verified(wanted, command, folder))
            .orElseGet(() -> engine.fix(wanted.withGates(List.of(compilerFor(offer.snapshot())))));
    FixSet known =
        new Evidence(offer.snapshot(), possible, rulesVersion, request.verifyCommand())
            .addedTo(fixes);
    List<FixedFile> files = FixedFile.of(offer.snapshot(), known);
    TreeApply tree = TreeApply.to(repository, folder, request.dirty());
    Map<SourcePath, String> leftAlone = new TreeMap<>(offer.leftAlone());
    changed.forEach(path -> leftAlone.put(path, "it has changed since it was analysed"));
    return without(new PreparedFixes(offer, known, files, leftAlone), tree.obstacles(files));
  }

  /**
   * Writes prepared fixes into the files, all or none: on an error, what was written is restored. A
   * file that has changed since it was analysed is left alone.
   *
   * @param record keeps the originals, written before any file is
   * @return what was written in the end
   * @throws io.kirolinter.core.error.WorkFailedException if a file cannot be written
   */
  public PreparedFixes write(PreparedFixes prepared, CodeFixRequest request, FixRecord record) {
    TreeApply tree = TreeApply.to(repository, record.folder(), request.dirty());
    Map<SourcePath, String> obstacles = tree.obstacles(prepared.files());
    Set<SourcePath> written = Set.copyOf(written(tree, prepared.files(), record));
    prepared.files().stream()
        .map(FixedFile::path)
        .filter(path -> !written.contains(path))
        .forEach(path -> obstacles.putIfAbsent(path, "it was changed meanwhile"));
    return without(prepared, obstacles);
  }

  /** Remembers fixes that failed a check, so that they are not tried again on the same code. */
  public void rememberDropped(PreparedFixes prepared, String key, Instant now) {
    List<Observation> failed =
        prepared.fixes().dropped().stream()
            .filter(DroppedFix::isQuarantined)
            .map(fix -> Quarantine.failure(fix, now))
            .toList();
    if (!failed.isEmpty()) {
      memory.observe(repository.id(), key, failed);
    }
  }

  private static Set<SourcePath> changed(FixOffer offer, Collection<Finding> chosen) {
    return chosen.stream()
        .map(Finding::path)
        .distinct()
        .filter(path -> offer.textOf(path).isEmpty())
        .collect(Collectors.toSet());
  }

  private List<SourcePath> written(TreeApply tree, List<FixedFile> files, FixRecord record) {
    try {
      return tree.write(files);
    } catch (RuntimeException e) {
      restore(record, e);
      throw e;
    }
  }

  private static PreparedFixes without(PreparedFixes all, Map<SourcePath, String> obstacles) {
    Map<SourcePath, String> leftAlone = new TreeMap<>(all.leftAlone());
    leftAlone.putAll(obstacles);
    return new PreparedFixes(
        all.offer(),
        FixSets.without(all.fixes(), obstacles),
        all.files().stream().filter(file -> !obstacles.containsKey(file.path())).toList(),
        leftAlone);
  }

  private void restore(FixRecord record, RuntimeException cause) {
    try {
      TreeUndo.restore(record.folder(), repository.location());
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private FixSet verified(FixRequest wanted, String command, Path folder) {
    CommitId head = repository.head().orElseThrow();
    try (VerifyGate verify =
        VerifyGate.of(
            repository, head, command, VerifyGate.STANDARD_LIMIT, folder, wanted.cancellation())) {
      StateGate compiler = compilerFor(wanted.snapshot());
      return engine.fix(wanted.withGates(List.of(compiler, verify)));
    }
  }

  private StateGate compilerFor(Snapshot snapshot) {
    return CompilerGate.of(snapshot).with(ClassPaths.of(snapshot, repository, libraries));
  }

  /** The command runs on the last commit with the fixes in it, and so on nothing else. */
  private void checkVerifiable(CodeFixRequest request) {
    if (request.verifyCommand().isEmpty()) {
      return;
    }
    if (repository.head().isEmpty()) {
      throw notVerifiable(
          "there is no commit that can be checked out", "a git repository with one");
    }
    if (request.dirty() == DirtyFiles.FIX) {
      throw notVerifiable(
          "files with changes that are not committed are to be fixed too",
          "fixes of committed files only, as it runs on a checkout of the last commit");
    }
  }

  private InvalidRequestException notVerifiable(String found, String expected) {
    return new InvalidRequestException(
        ErrorMessage.cannot("run", "verify command on", repository.location().toString())
            .found(found)
            .expected(expected)
            .remedy("Commit first, or fix without the command and run it yourself."));
  }

  private CheckoutStatus statusFor(CodeFixRequest request) {
    return request.dirty() == DirtyFiles.FIX
        ? new CheckoutStatus(Set.of())
        : CheckoutStatus.of(repository);
  }

  private static boolean mayBeFixed(Finding finding, FixLevel level) {
    FixLevel own = finding.fixLevel();
    return own == FixLevel.SAFE || (own == FixLevel.UNSAFE && level == FixLevel.UNSAFE);
  }

  private static Set<RuleId> refused(AnalysisReport report, HeldFixes held) {
    return report.findings().stream()
        .filter(finding -> finding.fix().isPresent())
        .map(Finding::rule)
        .filter(held.refused()::contains)
        .collect(Collectors.toSet());
  }
}
