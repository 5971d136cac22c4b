package loopmind.arranger.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * A recording with known facts: a file, or one region of it.
 *
 * @param id names it by content
 * @param name as people say it: the file name without its ending
 * @param path the file, or the archive that holds it
 * @param inside its name within the archive {@code path}, where that is one
 * @param kind what sort of recording it is
 * @param start where its sound begins in the file
 * @param length of its sound, from {@code start}
 * @param rate of the file
 * @param channels of the file, 1 or more
 * @param tempo where it has one: a one-shot has none
 * @param key where it has one: drums have none
 * @param role what it does in a song
 * @param roleConfidence probability that {@code role} is right, 0 to 1
 * @param instrument lower-case word, such as kick, 808 or piano
 * @param tags how it sounds, the surest first
 * @param loudness integrated loudness as recorded
 * @param truePeak relative to full scale
 * @param energy how driving it feels, 0 (calm) to 1
 * @param onsets where its sounds begin, from {@code start}, ascending
 * @param profile where in the spectrum it sounds
 * @param embedding what the encoder hears in it
 */
public record Loop(
    LoopId id,
    String name,
    Path path,
    Optional<String> inside,
    LoopKind kind,
    Seconds start,
    Seconds length,
    SampleRate rate,
    int channels,
    Optional<TempoFact> tempo,
    Optional<KeyFact> key,
    Role role,
    double roleConfidence,
    String instrument,
    List<Tag> tags,
    Lufs loudness,
    Decibels truePeak,
    double energy,
    List<Seconds> onsets,
    SpectralProfile profile,
    Embedding embedding) {

  public Loop {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A loop needs a name, but was blank.");
    }
    if (channels < 1) {
      throw new IllegalArgumentException(
          "Loop %s would have %d channels; it needs at least 1.".formatted(name, channels));
    }
    Facts.share("confidence of a role", roleConfidence);
    Facts.share("energy", energy);
    tags = List.copyOf(tags);
    onsets = List.copyOf(onsets);
  }

  /** Whether it repeats in a known tempo, so that it can carry a layer. */
  public boolean repeats() {
    return kind == LoopKind.LOOP && tempo.isPresent();
  }

  /** The same loop without its {@link #embedding}, as songs keep it. */
  public Loop withoutEmbedding() {
    return embedding.dimensions() == 0 ? this : with(path, inside, tags, Embedding.NONE);
  }

  /** The same loop with words of the user, which are sure, before those that were heard. */
  public Loop tagged(List<String> words) {
    List<Tag> all = new ArrayList<>(words.stream().map(word -> new Tag(word, 1)).toList());
    tags.stream().filter(tag -> !words.contains(tag.word())).forEach(all::add);
    return with(path, inside, all, embedding);
  }

  /**
   * The same loop with what somebody knows better than what was heard.
   *
   * @param itsRole empty to leave it
   * @param itsInstrument lower-case word
   * @param bpm empty to leave its tempo
   * @param itsKey empty to leave it
   */
  public Loop corrected(
      Optional<Role> itsRole,
      String itsInstrument,
      Optional<Bpm> bpm,
      Optional<MusicalKey> itsKey) {
    return new Loop(
        id,
        name,
        path,
        inside,
        bpm.isPresent() ? LoopKind.LOOP : kind,
        start,
        length,
        rate,
        channels,
        bpm.isPresent() ? bpm.map(this::inTempo) : tempo,
        itsKey.isPresent() ? itsKey.map(one -> new KeyFact(one, 1, Optional.empty())) : key,
        itsRole.orElse(role),
        itsRole.isPresent() ? 1 : roleConfidence,
        itsInstrument,
        tags,
        loudness,
        truePeak,
        energy,
        onsets,
        profile,
        embedding);
  }

  /** As many whole beats as come nearest to its length. */
  private TempoFact inTempo(Bpm bpm) {
    double beats = Math.max(1, Math.rint(length.value() * bpm.value() / 60));
    return new TempoFact(
        bpm,
        1,
        List.of(),
        new Beats(beats),
        tempo.map(TempoFact::meter).orElse(Meter.FOUR_FOUR),
        tempo.map(TempoFact::downbeat).orElse(Seconds.ZERO));
  }

  /** The same loop as a file of its own at another place. */
  public Loop lyingAt(Path place) {
    return with(place, Optional.empty(), tags, embedding);
  }

  private Loop with(
      Path itsPath, Optional<String> itsInside, List<Tag> itsTags, Embedding itsEmbedding) {
    return new Loop(
        id,
        name,
        itsPath,
        itsInside,
        kind,
        start,
        length,
        rate,
        channels,
        tempo,
        key,
        role,
        roleConfidence,
        instrument,
        itsTags,
        loudness,
        truePeak,
        energy,
        onsets,
        profile,
        itsEmbedding);
  }
}
