package loopmind.mixer.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import loopmind.mixer.audio.AudioBuffer;

/**
 * Sounds in memory, up to a number of bytes; those that were used least lately go first. Each is
 * made once even where several threads ask for it. Safe to share between threads.
 */
final class KeptSounds<K> {

  private final long mostBytes;
  private final Map<K, AudioBuffer> sounds = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<K, Object> locks = new ConcurrentHashMap<>();
  private long bytes;

  KeptSounds(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The sound of that key, made where it is not kept; shared, not to be changed. */
  AudioBuffer of(K key, Function<K, AudioBuffer> maker) {
    synchronized (locks.computeIfAbsent(key, any -> new Object())) {
      Optional<AudioBuffer> kept = find(key);
      if (kept.isPresent()) {
        return kept.get();
      }
      AudioBuffer made = maker.apply(key);
      keep(key, made);
      locks.remove(key);
      return made;
    }
  }

  Optional<AudioBuffer> find(K key) {
    synchronized (sounds) {
      return Optional.ofNullable(sounds.get(key));
    }
  }

  void keep(K key, AudioBuffer sound) {
    synchronized (sounds) {
      AudioBuffer before = sounds.put(key, sound);
      bytes += bytes(sound) - (before == null ? 0 : bytes(before));
      var oldest = sounds.entrySet().iterator();
      while (bytes > mostBytes && oldest.hasNext()) {
        bytes -= bytes(oldest.next().getValue());
        oldest.remove();
      }
    }
  }

  private static long bytes(AudioBuffer sound) {
    return (long) Float.BYTES * sound.channelCount() * sound.frames();
  }
}
