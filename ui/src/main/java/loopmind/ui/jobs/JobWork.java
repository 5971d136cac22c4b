package loopmind.ui.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.chat.Question;
import loopmind.mixer.render.Rendering;
import loopmind.ui.Folders;
import loopmind.ui.OpenSong;
import loopmind.ui.OpenSongs;
import loopmind.ui.TalkTurn;

/**
 * Makes what a job wants: its song, turn by turn, and then the sound of it. Each turn is a version
 * of the song; one that is there already, from before the process ended, is not done again.
 */
final class JobWork {

  private static final String REFERENCE = "follow the reference", CALLS = "options of the job";
  private static final int SAID = 50, FOLLOWED = 65, CALLED = 70;

  private final OpenSongs songs;

  JobWork(OpenSongs songs) {
    this.songs = songs;
  }

  /** A name for the song of a job that no other song has. */
  String freeName(String id) {
    String name = id;
    for (int n = 2; songs.find(name).isPresent(); n++) {
      name = id + "-" + n;
    }
    return name;
  }

  /**
   * @param folder for the mix and the stems
   * @throws EditRefused where the wish cannot be done
   * @throws CancellationException where somebody ended it
   */
  Job.Results make(JobWish wish, String name, Path folder, JobRun run) {
    OpenSong song = songs.named(name);
    Runnable leave =
        song.onChange(now -> now.work().ifPresent(work -> run.at(work.step(), work.share())));
    run.whenCancelled(song::stop);
    try {
      run.stage(0, SAID);
      turn(run, song, wish.prompt(), () -> song.say(wish.prompt()));
      run.stage(SAID, FOLLOWED);
      wish.reference()
          .ifPresent(
              file -> turn(run, song, REFERENCE, () -> song.act(REFERENCE, List.of(follow(file)))));
      run.stage(FOLLOWED, CALLED);
      if (!wish.calls().isEmpty()) {
        turn(run, song, CALLS, () -> song.act(CALLS, wish.calls()));
      }
      run.stage(CALLED, JobRun.ALL);
      if (song.song().isEmpty()) {
        throw new EditRefused("Nothing came of \"%s\": no song was asked for.", wish.prompt());
      }
      return kept(joined(song.mixed(), run), folder, wish.stems());
    } finally {
      leave.run();
    }
  }

  private static ToolCall follow(Path file) {
    ObjectNode args = JsonNodeFactory.instance.objectNode().put("file", file.toString());
    return new ToolCall("match_reference", args);
  }

  private static void turn(
      JobRun run, OpenSong song, String message, Supplier<CompletableFuture<TalkTurn>> doing) {
    if (song.versions().stream().anyMatch(version -> version.message().equals(message))) {
      return;
    }
    if (run.cancelled()) {
      throw new CancellationException("It was cancelled.");
    }
    TalkTurn done = joined(doing.get(), run);
    done.refusal()
        .ifPresent(
            why -> {
              throw new EditRefused("%s", why);
            });
    done.question()
        .ifPresent(
            question -> {
              throw new EditRefused("%s", asked(question));
            });
  }

  private static String asked(Question question) {
    return "%s Say it in the prompt: %s."
        .formatted(question.sentence(), String.join(", or ", question.choices()));
  }

  private static <T> T joined(CompletableFuture<T> result, JobRun run) {
    try {
      T made = result.join();
      if (run.cancelled()) {
        throw new CancellationException("It was cancelled.");
      }
      return made;
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /** Copies what was rendered: the song goes on, the job keeps what it made. */
  private static Job.Results kept(Rendering made, Path folder, boolean wanted) {
    Map<Role, Path> parts = wanted ? made.stems() : Map.of();
    try {
      Files.createDirectories(folder.resolve(Job.STEMS));
      Files.copy(made.mix(), folder.resolve(Job.MIX), StandardCopyOption.REPLACE_EXISTING);
      for (Map.Entry<Role, Path> part : parts.entrySet()) {
        Path to = folder.resolve(Job.STEMS).resolve(part.getKey().word() + ".wav");
        Files.copy(part.getValue(), to, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failed) {
      throw new EditRefused("What was made cannot be kept in %s. Is the disk full?", folder);
    }
    List<String> stems = parts.keySet().stream().map(Role::word).sorted().toList();
    return new Job.Results(stems, new ObjectMapper().valueToTree(made.report()).toString());
  }

  static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException failed) {
      throw new EditRefused("The files in %s cannot be deleted.", folder);
    }
  }
}
