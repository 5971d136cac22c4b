package loopmind.library.ingest;

/** An archive that asks for too much; the message is one sentence. */
final class ArchiveRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ArchiveRefused(String sentence) {
    super(sentence);
  }
}
