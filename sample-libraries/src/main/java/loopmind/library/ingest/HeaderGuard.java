package loopmind.library.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bounds how much of a tar file its headers may take: a name of a gigabyte would otherwise be read
 * into memory whole.
 */
final class HeaderGuard extends FilterInputStream {

  private static final int MOST_HEADER_BYTES = 1 << 20;

  private boolean header;
  private long headerBytes;

  HeaderGuard(InputStream in) {
    super(in);
  }

  void expectHeader() {
    header = true;
    headerBytes = 0;
  }

  void expectContent() {
    header = false;
  }

  private int counted(int got) throws IOException {
    if (header && got > 0) {
      headerBytes += got;
      if (headerBytes > MOST_HEADER_BYTES) {
        throw new IOException("the name of an entry is longer than any name");
      }
    }
    return got;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    counted(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return counted(super.read(into, offset, length));
  }
}
