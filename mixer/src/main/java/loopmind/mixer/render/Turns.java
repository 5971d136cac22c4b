package loopmind.mixer.render;

import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.units.Frames;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;
import loopmind.arranger.units.Semitones;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.dsp.Resampler;
import loopmind.mixer.stretch.LoopFit;
import loopmind.mixer.stretch.LoopStretcher;

/**
 * Loops as they sound in songs: read, brought to the studio's rate, stretched and shifted, then
 * treated, each once as long as there is room to keep it. Safe to ask from several threads.
 */
final class Turns {

  /** By how much of its length a recording may differ from one turn and still be one. */
  private static final double WHOLE_TURN = 1e-3;

  /** Goes up with each change of the program after which a loop is fitted differently. */
  private static final int FITTED = 1;

  private static final long KEPT_FITTED_BYTES = 64L << 20, KEPT_TREATED_BYTES = 192L << 20;

  private final LoopAudio audio;
  private final SampleRate rate;
  private final Optional<SoundCache> cache;
  private final KeptSounds<TurnKey> fitted = new KeptSounds<>(KEPT_FITTED_BYTES);
  private final KeptSounds<Turn> treated = new KeptSounds<>(KEPT_TREATED_BYTES);

  Turns(LoopAudio audio, SampleRate rate, Optional<SoundCache> cache) {
    this.audio = audio;
    this.rate = rate;
    this.cache = cache;
  }

  /** One repetition of the loop, or the whole one-shot, in two channels; not to be changed. */
  AudioBuffer of(Turn turn, Loop loop) {
    return treated.of(
        turn, any -> turn.treatment().of(fitted(turn.fit(), loop), !turn.fit().isOneShot()));
  }

  private AudioBuffer fitted(TurnKey key, Loop loop) {
    return fitted.of(
        key,
        any -> {
          if (cache.isEmpty() || key.isOneShot()) {
            return made(key, loop);
          }
          String name = Segment.hash("turn %d %s".formatted(FITTED, key));
          Optional<AudioBuffer> kept = cache.get().find(name, rate);
          return kept.orElseGet(
              () -> {
                AudioBuffer turn = made(key, loop);
                cache.get().keep(name, turn);
                return turn;
              });
        });
  }

  private AudioBuffer made(TurnKey key, Loop loop) {
    AudioBuffer recorded = atRate(stereoAtMost(audio.read(loop)), key);
    if (key.isOneShot()) {
      return recorded;
    }
    long body = rate.framesIn(new Seconds(key.bodySeconds()));
    long downbeat = rate.framesIn(new Seconds(key.downbeatSeconds()));
    AudioBuffer turn =
        LoopStretcher.fit(
            from(recorded, downbeat, body),
            new LoopFit(
                key.material(),
                new Frames(body),
                new Frames(key.frames()),
                new Semitones(key.semitones())));
    return Seam.close(turn);
  }

  /**
   * At the studio's rate. A recording that is one turn of its loop is read around its seam: its end
   * and its beginning are neighbours, not silence.
   */
  private AudioBuffer atRate(AudioBuffer sound, TurnKey key) {
    double body = key.bodySeconds() * sound.rate().hz();
    if (sound.rate().equals(rate) || Math.abs(sound.frames() - body) > WHOLE_TURN * body) {
      return Resampler.resample(sound, rate);
    }
    long frames = Math.round((double) sound.frames() * rate.hz() / sound.rate().hz());
    AudioBuffer around = Resampler.around(sound, Math.toIntExact(frames));
    return new AudioBuffer(around.channels(), rate);
  }

  /** A recording that begins before its downbeat is turned, so that it begins on it. */
  private static AudioBuffer from(AudioBuffer recorded, long downbeat, long body) {
    int lead = (int) (downbeat % Math.max(1, body));
    if (lead == 0 || lead >= recorded.frames()) {
      return recorded;
    }
    float[][] turned = new float[recorded.channelCount()][recorded.frames()];
    for (int c = 0; c < turned.length; c++) {
      float[] from = recorded.channel(c);
      System.arraycopy(from, lead, turned[c], 0, from.length - lead);
      System.arraycopy(from, 0, turned[c], from.length - lead, lead);
    }
    return new AudioBuffer(turned, recorded.rate());
  }

  private static AudioBuffer stereoAtMost(AudioBuffer sound) {
    return sound.channelCount() <= 2
        ? sound
        : new AudioBuffer(new float[][] {sound.channel(0), sound.channel(1)}, sound.rate());
  }
}
