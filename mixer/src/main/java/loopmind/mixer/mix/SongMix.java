package loopmind.mixer.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.Style;
import loopmind.arranger.song.Styles;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.mixer.dsp.BiquadShape;
import loopmind.mixer.master.Compressor;

/**
 * The mix of one song: planned from its facts, then fed with its sound chunk after chunk.
 *
 * <p>Raw is levels and pans. Polished adds, by role, a high-pass, cuts that make room for what is
 * more important, and width above {@value RoleChain#WIDTH_FROM_HZ} Hz only; then, over all roles,
 * ducking by the kick, one hall and one echo, and a compressor on the sum. What hall and echo give
 * back belongs to the stem of {@link Role#FX}, and the compressor turns all stems by the same gain,
 * so that the stems still add up to the mix.
 */
public final class SongMix {

  private static final Seconds SHORTEST_HALL = new Seconds(1.1);
  private static final Seconds LONGEST_HALL = new Seconds(2.2);
  private static final double MOST_MAKE_UP_DB = 4;
  private static final double HALL_BEATS = 3.5;
  private static final double ECHO_BEATS = 0.75;
  private static final Compressor.Settings BUS =
      new Compressor.Settings(new Decibels(-22), 2, Seconds.ofMillis(20), Seconds.ofMillis(160));

  private final boolean polished;
  private final Balance balance;
  private final Map<Role, Double> levels = new EnumMap<>(Role.class);
  private final Map<Role, RoleChain> chains = new EnumMap<>(Role.class);
  private final KickDuck duck;
  private final Hall hall;
  private final Echo echo;
  private final Compressor bus;
  private final float[][] sent = new float[2][0];
  private float[] gains = new float[0];

  public SongMix(Song song, SampleRate rate) {
    polished = song.facts().mix().mode() == MixMode.POLISHED;
    balance = new Balance(song);
    RoleSpectra spectra = new RoleSpectra(song);
    MaskingCuts cuts = new MaskingCuts(song, spectra);
    ToneBalance tone = new ToneBalance(spectra, styleOf(song).spectrum());
    for (Role role : Role.values()) {
      double highPassHz = RoleSound.of(role).highPassHz();
      // where there is no bass, chords and melodies carry the low notes
      boolean lowest = role.isTonal() && !song.roles().contains(Role.BASS);
      List<BiquadShape> shapes = new ArrayList<>();
      shapes.add(
          BiquadShape.highPass(
              lowest ? highPassHz / 2.5 : highPassHz, BiquadShape.BUTTERWORTH_Q, rate));
      shapes.addAll(cuts.shapes(role, rate));
      shapes.addAll(tone.shapes(role, rate));
      chains.put(role, new RoleChain(shapes, rate));
      // filters change what a role sounds like, not how loud it is
      double lost = -spectra.loudnessChangeDb(role, shapes, rate);
      double makeUp = Math.max(-MOST_MAKE_UP_DB, Math.min(MOST_MAKE_UP_DB, lost));
      levels.put(role, polished ? new Decibels(tone.faderDb(role) + makeUp).ratio() : 1.0);
    }
    double beat = song.facts().tempo().beat().value();
    double decay =
        Math.max(SHORTEST_HALL.value(), Math.min(LONGEST_HALL.value(), HALL_BEATS * beat));
    duck = new KickDuck(rate);
    hall = new Hall(new Seconds(decay), rate);
    echo = new Echo(new Seconds(ECHO_BEATS * beat), rate);
    bus = new Compressor(BUS, 2, rate);
  }

  private static Style styleOf(Song song) {
    return Styles.known()
        .named(song.facts().style())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The style %s is not known.".formatted(song.facts().style())));
  }

  /**
   * Gains of one layer.
   *
   * @param left linear, of the left channel
   * @param right linear, of the right channel
   */
  public record LayerLevel(double left, double right) {}

  /** The gains that bring one layer to the level of its role in its section. */
  public LayerLevel levelOf(Section section, Layer layer) {
    double tone = levels.getOrDefault(layer.role(), 1.0);
    double gain = tone * new Decibels(balance.gainDb(section, layer)).ratio();
    double pan = balance.pan(section, layer);
    // equal power: a layer is as loud on its way from side to side as in the middle
    double angle = Math.PI / 4 * (1 + pan);
    return new LayerLevel(
        gain * Math.sqrt(2) * Math.cos(angle), gain * Math.sqrt(2) * Math.sin(angle));
  }

  /** Whether the mix adds sound of its own, which belongs to the stem of {@link Role#FX}. */
  public boolean rings() {
    return polished;
  }

  /**
   * What concerns one role alone: its next {@code count} frames, changed in place. Different roles
   * may be treated at the same time.
   */
  public void treat(Role role, float[][] stem, int count) {
    RoleChain chain = chains.get(role);
    if (polished && chain != null) {
      chain.process(stem, count);
    }
  }

  /** What concerns all roles: turns treated stems into the stems of the mix, in place. */
  public void process(SortedMap<Role, float[][]> stems, int count) {
    if (!polished) {
      return;
    }
    if (gains.length < count) {
      gains = new float[count];
      sent[0] = new float[count];
      sent[1] = new float[count];
    }
    duck(stems, count);
    float[][] fx = stems.get(Role.FX);
    if (fx != null) {
      // what goes to the echo rings in the hall as well, so the hall comes second
      send(stems, count, true);
      echo.add(sent, count, fx);
      send(stems, count, false);
      hall.add(sent, count, fx);
    }
    compress(stems, count);
  }

  private void duck(SortedMap<Role, float[][]> stems, int count) {
    float[][] drums = stems.get(Role.DRUMS);
    if (drums == null) {
      return;
    }
    duck.follow(drums, count, gains);
    stems.forEach(
        (role, stem) -> {
          double depth = RoleSound.of(role).duckDb() * Math.log(10) / 20;
          for (int i = 0; i < count && depth > 0; i++) {
            float gain = (float) Math.exp(-depth * gains[i]);
            stem[0][i] *= gain;
            stem[1][i] *= gain;
          }
        });
  }

  private void send(SortedMap<Role, float[][]> stems, int count, boolean toEcho) {
    Arrays.fill(sent[0], 0, count, 0);
    Arrays.fill(sent[1], 0, count, 0);
    stems.forEach(
        (role, stem) -> {
          RoleSound sound = RoleSound.of(role);
          double db = toEcho ? sound.echoDb() : sound.hallDb();
          float level = (float) new Decibels(db).ratio();
          for (int i = 0; i < count && db > RoleSound.NONE_DB; i++) {
            sent[0][i] += level * stem[0][i];
            sent[1][i] += level * stem[1][i];
          }
        });
  }

  private void compress(SortedMap<Role, float[][]> stems, int count) {
    Arrays.fill(sent[0], 0, count, 0);
    Arrays.fill(sent[1], 0, count, 0);
    for (float[][] stem : stems.values()) {
      for (int i = 0; i < count; i++) {
        sent[0][i] += stem[0][i];
        sent[1][i] += stem[1][i];
      }
    }
    bus.gains(sent, count, gains);
    for (float[][] stem : stems.values()) {
      for (int i = 0; i < count; i++) {
        stem[0][i] *= gains[i];
        stem[1][i] *= gains[i];
      }
    }
  }
}
