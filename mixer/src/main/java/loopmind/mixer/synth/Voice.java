package loopmind.mixer.synth;

/** An instrument. */
interface Voice {

  /**
   * The sound of one strike, from its attack until it has died away.
   *
   * @return one or two channels of the same length
   */
  double[][] play(Strike strike);
}
