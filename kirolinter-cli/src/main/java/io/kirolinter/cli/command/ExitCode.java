package io.kirolinter.cli.command;

/** The exit codes, as scripts know them. */
final class ExitCode {

  static final int DONE = 0;
  static final int FINDINGS = 1;
  static final int WRONG_REQUEST = 2;
  static final int WORK_FAILED = 3;
  static final int STORE_UNREACHABLE = 4;
  static final int WAITS_FOR_ANSWER = 5;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
