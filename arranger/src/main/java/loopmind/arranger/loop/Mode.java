package loopmind.arranger.loop;

/** Major or minor. */
public enum Mode {
  MAJOR,
  MINOR;

  public String word() {
    return this == MAJOR ? "major" : "minor";
  }
}
