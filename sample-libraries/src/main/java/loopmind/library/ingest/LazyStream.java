package loopmind.library.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream that opens when it is first read, so that passing an entry over costs nothing. */
final class LazyStream extends InputStream {

  interface Source {
    InputStream open() throws IOException;
  }

  private final Source source;
  private @Nullable InputStream in;

  LazyStream(Source source) {
    this.source = source;
  }

  private InputStream in() throws IOException {
    InputStream open = in;
    if (open == null) {
      open = source.open();
      if (open == null) {
        throw new IOException("it is packed in a way that is not known");
      }
      in = open;
    }
    return open;
  }

  @Override
  public int read() throws IOException {
    return in().read();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return in().read(into, offset, length);
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
