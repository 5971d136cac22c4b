package loopmind.library.ingest;

/**
 * How much an archive may unfold to before it counts as an attack.
 *
 * @param entries files and folders within, those of archives within included
 * @param bytes unfolded in all
 * @param ratio unfolded bytes for each byte of the archive; silence is what compresses best of what
 *     people keep
 * @param freeBytes unfolded without counting the ratio
 */
public record ArchiveLimits(int entries, long bytes, int ratio, long freeBytes) {

  public static final ArchiveLimits DEFAULT = new ArchiveLimits(20_000, 20L << 30, 100, 64L << 20);

  public ArchiveLimits {
    if (entries < 1 || bytes < 1 || ratio < 1 || freeBytes < 0) {
      throw new IllegalArgumentException("The limits of an archive are above 0.");
    }
  }
}
