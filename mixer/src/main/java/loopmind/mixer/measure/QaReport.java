package loopmind.mixer.measure;

import java.util.List;

/**
 * What the gate says of a finished render.
 *
 * @param passed whether every check is
 * @param tries how often it was rendered, 1 to 3
 * @param checks each check, in a fixed order
 */
public record QaReport(boolean passed, int tries, List<QaCheck> checks) {

  public QaReport {
    checks = List.copyOf(checks);
  }

  public static QaReport of(List<QaCheck> checks, int tries) {
    return new QaReport(checks.stream().allMatch(QaCheck::passed), tries, checks);
  }

  /** The same report after another number of tries. */
  public QaReport after(int others) {
    return new QaReport(passed, others, checks);
  }
}
