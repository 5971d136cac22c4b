package loopmind.assistant.notation;

/** What code decides beside the model: every rule, so that its share can be counted. */
public enum Rule {
  /** Numbers, keys, lengths and names are taken out of the message, and filled in again. */
  SLOTS("numbers, keys, lengths and names copied by code"),
  /** A word that nobody uses becomes the one that is a slip away. */
  SPELLING("slips of the keyboard mended"),
  /** What the word lists and the song's loops know of a word stands behind it. */
  TAGS("words tagged for the model to read"),
  /** What only the song decides: +5 bpm, doubled lengths, relative keys, everything after. */
  WORKED_OUT("worked out from the song"),
  /** The contract's spelling of a style. */
  STYLE("a style spelt as the contract has it"),
  /** The role that a named sound has by the word lists. */
  SOUND_ROLE("the role of a named sound"),
  /** The role that a layer named by its sound has in the song. */
  LAYER_ROLE("the role of a layer of the song"),
  /** The number of a section that the message itself adds. */
  NEW_SECTION("the number of a section just added"),
  /** Of several sections of a kind the one that the turn before added, where none is named. */
  JUST_ADDED("the section that the turn before added"),
  /** Nothing is asked for twice, and "more" is no key word. */
  TIDY("repetitions and filler left out"),
  /** Another network, which knows language in general, is sure enough of another tool. */
  INTENT("another first tool than the language model's own"),
  /** An answer that could not be read was asked for again, under a narrower grammar. */
  ASKED_AGAIN("asked again under a narrower grammar");

  private final String says;

  Rule(String says) {
    this.says = says;
  }

  /** What the rule does, a few words. */
  public String says() {
    return says;
  }
}
