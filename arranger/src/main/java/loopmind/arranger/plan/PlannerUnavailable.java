package loopmind.arranger.plan;

/** The planner's files are missing or damaged; the message says which, and what to do. */
public final class PlannerUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PlannerUnavailable(String sentence) {
    super(sentence);
  }

  PlannerUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
