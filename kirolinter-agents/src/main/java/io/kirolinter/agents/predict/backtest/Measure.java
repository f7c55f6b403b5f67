package io.kirolinter.agents.predict.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How good an order of files was. */
public enum Measure {
  @JsonProperty("auc")
  AUC("AUC"),
  @JsonProperty("precision-at-10")
  PRECISION_AT_10("P@10"),
  @JsonProperty("recall-at-20-percent-of-lines")
  RECALL("recall@20 % lines"),
  @JsonProperty("popt")
  POPT("Popt"),
  /** Of forecasts only; lower is better. */
  @JsonProperty("brier-score")
  BRIER("Brier score");

  private final String label;

  Measure(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
