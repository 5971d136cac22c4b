package loopmind.arranger.song;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a section of a song is. The words are those of the tool contract. */
public enum SectionKind {
  INTRO,
  VERSE,
  PRECHORUS,
  HOOK,
  BRIDGE,
  BREAKDOWN,
  BUILD,
  DROP,
  OUTRO,
  SOLO;

  private static final Map<String, SectionKind> OTHER_WORDS =
      Map.of("chorus", HOOK, "interlude", BRIDGE, "prehook", PRECHORUS, "break", BREAKDOWN);

  /** The word people and tools use: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the song is at its fullest here. */
  public boolean isPeak() {
    return this == HOOK || this == DROP;
  }

  /** The kind of that {@link #word}, or of another word for it such as chorus; empty for others. */
  public static Optional<SectionKind> named(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT).replace("-", "");
    for (SectionKind kind : values()) {
      if (kind.word().equals(plain)) {
        return Optional.of(kind);
      }
    }
    return Optional.ofNullable(OTHER_WORDS.get(plain));
  }
}
