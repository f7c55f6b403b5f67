package io.kirolinter.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorMessageTest {

  private static final Exception CAUSE = new Exception("deep");
  private static final ErrorMessage MESSAGE =
      ErrorMessage.cannot("start", "workflow", "fulreview")
          .found("there is no such template")
          .expected("one of the built-in templates")
          .remedy("Did you mean 'full_review'?");

  @Test
  void saysWhatWasFoundWhatWasExpectedAndWhatToDo() {
    assertThat(MESSAGE.text())
        .isEqualTo(
            "Cannot start workflow 'fulreview': there is no such template;"
                + " expected one of the built-in templates. Did you mean 'full_review'?");
  }

  @Test
  void leavesOutWhatIsNotSaid() {
    assertThat(ErrorMessage.cannot("read", "file", "a").found("it is gone").text())
        .isEqualTo("Cannot read file 'a': it is gone.");
    assertThat(ErrorMessage.cannot("read", "file", "a").found("gone").remedy("Look.").text())
        .isEqualTo("Cannot read file 'a': gone. Look.");
  }

  static Stream<KiroLinterException> errors() {
    return Stream.of(
        new InvalidRequestException(MESSAGE, CAUSE),
        new WorkFailedException(MESSAGE, CAUSE),
        new StoreException(MESSAGE, CAUSE),
        new LeaseLostException(MESSAGE, CAUSE));
  }

  static Stream<KiroLinterException> errorsWithoutCause() {
    return Stream.of(
        new InvalidRequestException(MESSAGE),
        new WorkFailedException(MESSAGE),
        new StoreException(MESSAGE),
        new LeaseLostException(MESSAGE));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void everyErrorCarriesMessageAndCause(KiroLinterException error) {
    assertThat(error).hasMessage(MESSAGE.text()).hasCause(CAUSE);
  }

  @ParameterizedTest
  @MethodSource("errorsWithoutCause")
  void everyErrorCanDoWithoutACause(KiroLinterException error) {
    assertThat(error).hasMessage(MESSAGE.text()).hasNoCause();
  }
}
