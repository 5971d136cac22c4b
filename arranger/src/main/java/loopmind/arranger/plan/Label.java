package loopmind.arranger.plan;

import java.util.Locale;
import java.util.Optional;
import loopmind.arranger.song.SectionKind;

/**
 * What the corpus calls a section: a wider set of words than {@link SectionKind}, in the order in
 * which the network numbers them.
 */
enum Label {
  INTRO(SectionKind.INTRO),
  VERSE(SectionKind.VERSE),
  PRECHORUS(SectionKind.PRECHORUS),
  CHORUS(SectionKind.HOOK),
  POSTCHORUS(SectionKind.HOOK),
  BRIDGE(SectionKind.BRIDGE),
  BREAKDOWN(SectionKind.BREAKDOWN),
  BUILD(SectionKind.BUILD),
  DROP(SectionKind.DROP),
  SOLO(SectionKind.SOLO),
  INST(SectionKind.BRIDGE),
  THEME(SectionKind.HOOK),
  TRANSITION(SectionKind.BRIDGE),
  OUTRO(SectionKind.OUTRO),
  SECTION(SectionKind.VERSE);

  /** The symbol after the last section; also stands for "no section" before the first. */
  static final int END = values().length;

  /** Labels and the end of the song. */
  static final int SYMBOLS = END + 1;

  private final SectionKind kind;

  Label(SectionKind kind) {
    this.kind = kind;
  }

  /** What a producer would call it. */
  SectionKind kind() {
    return kind;
  }

  /** The label that plans use for a kind of section. */
  static Label of(SectionKind kind) {
    return kind == SectionKind.HOOK ? CHORUS : valueOf(kind.name());
  }

  /** The label of that word; unknown words are plain sections, as in the corpus. */
  static Label named(String word) {
    String wanted = word.strip().toUpperCase(Locale.ROOT);
    for (Label label : values()) {
      if (label.name().equals(wanted)) {
        return label;
      }
    }
    return Optional.of(word).flatMap(SectionKind::named).map(Label::of).orElse(SECTION);
  }
}
