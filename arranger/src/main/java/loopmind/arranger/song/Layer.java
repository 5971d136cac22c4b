package loopmind.arranger.song;

import java.util.List;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Semitones;

/**
 * One loop sounding through a section: how it is fitted to the song, how loud, and where it plays.
 *
 * @param id unique within the section
 * @param role what it does here
 * @param loop which loop
 * @param cycle how many beats of the song one repetition fills; 0 for a one-shot, which sounds once
 *     at the start of each placement
 * @param speed how fast it plays; 2.0 halves its length
 * @param shift how far it is moved in pitch
 * @param gain relative to the level that the mix gives its role, {@value #QUIETEST_DB} to {@value
 *     #LOUDEST_DB} dB
 * @param placements where it plays, in order, without overlap; at least one
 * @param muted whether it is silent, its placements kept
 * @param effects on this layer alone
 * @param reasons why this loop was chosen, in words
 */
public record Layer(
    LayerId id,
    Role role,
    LoopId loop,
    Beats cycle,
    double speed,
    Semitones shift,
    Decibels gain,
    List<Placement> placements,
    boolean muted,
    Effects effects,
    List<String> reasons) {

  public static final int QUIETEST_DB = -60, LOUDEST_DB = 12;

  public Layer {
    placements = List.copyOf(placements);
    reasons = List.copyOf(reasons);
    if (gain.value() < QUIETEST_DB || gain.value() > LOUDEST_DB) {
      throw new EditRefused(
          "Layer %s would play at %s dB. Choose a gain from %d to %d dB.",
          id.text(), gain.value(), QUIETEST_DB, LOUDEST_DB);
    }
    if (!(speed > 0.1 && speed < 10)) {
      throw new EditRefused(
          "Layer %s would play at %s times its speed. Choose a loop nearer to the tempo.",
          id.text(), speed);
    }
    if (placements.isEmpty()) {
      throw new EditRefused("Layer %s would sound nowhere. Give it a placement.", id.text());
    }
    BeatPosition free = new BeatPosition(0);
    for (Placement placement : placements) {
      if (placement.start().compareTo(free) < 0) {
        throw new EditRefused(
            "Layer %s would overlap itself at beat %s. Move or shorten one placement.",
            id.text(), placement.start().value());
      }
      free = placement.end();
    }
  }

  /** A layer that is heard, without effects. */
  public Layer(
      LayerId id,
      Role role,
      LoopId loop,
      Beats cycle,
      double speed,
      Semitones shift,
      Decibels gain,
      List<Placement> placements,
      List<String> reasons) {
    this(id, role, loop, cycle, speed, shift, gain, placements, false, Effects.NONE, reasons);
  }

  /** Whether the loop sounds once at each placement instead of repeating. */
  public boolean isOneShot() {
    return cycle.value() == 0;
  }

  public Layer withGain(Decibels other) {
    return new Layer(
        id, role, loop, cycle, speed, shift, other, placements, muted, effects, reasons);
  }

  public Layer withPlacements(List<Placement> others) {
    return new Layer(id, role, loop, cycle, speed, shift, gain, others, muted, effects, reasons);
  }

  public Layer withMuted(boolean other) {
    return new Layer(
        id, role, loop, cycle, speed, shift, gain, placements, other, effects, reasons);
  }

  public Layer withEffects(Effects others) {
    return new Layer(id, role, loop, cycle, speed, shift, gain, placements, muted, others, reasons);
  }

  /** The same layer under another name. */
  public Layer named(LayerId other) {
    return new Layer(
        other, role, loop, cycle, speed, shift, gain, placements, muted, effects, reasons);
  }

  /** The same layer with another loop. */
  public Layer playing(
      LoopId other,
      Beats otherCycle,
      double otherSpeed,
      Semitones otherShift,
      List<Placement> others,
      List<String> because) {
    return new Layer(
        id, role, other, otherCycle, otherSpeed, otherShift, gain, others, muted, effects, because);
  }

  /** The same layer moved in pitch and speed. */
  public Layer fitted(Beats otherCycle, double otherSpeed, Semitones otherShift) {
    return new Layer(
        id,
        role,
        loop,
        otherCycle,
        otherSpeed,
        otherShift,
        gain,
        placements,
        muted,
        effects,
        reasons);
  }
}
