package io.kirolinter.cli.exit;

/** The exit codes, as scripts know them. */
public final class ExitCode {

  public static final int DONE = 0;
  public static final int FINDINGS = 1;
  public static final int WRONG_REQUEST = 2;
  public static final int WORK_FAILED = 3;
  public static final int STORE_UNREACHABLE = 4;
  static final int WAITS_FOR_ANSWER = 5;
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
