package loopmind.library.listen;

/**
 * How loud it is.
 *
 * @param lufs integrated loudness; −70 where it is too quiet to count
 * @param truePeakDb relative to full scale
 */
public record LoudnessFacts(double lufs, double truePeakDb) {}
