package io.kirolinter.agents.predict.backtest;

import io.kirolinter.agents.git.GitHistory.Detail;
import io.kirolinter.agents.predict.content.Contents;
import io.kirolinter.agents.predict.history.HistoryReading;
import io.kirolinter.agents.predict.model.RiskModel;
import io.kirolinter.agents.predict.window.PastMoment;
import io.kirolinter.agents.predict.window.Window;
import io.kirolinter.agents.predict.window.WindowReading;
import io.kirolinter.agents.predict.window.WindowReading.Past;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.util.ArrayList;
import java.util.List;

/** Asks how well the predictor would have done on the past of a repository. It keeps nothing. */
public final class Backtest {

  private final Repository repository;
  private final Progress progress;
  private final Cancellation cancellation;

  public Backtest(Repository repository, Progress progress, Cancellation cancellation) {
    this.repository = repository;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * {@return what would have been known at moments half a year apart up to now, and what came of
   * it, the oldest first; some more are told than are to be judged, to learn from}
   *
   * @param judged how many at most are to be judged; 1 or more
   * @throws WorkFailedException if there is no commit
   */
  public List<Window> windows(int judged) {
    CommitId newest = repository.head().orElseThrow(this::withoutHistory);
    HistoryReading reading = HistoryReading.of(repository, progress, cancellation);
    Past past =
        new WindowReading(repository, reading)
            .read(newest, reading.timeOf(newest), judged + Evaluation.LEARNED_FROM, Detail.LINES);
    Contents contents = new Contents(progress, cancellation);
    List<Window> windows = new ArrayList<>();
    for (PastMoment moment : past.moments()) {
      progress.update("windows", windows.size(), past.moments().size());
      Window window = moment.window(repository, contents);
      windows.add(past.linesKnown() ? window : window.withoutChurn());
    }
    progress.update("windows", windows.size(), windows.size());
    return windows;
  }

  /**
   * {@return how well the shipped model would have done, by itself and as it is used}
   *
   * @param windows of one repository, the oldest first
   * @param judged how many of the newest are judged
   */
  public static BacktestReport report(List<Window> windows, int judged) {
    return BacktestReport.of(List.of(Evaluation.of(windows, judged, RiskModel.cold())));
  }

  private WorkFailedException withoutHistory() {
    return new WorkFailedException(
        ErrorMessage.cannot("backtest", "repository", repository.id().value())
            .found("it has no commits")
            .expected("a history of a year or more")
            .remedy("Name another repository with --repo."));
  }
}
