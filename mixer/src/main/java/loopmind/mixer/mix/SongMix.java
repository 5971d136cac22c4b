package loopmind.mixer.mix;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.Effects;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.MixColour;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.MixPlan;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Seconds;

/**
 * How the layers of one song are mixed: what each of them is given, as a function of its section
 * and of what holds for the whole song. Nothing here depends on other sections, apart from the plan
 * where the song has none.
 *
 * <p>Raw is levels and pans. Polished and tape add, by role, the filters of the {@link MixPlan},
 * width above {@value RoleChain#WIDTH_FROM_HZ} Hz only, ducking by the kick, one hall and one echo.
 * What hall and echo give back belongs to the stem of {@link Role#FX}, so that the stems still add
 * up to the mix. What acts on all of it is the master's.
 */
public final class SongMix {

  /** What the echo gives back is sent to the hall, dB. */
  public static final double ECHO_IN_HALL_DB = -16;

  /** A send that is shut. */
  public static final double NO_SEND_DB = RoleSound.NONE_DB;

  private static final Seconds SHORTEST_HALL = new Seconds(1.1);
  private static final Seconds LONGEST_HALL = new Seconds(2.2);
  private static final double HALL_BEATS = 3.5;
  private static final double ECHO_BEATS = 0.75;

  /** Sends of a layer with that effect, by strength. */
  private static final double[] REVERB_DB = {-8, -3, 2}, DELAY_DB = {-11, -7, -3};

  private final Song song;
  private final boolean polished;
  private final MixColour colour;
  private final Balance balance;
  private final MixPlan plan;

  public SongMix(Song song) {
    this.song = song;
    polished = song.facts().mix().mode() != MixMode.RAW;
    colour = polished ? song.facts().mix().colour() : MixColour.NEUTRAL;
    balance = new Balance(song);
    MixPlan kept = song.facts().mix().plan();
    plan = kept.isEmpty() && polished ? MixPlanner.plan(song) : kept;
  }

  /** Whether more than levels and pans is done. */
  public boolean polished() {
    return polished;
  }

  private MixPlan.RoleMix settled(Role role) {
    return plan.of(role).orElseGet(() -> MixPlanner.usual(role, colour));
  }

  /** The linear gain that brings a treated layer to the level of its role in its section. */
  public double gain(Section section, Layer layer) {
    double fader = polished ? settled(layer.role()).fader().value() : 0;
    return new Decibels(balance.gainDb(section, layer) + fader).ratio();
  }

  /** What is done to the loop of a layer before it is played. */
  public Treatment treatment(Section section, Layer layer) {
    Effects effects = effects(section, layer);
    double width = polished ? Colouring.width(colour) : 1;
    return new Treatment(
        polished ? settled(layer.role()).bands() : List.of(),
        Math.clamp(width * balance.pan(section, layer), -1, 1),
        width,
        polished,
        layer.role().isPercussive() ? colour.punch() : 0,
        effects.strength(EffectKind.SATURATION).orElse(0),
        effects.strength(EffectKind.WIDEN).orElse(0));
  }

  /** The effects that act on a layer: its own and those of its section, each at its stronger. */
  public static Effects effects(Section section, Layer layer) {
    Map<EffectKind, Integer> all = new EnumMap<>(EffectKind.class);
    all.putAll(section.effects().strengths());
    layer.effects().strengths().forEach((kind, strength) -> all.merge(kind, strength, Math::max));
    return new Effects(all);
  }

  /** What a role with these effects sends to the hall, dB; {@link #NO_SEND_DB} for nothing. */
  public double hallDb(Role role, Effects effects) {
    double usual = polished ? RoleSound.of(role).hallDb() : NO_SEND_DB;
    double asked =
        effects.strength(EffectKind.REVERB).map(s -> REVERB_DB[s - 1]).orElse(NO_SEND_DB);
    double most = Math.max(usual, asked);
    return most <= NO_SEND_DB ? NO_SEND_DB : most + Colouring.hallDb(colour);
  }

  /** What a role with these effects sends to the echo, dB; {@link #NO_SEND_DB} for nothing. */
  public double echoDb(Role role, Effects effects) {
    double usual = polished ? RoleSound.of(role).echoDb() : NO_SEND_DB;
    double asked = effects.strength(EffectKind.DELAY).map(s -> DELAY_DB[s - 1]).orElse(NO_SEND_DB);
    return Math.max(usual, asked);
  }

  /** By how much a kick turns a role down, dB, 0 or more. */
  public double duckDb(Role role) {
    return polished ? Colouring.duckDb(RoleSound.of(role).duckDb(), colour) : 0;
  }

  public Space space() {
    double beat = song.facts().tempo().beat().value();
    double decay = Math.clamp(HALL_BEATS * beat, SHORTEST_HALL.value(), LONGEST_HALL.value());
    return new Space(new Seconds(decay), new Seconds(ECHO_BEATS * beat));
  }
}
