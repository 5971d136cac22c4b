package loopmind.assistant.runtime;

import de.kherud.llama.LlamaModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Puts llama.cpp where the JVM loads it from. Left alone, the library unpacks itself at every start
 * to one shared place in the temporary folder, over a copy that another process may be running, and
 * says so on standard output.
 */
final class NativeRuntime {

  private static final String FOLDER_PROPERTY = "de.kherud.llama.lib.path";

  private NativeRuntime() {}

  /**
   * @param cache folder of unpacked libraries; made where it is not there
   * @throws ModelUnavailable where the library cannot be written
   */
  static synchronized void unpackInto(Path cache) {
    if (System.getProperty(FOLDER_PROPERTY) != null) {
      return;
    }
    String file = System.mapLibraryName("jllama");
    String resource = "/de/kherud/llama/" + platform() + "/" + file;
    try (InputStream library = LlamaModel.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new ModelUnavailable(
            "The built-in language model does not run on %s with a %s processor; name a server with --llm-url."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
      }
      place(library.readAllBytes(), cache, file);
    } catch (IOException e) {
      throw new ModelUnavailable(
          "The language model's runtime could not be unpacked to %s: %s. Choose another folder with --home."
              .formatted(cache, e.getMessage()),
          e);
    }
    System.setProperty(FOLDER_PROPERTY, cache.toAbsolutePath().toString());
  }

  private static void place(byte[] library, Path cache, String file) throws IOException {
    Path placed = cache.resolve(file);
    if (Files.isRegularFile(placed) && Files.size(placed) == library.length) {
      return;
    }
    Files.createDirectories(cache);
    Path half = Files.createTempFile(cache, file, ".part");
    try {
      Files.write(half, library);
      // another process may do the same at the same time: either copy is whole
      Files.move(half, placed, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /**
   * Starts the library, without the lines that it prints on a Mac.
   *
   * @throws LinkageError where it does not start
   */
  static void start() {
    if (isMac()) {
      Hushed.run(NativeRuntime::initialise);
    } else {
      initialise();
    }
  }

  private static void initialise() {
    try {
      Class.forName("de.kherud.llama.LlamaModel");
    } catch (ClassNotFoundException e) {
      throw new LinkageError("de.kherud.llama.LlamaModel is not there", e);
    }
  }

  static boolean isMac() {
    return systemName().contains("mac");
  }

  private static String systemName() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT);
  }

  private static String platform() {
    String name = systemName();
    String system = isMac() ? "Mac" : name.contains("win") ? "Windows" : "Linux";
    String arch = System.getProperty("os.arch");
    return system + "/" + (arch.equals("amd64") ? "x86_64" : arch);
  }
}
