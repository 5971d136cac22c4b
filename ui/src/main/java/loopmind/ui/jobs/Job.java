package loopmind.ui.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job as the table has it.
 *
 * @param number counted from 1, never given twice
 * @param created when it was asked for
 * @param wish what is to be made
 * @param status how far it is
 * @param attempts how often it was begun
 * @param song id of its song; empty before it was begun
 * @param error why it failed, one sentence; empty where it did not
 * @param results what was made; there when it is completed
 */
public record Job(
    long number,
    Instant created,
    JobWish wish,
    JobStatus status,
    int attempts,
    String song,
    String error,
    Optional<Results> results) {

  /** What a completed job made, within its folder: the mix, and the folder of the stems. */
  public static final String MIX = "mix.wav", STEMS = "stems";

  static final String PREFIX = "job-";

  /**
   * What a completed job made, in its folder: {@code mix.wav} and a file a stem.
   *
   * @param stems the instruments, each the name of a file without its ending
   * @param qa report of the checks, as JSON
   */
  public record Results(List<String> stems, String qa) {

    public Results {
      stems = List.copyOf(stems);
    }
  }

  /** How callers name it. */
  public String id() {
    return PREFIX + number;
  }
}
