package loopmind.tools;

import dev.langchain4j.model.output.structured.Description;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.SectionReference;
import org.jspecify.annotations.Nullable;

/** A section by its kind and number, as the contract writes it. */
public record SectionRef(
    @Description(
            "intro verse prechorus hook bridge breakdown build drop outro solo, or song for the whole song")
        @Nullable String kind,
    @Description("which of that kind: 1 is the first in playing order, -1 the last, 0 every one")
        @Nullable Integer n) {

  /**
   * @throws EditRefused where there is no such kind of section
   */
  SectionReference reference() {
    String word = kind;
    if (word == null || word.isBlank()) {
      throw new EditRefused("Which section is meant? Say its kind, such as 'verse 2'.");
    }
    if (word.strip().equalsIgnoreCase("song")) {
      return SectionReference.SONG;
    }
    SectionKind named =
        SectionKind.named(word)
            .orElseThrow(() -> new EditRefused("There is no kind of section called \"%s\".", word));
    return SectionReference.of(named, n == null ? 0 : n);
  }
}
