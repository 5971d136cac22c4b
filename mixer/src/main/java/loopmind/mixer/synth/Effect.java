package loopmind.mixer.synth;

/** Changes sound in place, from first frame to last, beginning with empty memory. */
interface Effect {

  /**
   * @param sound one or two channels
   * @param hz frames a second
   */
  void process(double[][] sound, int hz);
}
