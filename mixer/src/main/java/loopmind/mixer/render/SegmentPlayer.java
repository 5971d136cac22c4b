package loopmind.mixer.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.Decibels;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.measure.Hands;
import loopmind.mixer.mix.Echo;
import loopmind.mixer.mix.Hall;
import loopmind.mixer.mix.KickTrack;
import loopmind.mixer.mix.SongMix;

/**
 * Plays a segment from clean state, frames in order from the first of its lead to the last of its
 * tail. Parts are played side by side and summed in their own order, so that one thread or many
 * give the same samples.
 */
final class SegmentPlayer {

  /** What is played at a time. */
  static final int CHUNK = 16_384;

  /** The end of a tail fades over this. */
  private static final double TAIL_FADE_S = 0.25;

  private final Segment segment;
  private final List<PartPlayer> players = new ArrayList<>();
  private final List<float[][]> sounds = new ArrayList<>();
  private final float[][] toHall = new float[2][CHUNK];
  private final float[][] toEcho = new float[2][CHUNK];
  private final Optional<Hall> hall;
  private final Optional<Echo> echo;
  private final Optional<Riser> riser;
  private final Optional<RingingOn> ringingOn;
  private long position;

  /**
   * @param turns gives the sound of a turn
   */
  SegmentPlayer(Segment segment, Function<Turn, AudioBuffer> turns) {
    this.segment = segment;
    Optional<KickTrack> kicks = kicks(segment, turns);
    for (Part part : segment.parts()) {
      players.add(new PartPlayer(segment, part, turns, kicks));
      sounds.add(new float[2][CHUNK]);
    }
    hall =
        segment.hasHall()
            ? Optional.of(new Hall(segment.space().hallDecay(), segment.rate()))
            : Optional.empty();
    echo =
        segment.hasEcho()
            ? Optional.of(new Echo(segment.space().echoTime(), segment.rate()))
            : Optional.empty();
    riser = segment.out().filter(Passage::rises).map(p -> new Riser(p, segment.rate()));
    ringingOn =
        segment
            .out()
            .filter(p -> p.kind() == TransitionKind.REVERB_TAIL)
            .map(p -> new RingingOn(p, segment.rate()));
    position = -segment.lead();
  }

  /** The kicks are heard before anything is played, where anything gives way to them. */
  private static Optional<KickTrack> kicks(Segment segment, Function<Turn, AudioBuffer> turns) {
    boolean needed =
        segment.parts().stream()
            .anyMatch(p -> p.duckDb() > 0 || p.effects().has(EffectKind.SIDECHAIN));
    List<PartPlayer> drums =
        segment.parts().stream()
            .filter(part -> part.role() == Role.DRUMS)
            .map(part -> new PartPlayer(segment, part, turns, Optional.empty()))
            .toList();
    if (!needed || drums.isEmpty()) {
      return Optional.empty();
    }
    KickTrack track = new KickTrack(segment.rate());
    float[][] sum = new float[2][CHUNK];
    float[][] one = new float[2][CHUNK];
    long all = segment.lead() + segment.frames();
    for (long at = 0; at < all; at += CHUNK) {
      int count = (int) Math.min(CHUNK, all - at);
      clear(sum, count);
      for (PartPlayer player : drums) {
        player.next(one, count);
        add(one, 1, sum, count);
      }
      track.hear(sum, count);
    }
    return Optional.of(track);
  }

  /**
   * Overwrites the first {@code count} frames of each stem with the next ones.
   *
   * @param stems one for each of the segment's roles
   * @param count at most {@link #CHUNK}
   * @param hands that play the parts
   */
  void next(SortedMap<Role, float[][]> stems, int count, Hands hands) {
    stems.values().forEach(stem -> clear(stem, count));
    hands.each(players.size(), i -> players.get(i).next(sounds.get(i), count));
    clear(toHall, count);
    clear(toEcho, count);
    for (int i = 0; i < players.size(); i++) {
      Part part = players.get(i).part();
      add(sounds.get(i), 1, stem(stems, part.role()), count);
      send(sounds.get(i), part.hallDb(), toHall, count);
      send(sounds.get(i), part.echoDb(), toEcho, count);
    }
    ring(stems, count);
    position += count;
  }

  private void ring(SortedMap<Role, float[][]> stems, int count) {
    float[][] fx = stems.get(Role.FX);
    if (fx == null) {
      return;
    }
    ringingOn.ifPresent(tail -> tail.add(position, count, players, sounds, fx));
    float[][] own = new float[2][count];
    riser.ifPresent(r -> r.add(position, count, own));
    // what goes to the echo rings in the hall as well, so the hall comes second
    echo.ifPresent(e -> e.add(toEcho, count, own));
    add(own, 1, fx, count);
    send(own, SongMix.ECHO_IN_HALL_DB, toHall, count);
    hall.ifPresent(h -> h.add(toHall, count, fx));
    fade(fx, count);
  }

  private void fade(float[][] fx, int count) {
    double fade = Math.min(segment.tail(), TAIL_FADE_S * segment.rate().hz());
    long end = segment.frames() + segment.tail();
    int first = (int) Math.clamp(end - (long) fade - position, 0, count);
    for (int i = first; i < count && fade > 0; i++) {
      double left = Math.clamp((end - position - i) / fade, 0, 1);
      float gain = (float) (0.5 - 0.5 * Math.cos(Math.PI * left));
      fx[0][i] *= gain;
      fx[1][i] *= gain;
    }
  }

  private static float[][] stem(SortedMap<Role, float[][]> stems, Role role) {
    return Objects.requireNonNull(stems.get(role));
  }

  private static void send(float[][] sound, double db, float[][] into, int count) {
    if (db > SongMix.NO_SEND_DB) {
      add(sound, (float) new Decibels(db).ratio(), into, count);
    }
  }

  static void add(float[][] sound, float gain, float[][] into, int count) {
    for (int c = 0; c < 2; c++) {
      for (int i = 0; i < count; i++) {
        into[c][i] += gain * sound[c][i];
      }
    }
  }

  private static void clear(float[][] sound, int count) {
    Arrays.fill(sound[0], 0, count, 0);
    Arrays.fill(sound[1], 0, count, 0);
  }
}
