package loopmind.ui.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import loopmind.arranger.plan.CorpusUnreadable;
import loopmind.arranger.plan.PlannerUnavailable;
import loopmind.arranger.song.EditRefused;
import loopmind.assistant.chat.MessageUnreadable;
import loopmind.assistant.runtime.ModelUnavailable;
import loopmind.mixer.audio.AudioUnreadable;
import loopmind.ui.Home;
import picocli.CommandLine;

/**
 * Says in one sentence why a command could not be done. Errors that are meant for people are said
 * as they are; all others go to the log, because a stack trace helps no musician.
 */
final class Failure implements CommandLine.IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine line, CommandLine.ParseResult parsed) {
    line.getErr().println("loopmind: " + sentence(thrown));
    line.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String sentence(Exception thrown) {
    if (isForPeople(thrown)) {
      return String.valueOf(thrown.getMessage());
    }
    return "something went wrong inside LoopMind. The details are in %s; please report them."
        .formatted(log(thrown));
  }

  private static boolean isForPeople(Exception thrown) {
    return thrown instanceof EditRefused
        || thrown instanceof AudioUnreadable
        || thrown instanceof MessageUnreadable
        || thrown instanceof ModelUnavailable
        || thrown instanceof PlannerUnavailable
        || thrown instanceof CorpusUnreadable;
  }

  private static String log(Exception thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    try {
      Path file = Home.usual().logFile();
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
