package loopmind.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loopmind.arranger.song.History;
import loopmind.arranger.song.SongFile;
import loopmind.assistant.calls.SongState;
import loopmind.assistant.calls.ToolCall;
import loopmind.assistant.calls.Turn;
import loopmind.assistant.chat.Interpreter;
import loopmind.assistant.chat.MessageUnreadable;
import loopmind.assistant.chat.Reading;
import loopmind.mixer.render.LoopAudio;
import loopmind.mixer.render.RenderProgress;
import loopmind.mixer.render.Renderer;
import loopmind.tools.DescribeSong;
import loopmind.tools.Redo;
import loopmind.tools.RemoveSection;
import loopmind.tools.SetLevel;
import loopmind.tools.SetTempo;
import loopmind.tools.SongDesk;
import loopmind.tools.ToolBox;
import loopmind.tools.Undo;

/** A {@link SmallSong} that can be talked to in a handful of sentences. */
public final class TalkBench implements AutoCloseable {

  private static final Map<String, String> SENTENCES = new LinkedHashMap<>();

  static {
    SENTENCES.put(
        "drums down in the hook",
        "set_level {'role':'drums','db':-6,'section':{'kind':'hook','n':1}}");
    SENTENCES.put("bass up", "set_level {'role':'bass','db':3}");
    SENTENCES.put("faster", "set_tempo {'percent':10}");
    SENTENCES.put("another tempo", "set_tempo {}");
    SENTENCES.put("undo", "undo {}");
    SENTENCES.put("drop the bridge", "remove_section {'section':{'kind':'bridge'}}");
    SENTENCES.put("what is it?", "describe_song {}");
  }

  final SongDesk desk;
  final SongFile file;
  final SongSound sound;
  private final SongTalk talk;

  public TalkBench(Path folder, SongTalk.Rendered rendered) {
    this(folder, rendered, new SmallSong().audio());
  }

  TalkBench(Path folder, SongTalk.Rendered rendered, LoopAudio audio) {
    file = new SongFile(folder.resolve("small.loopmind.json"));
    if (!Files.exists(file.path())) {
      file.save(new SongFile.Content(History.of("made", new SmallSong().song()), Optional.empty()));
    }
    desk = new SongDesk(Optional.of(file.load()), file::save, InstantSource.system());
    ToolBox box =
        new ToolBox(
            List.of(
                new SetLevel(desk),
                new SetTempo(desk),
                new RemoveSection(desk),
                new DescribeSong(desk),
                new Undo(desk),
                new Redo(desk)));
    sound = new SongSound(new Renderer(audio), file.path(), folder.resolve("previews"), 1);
    talk =
        new SongTalk(
            new Studio(file, desk, () -> box),
            new Sentences(),
            List::of,
            new SongTalk.Hearing(
                sound,
                rendered,
                RenderProgress.NONE,
                MixListener.NONE,
                why -> String.valueOf(why.getMessage())));
  }

  public SongTalk talk() {
    return talk;
  }

  public SongSound sound() {
    return sound;
  }

  /** Knows its sentences by heart. */
  private static final class Sentences implements Interpreter {
    @Override
    public Reading read(
        SongState song, List<Turn> turns, String message, Collection<String> library) {
      if (message.isBlank()) {
        throw new MessageUnreadable("The message is empty.");
      }
      String said = SENTENCES.get(message);
      if (said == null) {
        return new Reading(List.of(), Reading.Asks.NOTHING);
      }
      String[] parts = said.split(" ", 2);
      return new Reading(List.of(new ToolCall(parts[0], json(parts[1]))), Reading.Asks.CALLS);
    }

    private static ObjectNode json(String text) {
      try {
        return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
      } catch (IOException wrong) {
        throw new UncheckedIOException(wrong);
      }
    }

    @Override
    public void ready() {}

    @Override
    public void close() {}
  }

  @Override
  public void close() {
    talk.close();
  }
}
