package loopmind.ui.rest;

import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.Song;

/**
 * A song as programs and the timeline see it.
 *
 * @param id name of the song in its home
 * @param version number, counted from 1; 0 where there is no song yet
 * @param title as shown
 * @param style such as trap
 * @param bpm tempo
 * @param key such as C minor
 * @param beatsPerBar beats in a bar
 * @param bars length
 * @param seconds length
 * @param sections in playing order
 */
public record SongModel(
    String id,
    int version,
    String title,
    String style,
    double bpm,
    String key,
    int beatsPerBar,
    int bars,
    double seconds,
    List<SectionModel> sections) {

  /**
   * @param id unique in the song
   * @param kind such as hook
   * @param n which of its kind, counted from 1
   * @param ofKind how many of its kind there are
   * @param startBar counted from 0
   * @param bars length
   * @param energy 0 to 1
   * @param transition into it; empty for none
   * @param effects on all of it
   * @param layers what sounds in it
   */
  public record SectionModel(
      String id,
      String kind,
      int n,
      int ofKind,
      int startBar,
      int bars,
      double energy,
      String transition,
      List<String> effects,
      List<LayerModel> layers) {}

  /**
   * @param id unique in the section
   * @param role such as drums
   * @param loop name of the loop
   * @param loopId that the library knows it by
   * @param muted whether it is silent
   * @param gainDb relative to the level of its role
   * @param semitones how far it is moved in pitch
   * @param speed how fast it plays, 1 for its own tempo
   * @param cycleBeats beats that one repetition fills; 0 for a one-shot
   * @param effects on it
   * @param reasons why it was chosen
   * @param placements where in the section it sounds
   */
  public record LayerModel(
      String id,
      String role,
      String loop,
      String loopId,
      boolean muted,
      double gainDb,
      double semitones,
      double speed,
      double cycleBeats,
      List<String> effects,
      List<String> reasons,
      List<PlacementModel> placements) {}

  /**
   * @param startBeat from the start of the section
   * @param beats length
   */
  public record PlacementModel(double startBeat, double beats) {}

  /** A song that is open, as it is now. */
  public static SongModel of(String id, int version, Optional<Song> song) {
    return song.map(one -> of(id, version, one))
        .orElseGet(() -> new SongModel(id, version, "", "", 0, "", 4, 0, 0, List.of()));
  }

  private static SongModel of(String id, int version, Song song) {
    List<Section> all = song.sections();
    return new SongModel(
        id,
        version,
        song.facts().title(),
        song.facts().style(),
        song.facts().tempo().value(),
        song.facts().key().text(),
        song.facts().meter().beats(),
        song.bars().count(),
        song.length().value(),
        all.stream().map(section -> section(song, all, section)).toList());
  }

  private static SectionModel section(Song song, List<Section> all, Section section) {
    List<Section> alike = all.stream().filter(other -> other.kind() == section.kind()).toList();
    return new SectionModel(
        section.id().text(),
        section.kind().word(),
        alike.indexOf(section) + 1,
        alike.size(),
        song.startBar(section.id()),
        section.bars().count(),
        section.energy(),
        song.transitionInto(section.id()).map(into -> into.kind().word()).orElse(""),
        section.effects().strengths().keySet().stream().map(EffectKind::word).toList(),
        section.layers().stream().map(layer -> layer(song.loop(layer.loop()), layer)).toList());
  }

  private static LayerModel layer(Loop loop, Layer layer) {
    return new LayerModel(
        layer.id().text(),
        layer.role().word(),
        loop.name(),
        loop.id().toString(),
        layer.muted(),
        layer.gain().value(),
        layer.shift().value(),
        layer.speed(),
        layer.cycle().value(),
        layer.effects().strengths().keySet().stream().map(EffectKind::word).toList(),
        layer.reasons(),
        layer.placements().stream()
            .map(place -> new PlacementModel(place.start().value(), place.length().value()))
            .toList());
  }
}
