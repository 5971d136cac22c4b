package loopmind.ui.rest;

import java.util.List;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.Tag;
import loopmind.library.catalogue.Marks;

/**
 * A loop of the library.
 *
 * @param id that it is known by; the same wherever the file lies
 * @param name as shown
 * @param path of the file, or of the archive that holds it
 * @param inside name within the archive; empty for a file of its own
 * @param kind loop, oneshot, fx or long
 * @param role such as drums
 * @param roleConfidence 0 to 1
 * @param instrument such as flute
 * @param bpm tempo; 0 where it has none
 * @param key such as C minor; empty where it has none
 * @param seconds length
 * @param energy 0 to 1
 * @param lufs loudness
 * @param tags what it sounds like, those of the user first
 * @param stars that the user gave it, 0 for none
 * @param favourite whether it is one of the user's
 * @param score how well it fits a search, 0 to 1; 0 where nothing was searched
 * @param reasons why it fits
 * @param audioUrl its sound
 */
public record LoopModel(
    String id,
    String name,
    String path,
    String inside,
    String kind,
    String role,
    double roleConfidence,
    String instrument,
    double bpm,
    String key,
    double seconds,
    double energy,
    double lufs,
    List<String> tags,
    int stars,
    boolean favourite,
    double score,
    List<String> reasons,
    String audioUrl) {

  /** A loop with what the user says of it, apart from any search. */
  public static LoopModel of(Loop loop, Marks marks) {
    return of(loop, marks, 0, List.of());
  }

  static LoopModel of(Loop loop, Marks marks, double score, List<String> reasons) {
    return new LoopModel(
        loop.id().text(),
        loop.name(),
        loop.path().toString(),
        loop.inside().orElse(""),
        loop.kind().word(),
        loop.role().word(),
        loop.roleConfidence(),
        loop.instrument(),
        loop.tempo().map(tempo -> tempo.bpm().value()).orElse(0.0),
        loop.key().map(key -> key.key().text()).orElse(""),
        loop.length().value(),
        loop.energy(),
        loop.loudness().value(),
        loop.tags().stream().map(Tag::word).toList(),
        marks.stars(),
        marks.favourite(),
        score,
        reasons,
        "/api/v1/library/loops/%s/audio".formatted(loop.id().text().replace("#", "%23")));
  }
}
