package io.kirolinter.workflow.coordinator;

import java.nio.file.Path;

class TwoHoldersTest extends TwoHoldersContract {

  @Override
  String store(Path home) {
    return home.resolve("data").toString();
  }
}
