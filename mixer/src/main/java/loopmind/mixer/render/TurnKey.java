package loopmind.mixer.render;

import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.TempoFact;
import loopmind.mixer.stretch.Material;

/**
 * One way in which a loop is fitted: all clips with the same key share one sound. It names all that
 * the sound depends on, so that it may be kept between songs.
 *
 * @param loop which loop
 * @param regionSeconds where the loop's region begins in its file
 * @param lengthSeconds length of the region
 * @param material how it is stretched
 * @param bodySeconds length of one repetition as recorded; 0 for a one-shot
 * @param downbeatSeconds where its first beat lies
 * @param frames length of one repetition in the song; 0 for a one-shot, which keeps its own
 * @param semitones change of pitch
 */
record TurnKey(
    LoopId loop,
    double regionSeconds,
    double lengthSeconds,
    Material material,
    double bodySeconds,
    double downbeatSeconds,
    long frames,
    double semitones) {

  static TurnKey of(Loop loop, Material material, long frames, double semitones) {
    Optional<TempoFact> tempo = loop.tempo();
    return new TurnKey(
        loop.id(),
        loop.start().value(),
        loop.length().value(),
        material,
        tempo.map(t -> t.bpm().lengthOf(t.length()).value()).orElse(0.0),
        tempo.map(t -> t.downbeat().value()).orElse(0.0),
        tempo.isEmpty() ? 0 : frames,
        tempo.isEmpty() || frames == 0 ? 0 : semitones);
  }

  boolean isOneShot() {
    return frames == 0;
  }
}
