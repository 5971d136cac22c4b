package loopmind.mixer.synth;

import java.util.List;

/** Single strokes and effects that fit any song. */
final class ShotSet {

  private final Session s = new Session("one-shots", 120);

  List<Recipe> recipes() {
    strokes();
    effects();
    return s.recipes();
  }

  private void strokes() {
    s.shot("Kick_Trap_Punch", Kicks.trap(), 60, 0.2, 0, Effects.drive(1.5));
    s.shot("Kick_House_Round", Kicks.house(), 60, 0.2, 0, Effects.drive(1.3));
    s.shot("Kick_Dusty_Knock", Kicks.dusty(), 60, 0.2, 0, Effects.sampler(12, 26_000));
    s.shot("Snare_Trap_Crack", Snares.trap(), 60, 0.2, 0.2, new Room(0.5, 6000, 0.08));
    s.shot("Snare_Dusty_Box", Snares.dusty(), 60, 0.2, 0, Effects.sampler(12, 24_000));
    s.shot("Clap_Stack_Wide", Snares.clap(1400, 0.1), 60, 0.2, 0.3, new Room(0.7, 6000, 0.1));
    s.shot("Rim_Tick", Snares.rim(), 60, 0.1, 0);
    s.shot("Snap_Finger", Snares.snap(), 60, 0.1, 0);
    s.shot("HiHat_Closed_Tight", Cymbals.tight(), 60, 0.1, 0);
    s.shot("HiHat_Open_Silver", Cymbals.open(), 60, 0.3, 0);
    s.shot("Crash_Wash", Cymbals.crash(), 60, 1, 0.3, new Room(1, 7000, 0.08));
    s.shot("Tom_Low", HandDrums.tom(), 43, 0.4, 0);
    s.shot("808_C_Long", Basses.eightOhEight(0.9, 2.2), 36, 1.8, 0);
    s.shot("808_F_Drive", Basses.eightOhEight(0.6, 4), 29, 1.4, 0);
  }

  private void effects() {
    s.shot("FX_Impact_Deep", Textures.impact(), 31, 1, 2.2, new Room(2.4, 2400, 0.35));
    s.shot("FX_Impact_Short", Textures.impact(), 36, 1, 0.8, new Room(1, 4000, 0.2));
    s.shot("FX_Downlifter_Fall", Textures.downlifter(), 60, 3, 0.8, new Room(1.2, 3600, 0.15));
    s.shot("FX_Riser_Two_Bars_120", Textures.riser(250, 9000), 48, 4, 0);
    s.shot("FX_Reverse_Cymbal", Textures.reversed(Cymbals.hat(0.45, 3000, 0.4)), 60, 1.5, 0);
  }
}
