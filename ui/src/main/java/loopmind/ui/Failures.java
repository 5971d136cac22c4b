package loopmind.ui;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import loopmind.arranger.song.EditRefused;
import loopmind.assistant.chat.MessageUnreadable;
import loopmind.assistant.runtime.CompletionCancelled;
import loopmind.assistant.runtime.ModelUnavailable;
import loopmind.library.catalogue.CatalogueUnusable;
import loopmind.library.index.IndexUnusable;
import loopmind.library.ingest.FolderUnreadable;
import loopmind.mixer.audio.AudioUnreadable;
import loopmind.mixer.audio.AudioUnwritable;

/**
 * Says in one sentence why something could not be done. Errors that are meant for people are said
 * as they are; all others go to the log, because a stack trace helps no musician.
 */
public final class Failures {

  private static final List<Class<? extends Exception>> FOR_PEOPLE =
      List.of(
          EditRefused.class,
          AudioUnreadable.class,
          AudioUnwritable.class,
          FolderUnreadable.class,
          CatalogueUnusable.class,
          IndexUnusable.class,
          MessageUnreadable.class,
          ModelUnavailable.class,
          CompletionCancelled.class,
          CancellationException.class);

  private Failures() {}

  /** Why something could not be done; what is not meant for people goes to the log. */
  public static String sentence(Exception thrown, Home home) {
    if (isForPeople(thrown)) {
      return String.valueOf(thrown.getMessage());
    }
    return "something went wrong inside LoopMind. The details are in %s; please report them."
        .formatted(log(thrown, home));
  }

  /** Whether the message of this was written for people. */
  public static boolean isForPeople(Exception thrown) {
    return FOR_PEOPLE.stream().anyMatch(type -> type.isInstance(thrown));
  }

  private static String log(Exception thrown, Home home) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    try {
      Path file = home.logFile();
      Files.writeString(
          file,
          trace + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return file.toString();
    } catch (IOException | RuntimeException unwritable) {
      return "no log, because it cannot be written (" + thrown + ")";
    }
  }
}
