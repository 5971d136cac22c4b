package loopmind.ui.jobs;

import java.util.Locale;

/** How far a job has come. */
public enum JobStatus {
  QUEUED,
  PROCESSING,
  FAILED,
  COMPLETED;

  /** As the table and REST write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobStatus named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing more will come of it. */
  public boolean isOver() {
    return this == FAILED || this == COMPLETED;
  }
}
