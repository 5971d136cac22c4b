package loopmind.tools;

import dev.langchain4j.model.output.structured.Description;
import java.util.Optional;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Passage;
import loopmind.arranger.song.Stretch;
import org.jspecify.annotations.Nullable;

/** Sections of the song, as the contract writes them: a kind and number, or a stretch. */
public record SectionArgument(
    @Description(
            "intro verse prechorus hook bridge breakdown build drop outro solo, or song for the whole song")
        @Nullable String kind,
    @Description("which of that kind: 1 is the first in playing order, -1 the last, 0 every one")
        @Nullable Integer n,
    @Description("where a stretch begins, instead of a kind; left out: the start of the song")
        @Nullable SectionRef from,
    @Description("where a stretch ends, included; left out: the end of the song")
        @Nullable SectionRef to) {

  /** One kind of section. */
  static SectionArgument of(String kind, @Nullable Integer n) {
    return new SectionArgument(kind, n, null, null);
  }

  /**
   * @throws EditRefused where there is no such kind of section
   */
  Passage passage() {
    if (from == null && to == null) {
      return new SectionRef(kind, n).reference();
    }
    if (kind != null) {
      throw new EditRefused(
          "A section is either a kind or a stretch, not both. Say 'hook 2', or 'from verse 1 to hook 1'.");
    }
    return new Stretch(
        Optional.ofNullable(from).map(SectionRef::reference),
        Optional.ofNullable(to).map(SectionRef::reference));
  }
}
