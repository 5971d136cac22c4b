package loopmind.mixer.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip whose entries bear no date of their own, so that equal content gives equal bytes. */
final class ZipSink implements AutoCloseable {

  /** The earliest that a zip knows. */
  private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  ZipSink(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  void add(String name, byte[] bytes) throws IOException {
    begin(name);
    zip.write(bytes);
    zip.closeEntry();
  }

  void add(String name, Path file) throws IOException {
    begin(name);
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_DATE);
    zip.putNextEntry(entry);
  }

  @Override
  public void close() throws IOException {
    zip.finish();
  }
}
