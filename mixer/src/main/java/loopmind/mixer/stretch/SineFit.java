package loopmind.mixer.stretch;

/**
 * The sine that a sound is nearest to, and how far the rest lies below it.
 *
 * @param cents from the frequency it was looked for at
 */
record SineFit(double cents, double snrDb) {

  /** Searches two cents around {@code hz} by golden section; the residual has one minimum there. */
  static SineFit near(float[] sound, double hz, int rate) {
    double low = hz * Math.pow(2, -2 / 1200.0);
    double high = hz * Math.pow(2, 2 / 1200.0);
    double golden = (Math.sqrt(5) - 1) / 2;
    for (int i = 0; i < 60; i++) {
      double a = high - golden * (high - low);
      double b = low + golden * (high - low);
      if (power(sound, a, rate) > power(sound, b, rate)) {
        high = b;
      } else {
        low = a;
      }
    }
    double found = (low + high) / 2;
    double all = 0;
    for (float x : sound) {
      all += (double) x * x;
    }
    double sine = power(sound, found, rate);
    return new SineFit(
        1200 * Math.log(found / hz) / Math.log(2), 10 * Math.log10(sine / (all - sine)));
  }

  /** The power that the best sine of this frequency takes out: least squares over both phases. */
  private static double power(float[] sound, double hz, int rate) {
    double cc = 0;
    double ss = 0;
    double cs = 0;
    double xc = 0;
    double xs = 0;
    for (int i = 0; i < sound.length; i++) {
      double angle = 2 * Math.PI * hz * i / rate;
      double c = Math.cos(angle);
      double s = Math.sin(angle);
      cc += c * c;
      ss += s * s;
      cs += c * s;
      xc += sound[i] * c;
      xs += sound[i] * s;
    }
    double det = cc * ss - cs * cs;
    double a = (xc * ss - xs * cs) / det;
    double b = (xs * cc - xc * cs) / det;
    return a * xc + b * xs;
  }
}
