package loopmind.mixer.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Placement;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.mix.SongMix;
import loopmind.mixer.stretch.Material;

/**
 * Turns the placements of a section into clips with edges.
 *
 * <p>Where a loop begins with the section it fades in over the last moment <i>before</i> the
 * border, and where one ends with the section it fades out over the same moment: both fades are
 * straight and add up to 1, so a loop that goes on in the next section at the same phase and gain
 * adds up to itself, the attack on the border is whole, and nothing clicks, though neither section
 * knows the other. In a crossfade that moment is the whole passage.
 */
final class Clips {

  private static final double PERCUSSIVE_LEAD_S = 0.004, LEAD_S = 0.015;
  private static final double HIT_FADE_IN_S = 0.0005, FADE_IN_S = 0.008;
  private static final double HIT_FADE_OUT_S = 0.006, TONE_FADE_OUT_S = 0.03;
  private static final double SAME_BEAT = 1e-6;

  private final Song song;
  private final Section section;
  private final SongMix mix;
  private final double beatFrames;
  private final SampleRate rate;
  private final long crossfadeIn;
  private final long crossfadeOut;
  private final double endBeat;

  /**
   * @param crossfadeIn frames over which the section fades in before its first; 0 for the usual
   * @param out of the section
   */
  Clips(
      Song song,
      Section section,
      SongMix mix,
      double beatFrames,
      SampleRate rate,
      long crossfadeIn,
      Optional<Passage> out) {
    this.song = song;
    this.section = section;
    this.mix = mix;
    this.beatFrames = beatFrames;
    this.rate = rate;
    this.crossfadeIn = crossfadeIn;
    crossfadeOut =
        out.filter(p -> p.kind() == TransitionKind.CROSSFADE).map(Passage::length).orElse(0L);
    endBeat = section.bars().beats(song.facts().meter().beats()).value();
  }

  /** Longest lead of a section that does not fade in. */
  static long longestLead(double hz) {
    return Math.round(LEAD_S * hz);
  }

  List<Clip> of(Layer layer) {
    TurnKey fit =
        TurnKey.of(
            song.loop(layer.loop()),
            Material.of(layer.role()),
            Math.round(layer.cycle().value() * beatFrames),
            layer.shift().value());
    Turn turn = new Turn(fit, mix.treatment(section, layer));
    double gain = mix.gain(section, layer);
    List<Clip> clips = new ArrayList<>();
    List<Placement> placements = layer.placements();
    for (int i = 0; i < placements.size(); i++) {
      Placement placement = placements.get(i);
      boolean goesOn = i + 1 < placements.size() && goesOn(layer, placement, placements.get(i + 1));
      boolean cameOn = i > 0 && goesOn(layer, placements.get(i - 1), placement);
      clips.add(clip(layer, placement, turn, gain, cameOn, goesOn));
    }
    return clips;
  }

  private Clip clip(
      Layer layer, Placement placement, Turn turn, double gain, boolean cameOn, boolean goesOn) {
    long start = frame(placement.start().value());
    long end = frame(placement.end().value());
    long lead = cameOn ? 0 : lead(layer, placement);
    return new Clip(
        turn,
        placement.start().value() - placement.offset().value(),
        layer.cycle().value(),
        start,
        end,
        gain,
        lead,
        cameOn || lead > 0 ? 0 : fadeIn(layer, placement),
        goesOn ? 0 : Math.min(fadeOut(layer, placement), end - start));
  }

  /** Whether {@code later} goes on where {@code earlier} stops, in the same phase of the loop. */
  private static boolean goesOn(Layer layer, Placement earlier, Placement later) {
    double cycle = layer.cycle().value();
    if (cycle == 0 || later.start().value() - earlier.end().value() > SAME_BEAT) {
      return false;
    }
    double between =
        later.start().value()
            - later.offset().value()
            - (earlier.start().value() - earlier.offset().value());
    double turns = between / cycle;
    return Math.abs(turns - Math.rint(turns)) < SAME_BEAT;
  }

  private long lead(Layer layer, Placement placement) {
    if (layer.isOneShot() || placement.start().value() > SAME_BEAT) {
      return 0;
    }
    return crossfadeIn > 0 ? crossfadeIn : usualLead(layer.role());
  }

  private long usualLead(Role role) {
    return frames(role.isPercussive() ? PERCUSSIVE_LEAD_S : LEAD_S);
  }

  /** A riser of which only the end is heard grows out of nothing. */
  private long fadeIn(Layer layer, Placement placement) {
    if (layer.isOneShot() && placement.offset().value() > 0) {
      return Math.round(placement.length().value() * beatFrames / 2);
    }
    return frames(layer.role().isPercussive() || layer.isOneShot() ? HIT_FADE_IN_S : FADE_IN_S);
  }

  private long fadeOut(Layer layer, Placement placement) {
    boolean atTheBorder = placement.end().value() > endBeat - SAME_BEAT;
    if (atTheBorder && crossfadeOut > 0) {
      return crossfadeOut;
    }
    if (atTheBorder && !layer.isOneShot()) {
      return usualLead(layer.role());
    }
    return frames(layer.role().isTonal() ? TONE_FADE_OUT_S : HIT_FADE_OUT_S);
  }

  private long frames(double seconds) {
    return Math.round(seconds * rate.hz());
  }

  private long frame(double beat) {
    return Clip.frameAt(beat, beatFrames);
  }
}
