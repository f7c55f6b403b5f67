package io.kirolinter.core.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets every wait of a test take long enough for a machine that has much else to do. What never
 * comes still fails the test; found by the test launcher in every module.
 */
public final class PatientWaits implements LauncherSessionListener {

  private static final Duration LONGEST = Duration.ofMinutes(2);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(LONGEST);
  }
}
