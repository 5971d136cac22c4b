package loopmind.arranger.song;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Lays a song file out: every entry of its lists is a line. */
final class SnapshotLines extends MinimalPrettyPrinter {

  private static final long serialVersionUID = 1L;

  private static boolean isAt(JsonGenerator out, int depth) {
    return out.getOutputContext().getNestingDepth() == depth;
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
    out.writeRaw(isAt(out, 1) ? ",\n" : ",");
  }

  @Override
  public void beforeArrayValues(JsonGenerator out) throws IOException {
    out.writeRaw(isAt(out, 2) ? "\n" : "");
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
    out.writeRaw(isAt(out, 2) ? ",\n" : ",");
  }
}
