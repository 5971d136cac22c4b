package loopmind.mixer.audio;

/** How samples are written to a file. */
public enum SampleFormat {
  PCM_16(16, false),
  PCM_24(24, false),
  FLOAT_32(32, true);

  private final int bits;
  private final boolean floating;

  SampleFormat(int bits, boolean floating) {
    this.bits = bits;
    this.floating = floating;
  }

  public int bits() {
    return bits;
  }

  public int bytes() {
    return bits / 8;
  }

  public boolean floating() {
    return floating;
  }
}
