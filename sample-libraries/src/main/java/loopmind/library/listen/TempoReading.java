package loopmind.library.listen;

/**
 * One way to hear the tempo.
 *
 * @param bpm quarter notes a minute
 * @param beats quarter notes until it repeats
 * @param meter beats in a bar
 * @param start seconds from the start of the region to the first beat of a bar
 * @param length seconds until it repeats
 * @param exact whether nothing had to be guessed about where the loop begins and ends
 * @param probability that this reading is right, given that the sound is a loop
 */
public record TempoReading(
    double bpm,
    int beats,
    int meter,
    double start,
    double length,
    boolean exact,
    double probability) {}
