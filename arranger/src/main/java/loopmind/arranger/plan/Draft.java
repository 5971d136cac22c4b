package loopmind.arranger.plan;

/** A form that is being written, one section a turn. */
interface Draft {

  /** Whether every section is written. */
  boolean isDone();

  /** What is written so far, for the network to read. */
  Outline outline();

  /** Writes one more section, choosing from what the network expects. */
  void write(Foresight expected);

  /** The finished form. */
  Form form();
}
