package loopmind.library.listen;

/**
 * What sort of recording a region is: probabilities that together are 1.
 *
 * @param loop it repeats in tempo
 * @param oneshot a single hit, note or chord
 * @param fx a riser, sweep, impact or noise bed
 */
public record KindFacts(double loop, double oneshot, double fx) {}
