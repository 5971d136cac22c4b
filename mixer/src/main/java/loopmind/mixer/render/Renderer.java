package loopmind.mixer.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Song;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.BeatPosition;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.mix.SongMix;

/**
 * A song into sound: its loops are fitted once, then its stems are read, mixed and summed chunk by
 * chunk. Roles are worked on side by side and summed in their own order, so that one thread or many
 * give the same samples.
 */
public final class Renderer {

  private static final int CHUNK = 48_000;

  /** The end of the song fades over half a bar, so that what rings on makes no click. */
  private static final double LAST_FADE_BARS = 0.5;

  private final LoopAudio audio;
  private final SampleRate rate = SampleRate.STUDIO;

  public Renderer(LoopAudio audio) {
    this.audio = audio;
  }

  /**
   * Renders, mixes, masters, checks, and writes the files.
   *
   * @throws CancellationException where {@code progress} asks for an end; nothing is then written
   * @throws loopmind.mixer.audio.AudioUnreadable where a loop's file is gone
   */
  public Rendering render(Song song, RenderOptions options, RenderProgress progress) {
    long begun = System.nanoTime();
    try (Takes takes = play(song, options, progress)) {
      long played = System.nanoTime();
      return new Finish(song, options, takes, progress)
          .write((played - begun) / 1_000_000, System::nanoTime);
    }
  }

  /** The mix and, where asked for, its stems, before the master. */
  Takes play(Song song, RenderOptions options, RenderProgress progress) {
    SongMix mix = new SongMix(song, rate);
    RenderPlan plan = RenderPlan.of(song, mix, rate);
    try (Crew crew = new Crew(options.threads())) {
      Map<TurnKey, AudioBuffer> sounds = fit(song, plan, crew, progress);
      SortedMap<Role, Stem> stems = stems(song, plan, mix, sounds);
      Takes takes =
          new Takes(
              rate,
              frameOfBar(plan, options.fromBar()),
              frameOfBar(plan, options.toBar()),
              stems.keySet(),
              options.stems().isPresent());
      run(plan, mix, stems, takes, crew, progress);
      return takes;
    }
  }

  private static long frameOfBar(RenderPlan plan, int bar) {
    if (bar == RenderOptions.END) {
      return plan.frames();
    }
    BeatPosition start = plan.map().startOfBar(bar);
    return Math.min(plan.frames(), plan.map().framesAt(start).count());
  }

  private Map<TurnKey, AudioBuffer> fit(
      Song song, RenderPlan plan, Crew crew, RenderProgress progress) {
    Turns turns = new Turns(audio, rate);
    List<Map.Entry<TurnKey, Clip>> needed = List.copyOf(plan.turns().entrySet());
    List<AudioBuffer> made =
        crew.each(
            needed,
            entry -> {
              checkCancelled(progress);
              TurnKey key = entry.getKey();
              return turns.of(key, song.loop(key.loop()), entry.getValue().role());
            },
            done -> progress.at("fitting loops", done / (double) needed.size()));
    Map<TurnKey, AudioBuffer> sounds = new TreeMap<>();
    for (int i = 0; i < needed.size(); i++) {
      sounds.put(needed.get(i).getKey(), made.get(i));
    }
    return sounds;
  }

  private static SortedMap<Role, Stem> stems(
      Song song, RenderPlan plan, SongMix mix, Map<TurnKey, AudioBuffer> sounds) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(plan.clips().keySet());
    if (mix.rings() || plan.passages().stream().anyMatch(Renderer::sounds)) {
      roles.add(Role.FX);
    }
    double tonicHz = 440 * Math.pow(2, (song.facts().key().tonic() - 9) / 12.0);
    SortedMap<Role, Stem> stems = new TreeMap<>();
    for (Role role : roles) {
      List<Clip> clips = plan.clips().getOrDefault(role, List.of());
      stems.put(role, new Stem(role, clips, plan, sounds, tonicHz));
    }
    return stems;
  }

  private static boolean sounds(Passage passage) {
    return passage.kind() == TransitionKind.RISER || passage.kind() == TransitionKind.BUILDUP;
  }

  private void run(
      RenderPlan plan,
      SongMix mix,
      SortedMap<Role, Stem> stems,
      Takes takes,
      Crew crew,
      RenderProgress progress) {
    long end = takes.endFrame();
    SortedMap<Role, float[][]> chunk = new TreeMap<>();
    stems.keySet().forEach(role -> chunk.put(role, new float[2][CHUNK]));
    List<Role> roles = List.copyOf(stems.keySet());
    long fade =
        Math.round(
            LAST_FADE_BARS
                * plan.map().beatsPerBar()
                * 60
                * rate.hz()
                / plan.map().tempo().value());
    for (long at = 0; at < end; at += CHUNK) {
      checkCancelled(progress);
      int count = (int) Math.min(CHUNK, end - at);
      crew.each(
          roles,
          role -> {
            float[][] sound = soundOf(chunk, role);
            stemOf(stems, role).next(sound, count);
            mix.treat(role, sound, count);
            return role;
          },
          done -> {});
      mix.process(chunk, count);
      fadeEnd(chunk, at, count, plan.frames(), fade);
      takes.write(at, chunk, count);
      progress.at("rendering", (double) at / end);
    }
  }

  private static Stem stemOf(Map<Role, Stem> stems, Role role) {
    return Objects.requireNonNull(stems.get(role));
  }

  private static float[][] soundOf(Map<Role, float[][]> sounds, Role role) {
    return Objects.requireNonNull(sounds.get(role));
  }

  private static void fadeEnd(
      Map<Role, float[][]> chunk, long at, int count, long songFrames, long fade) {
    for (int i = (int) Math.max(0, songFrames - fade - at); i < count; i++) {
      double left = (songFrames - at - i) / (double) fade;
      double gain = 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, left));
      for (float[][] stem : chunk.values()) {
        stem[0][i] *= (float) gain;
        stem[1][i] *= (float) gain;
      }
    }
  }

  private static void checkCancelled(RenderProgress progress) {
    if (progress.cancelled()) {
      throw new CancellationException("The render was stopped; nothing was written.");
    }
  }
}
