package loopmind.mixer.render;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.units.Frames;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Semitones;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.dsp.Resampler;
import loopmind.mixer.stretch.LoopFit;
import loopmind.mixer.stretch.LoopStretcher;
import loopmind.mixer.stretch.Material;

/**
 * The loops of a song as they sound in it: read, brought to the studio's rate, stretched and
 * shifted, each once. Safe to ask from several threads.
 */
final class Turns {

  /** By how much of its length a recording may differ from one turn and still be one. */
  private static final double WHOLE_TURN = 1e-3;

  private final LoopAudio audio;
  private final SampleRate rate;
  private final Map<TurnKey, AudioBuffer> known = new ConcurrentHashMap<>();

  Turns(LoopAudio audio, SampleRate rate) {
    this.audio = audio;
    this.rate = rate;
  }

  /** One repetition of the loop, or the whole one-shot; shared, not to be changed. */
  AudioBuffer of(TurnKey key, Loop loop, Role role) {
    return known.computeIfAbsent(key, any -> made(key, loop, role));
  }

  private AudioBuffer made(TurnKey key, Loop loop, Role role) {
    AudioBuffer recorded = atRate(stereoAtMost(audio.read(loop)), loop);
    if (key.frames() == 0 || loop.tempo().isEmpty()) {
      return recorded;
    }
    TempoFact tempo = loop.tempo().get();
    long body = rate.framesIn(tempo.bpm().lengthOf(tempo.length()));
    AudioBuffer fromDownbeat = from(recorded, rate.framesIn(tempo.downbeat()), body);
    AudioBuffer turn =
        LoopStretcher.fit(
            fromDownbeat,
            new LoopFit(
                Material.of(role),
                new Frames(body),
                new Frames(key.frames()),
                new Semitones(key.semitones())));
    return Seam.close(turn);
  }

  /**
   * At the studio's rate. A recording that is one turn of its loop is read around its seam: its end
   * and its beginning are neighbours, not silence.
   */
  private AudioBuffer atRate(AudioBuffer sound, Loop loop) {
    double body =
        loop.tempo().map(t -> t.bpm().lengthOf(t.length()).value()).orElse(0.0) * sound.rate().hz();
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
