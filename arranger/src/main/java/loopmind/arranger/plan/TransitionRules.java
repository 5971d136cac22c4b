package loopmind.arranger.plan;

import static loopmind.arranger.song.TransitionKind.BUILDUP;
import static loopmind.arranger.song.TransitionKind.CROSSFADE;
import static loopmind.arranger.song.TransitionKind.CUT;
import static loopmind.arranger.song.TransitionKind.FILL;
import static loopmind.arranger.song.TransitionKind.REVERB_TAIL;
import static loopmind.arranger.song.TransitionKind.RISER;
import static loopmind.arranger.song.TransitionKind.SWEEP;
import static loopmind.arranger.song.TransitionKind.TAPE_STOP;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.TransitionKind;

/**
 * How one section leads into the next. By rule, because no free corpus notes it: what rises comes
 * before a lift, what falls comes before a rest, and drums are only filled or cut where drums play.
 */
final class TransitionRules {

  private static final Set<Role> STRUCK = Set.of(Role.DRUMS, Role.PERCUSSION);

  private TransitionRules() {}

  static TransitionKind into(
      SectionKind from, SectionKind to, Set<Role> playing, double lift, Dice dice) {
    boolean drums = playing.stream().anyMatch(STRUCK::contains);
    Map<TransitionKind, Double> odds = odds(from, to, lift);
    double[] weights = new double[TransitionKind.values().length];
    for (TransitionKind kind : TransitionKind.values()) {
      boolean playable = drums || !kind.needsDrums();
      weights[kind.ordinal()] = playable ? odds.getOrDefault(kind, 0.0) : 0;
    }
    return TransitionKind.values()[dice.choose(weights)];
  }

  /** Whether a transition makes sense between two sections, and is heard there. */
  static boolean suits(
      TransitionKind kind, SectionKind from, SectionKind to, Set<Role> playing, double lift) {
    boolean drums = playing.stream().anyMatch(STRUCK::contains);
    return (drums || !kind.needsDrums()) && odds(from, to, lift).containsKey(kind);
  }

  private static Map<TransitionKind, Double> odds(SectionKind from, SectionKind to, double lift) {
    if (from == SectionKind.BUILD) {
      return new EnumMap<>(Map.of(BUILDUP, .7, RISER, .3));
    }
    return new EnumMap<>(
        switch (to) {
          case HOOK, DROP ->
              lift > 0.1
                  ? Map.of(RISER, .35, FILL, .35, SWEEP, .2, CUT, .1)
                  : Map.of(FILL, .6, SWEEP, .2, CUT, .2);
          case BUILD, PRECHORUS -> Map.of(SWEEP, .4, FILL, .4, RISER, .2);
          case BREAKDOWN, BRIDGE -> Map.of(REVERB_TAIL, .5, TAPE_STOP, .2, SWEEP, .3);
          case OUTRO -> Map.of(REVERB_TAIL, .6, CROSSFADE, .4);
          case INTRO -> Map.of(CROSSFADE, 1.0);
          case VERSE, SOLO ->
              from == SectionKind.INTRO
                  ? Map.of(FILL, .4, SWEEP, .3, CROSSFADE, .15, RISER, .15)
                  : Map.of(FILL, .5, CUT, .2, REVERB_TAIL, .3);
        });
  }
}
