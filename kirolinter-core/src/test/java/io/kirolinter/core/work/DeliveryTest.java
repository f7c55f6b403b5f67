package io.kirolinter.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final RunId RUN = RunId.of("20261122-181530-4f2ac1");
  private static final RepositoryId SHOP = new RepositoryId("github.com/acme/shop");

  @Test
  void aRefusalIsCountedAndChangesNothingElse() {
    assertThat(new Delivery(RUN, SHOP, "ann", 7, 2).refused())
        .isEqualTo(new Delivery(RUN, SHOP, "ann", 7, 3));
  }

  @Test
  void tokensAndRefusalsAreCounted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delivery(RUN, SHOP, "ann", 0, 0))
        .withMessage("token must be >= 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delivery(RUN, SHOP, "ann", 1, -1))
        .withMessage("refusals must be >= 0, was -1");
  }
}
