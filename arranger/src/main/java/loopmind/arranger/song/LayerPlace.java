package loopmind.arranger.song;

/**
 * A layer and the section it is in.
 *
 * @param section the section
 * @param layer one of its layers
 */
public record LayerPlace(SectionId section, Layer layer) {}
