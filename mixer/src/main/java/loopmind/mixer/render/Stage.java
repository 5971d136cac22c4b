package loopmind.mixer.render;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.SampleRate;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.measure.Hands;

/**
 * Where segments are played. What was played once is kept, in memory and in files, by the key of
 * its segment, so that after an edit only what changed is played again. Kept is the sum of the
 * roles: stems are asked for seldom, would take up to nine times the room, and are played again.
 */
final class Stage {

  private static final long KEPT_BYTES = 96L << 20;

  private final SampleRate rate;
  private final Turns turns;
  private final Optional<SoundCache> cache;
  private final KeptSounds<String> kept = new KeptSounds<>(KEPT_BYTES);

  Stage(LoopAudio audio, SampleRate rate, Optional<SoundCache> cache) {
    this.rate = rate;
    this.cache = cache;
    turns = new Turns(audio, rate, cache);
  }

  /** Hears each chunk of a segment while it is played. */
  interface Listener {
    /**
     * @param at frame counted from the first of the lead
     * @param sum of the stems
     */
    void hear(long at, SortedMap<Role, float[][]> stems, float[][] sum, int count);
  }

  /** Makes the turns of these segments, as many as are kept, side by side. */
  void fit(Song song, List<Segment> segments, Crew crew, RenderProgress progress) {
    List<Turn> needed =
        segments.stream()
            .flatMap(segment -> segment.parts().stream())
            .flatMap(part -> part.clips().stream())
            .map(Clip::turn)
            .distinct()
            .toList();
    int[] done = {0};
    crew.inOrder(
        needed,
        turn -> {
          checkCancelled(progress);
          return turns.of(turn, song.loop(turn.fit().loop()));
        },
        made -> progress.at("fitting loops", ++done[0] / (double) needed.size()));
  }

  /**
   * Whether the sum of that segment is kept, so that it is played only where its file is damaged.
   */
  boolean has(Segment segment) {
    String key = segment.key();
    return kept.find(key).isPresent() || cache.filter(files -> files.holds(key)).isPresent();
  }

  private Optional<AudioBuffer> find(String key) {
    Optional<AudioBuffer> found = kept.find(key);
    if (found.isEmpty() && cache.isPresent()) {
      found = cache.get().find(key, rate);
      found.ifPresent(sound -> kept.keep(key, sound));
    }
    return found;
  }

  /** The sum of all roles of a segment, from the first frame of its lead; not to be changed. */
  AudioBuffer sum(Song song, Segment segment, Hands hands, RenderProgress progress) {
    String key = segment.key();
    return find(key)
        .orElseGet(
            () -> {
              AudioBuffer sound =
                  AudioBuffer.silence(2, Math.toIntExact(segment.allFrames()), rate);
              play(
                  song,
                  segment,
                  hands,
                  progress,
                  (at, stems, sum, count) -> {
                    System.arraycopy(sum[0], 0, sound.channel(0), (int) at, count);
                    System.arraycopy(sum[1], 0, sound.channel(1), (int) at, count);
                  });
              kept.keep(key, sound);
              cache.ifPresent(files -> files.keep(key, sound));
              return sound;
            });
  }

  /** Plays a segment from its first frame to its last, whether or not it is kept. */
  void play(Song song, Segment segment, Hands hands, RenderProgress progress, Listener listener) {
    Function<Turn, AudioBuffer> sounds = turn -> turns.of(turn, song.loop(turn.fit().loop()));
    SegmentPlayer player = new SegmentPlayer(segment, sounds);
    SortedMap<Role, float[][]> stems = new TreeMap<>();
    segment.roles().forEach(role -> stems.put(role, new float[2][SegmentPlayer.CHUNK]));
    float[][] sum = new float[2][SegmentPlayer.CHUNK];
    for (long at = 0; at < segment.allFrames(); at += SegmentPlayer.CHUNK) {
      checkCancelled(progress);
      int count = (int) Math.min(SegmentPlayer.CHUNK, segment.allFrames() - at);
      player.next(stems, count, hands);
      java.util.Arrays.fill(sum[0], 0, count, 0);
      java.util.Arrays.fill(sum[1], 0, count, 0);
      stems.values().forEach(stem -> SegmentPlayer.add(stem, 1, sum, count));
      listener.hear(at, stems, sum, count);
    }
  }

  static void checkCancelled(RenderProgress progress) {
    if (progress.cancelled()) {
      throw new CancellationException("The render was stopped; nothing was written.");
    }
  }
}
