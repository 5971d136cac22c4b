package loopmind.arranger.plan;

import loopmind.arranger.song.SectionKind;

/** How likely a section lasts how many units of bars, as the network has it within our limits. */
final class LengthOdds {

  /** No length is impossible, only less likely than all the network has seen. */
  private static final double LEAST = 1e-6;

  private LengthOdds() {}

  /**
   * The longest a section of that kind gets unless somebody asks, in bars.
   *
   * @param songBars length of the song; 0 where it is open
   */
  static int longest(SectionKind kind, boolean dance, int songBars) {
    int bars =
        switch (kind) {
          case PRECHORUS -> 8;
          case BUILD, BRIDGE, SOLO -> 16;
          case INTRO, OUTRO -> ends(dance, songBars);
          case BREAKDOWN -> dance && songBars >= 96 ? 32 : 16;
          case HOOK -> 24;
          case VERSE, DROP -> 32;
        };
    // a song of many minutes has longer sections rather than more of them
    return songBars > 256 ? Math.min(64, bars * 2) : bars;
  }

  /** A DJ needs long ends to mix over; a listener of other music does not wait that long. */
  private static int ends(boolean dance, int songBars) {
    int share = songBars == 0 ? 16 : (songBars / (dance ? 5 : 8) + 2) / 4 * 4;
    return Math.clamp(share, 4, dance ? 32 : 16);
  }

  /** The probability, not normalised, of 1, 2, … units. */
  static double[] of(Foresight expected, SectionKind kind, int unit, int most) {
    double[] odds = new double[most / unit];
    double[] known = expected.bars()[Label.of(kind).ordinal()];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = LEAST + StrictMath.exp(known[OutlineFeatures.barsClass((i + 1) * unit)]);
    }
    return odds;
  }
}
