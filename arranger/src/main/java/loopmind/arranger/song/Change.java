package loopmind.arranger.song;

/**
 * One thing in which two versions of a song differ.
 *
 * @param section name of the section, such as {@code hook 2}; empty for the whole song
 * @param role word of the layer's role; empty for a whole section or the whole song
 * @param what differs: {@code loop}, {@code gain}, {@code tempo} and so on
 * @param before as it was; empty where it was not there
 * @param after as it is; empty where it is no longer there
 */
public record Change(String section, String role, String what, String before, String after) {}
