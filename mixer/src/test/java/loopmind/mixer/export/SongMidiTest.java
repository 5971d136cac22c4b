package loopmind.mixer.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import loopmind.arranger.loop.Mode;
import loopmind.arranger.loop.MusicalKey;
import loopmind.mixer.render.RenderProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongMidiTest {

  @TempDir Path folder;
  private SmallSong small;
  private Path file;

  @BeforeEach
  void song() {
    small = new SmallSong(folder);
    file = folder.resolve("song.mid");
  }

  private Sequence written() throws IOException, InvalidMidiDataException {
    SongMidi.write(small.song(), small, file, RenderProgress.NONE);
    return MidiSystem.getSequence(file.toFile());
  }

  private static List<String> metas(Track track, int type) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < track.size(); i++) {
      MidiEvent event = track.get(i);
      if (event.getMessage() instanceof MetaMessage meta && meta.getType() == type) {
        found.add(event.getTick() + " " + new String(meta.getData(), StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  private static byte[] meta(Track track, int type) {
    for (int i = 0; i < track.size(); i++) {
      if (track.get(i).getMessage() instanceof MetaMessage meta && meta.getType() == type) {
        return meta.getData();
      }
    }
    throw new AssertionError("There is no meta event " + type);
  }

  /** Beat, key and length in beats of each note, as text. */
  private static List<String> notes(Track track) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < track.size(); i++) {
      MidiEvent event = track.get(i);
      if (event.getMessage() instanceof ShortMessage on && on.getCommand() == 0x90) {
        long end = -1;
        for (int j = i; j < track.size() && end < 0; j++) {
          if (track.get(j).getMessage() instanceof ShortMessage off
              && off.getCommand() == 0x80
              && off.getData1() == on.getData1()) {
            end = track.get(j).getTick();
          }
        }
        notes.add(
            "%s:%d:%s"
                .formatted(
                    event.getTick() / 960.0, on.getData1(), (end - event.getTick()) / 960.0));
      }
    }
    return notes;
  }

  @Test
  void aParserReadsTempoMeterKeyAndSections() throws Exception {
    Sequence sequence = written();
    assertThat(MidiSystem.getMidiFileFormat(file.toFile()).getType()).isEqualTo(1);
    assertThat(sequence.getResolution()).isEqualTo(960);
    assertThat(sequence.getTracks()).hasSize(4);
    Track first = sequence.getTracks()[0];
    assertThat(meta(first, 0x51)).containsExactly(0x07, 0xA1, 0x20); // 500,000 µs a beat
    assertThat(meta(first, 0x58)).containsExactly(4, 2, 24, 8);
    assertThat(meta(first, 0x59)).containsExactly(-1, 1); // one flat, minor
    assertThat(metas(first, 0x06)).containsExactly("0 Intro", "7680 Hook 1", "11520 Hook 2");
    assertThat(sequence.getTickLength()).isEqualTo(4 * 4 * 960);
  }

  @Test
  void drumsHaveANoteForEachHitOfTheirLoopWithinItsPlacement() throws Exception {
    List<String> notes = notes(written().getTracks()[1]);
    // the loop is read from its second beat: snare, hat, kick, hat, snare, hat
    List<String> bar = new ArrayList<>();
    for (double bars : new double[] {0, 8, 12}) {
      int[] keys = {38, 42, 36, 42, 38, 42};
      for (int i = 0; i < keys.length; i++) {
        bar.add("%s:%d:0.125".formatted(bars + 1 + i / 2.0, keys[i]));
      }
    }
    assertThat(notes).containsExactlyElementsOf(bar);
  }

  @Test
  void otherRolesHaveANoteForEachPlacementOnTheTonicAndNoneWhereMuted() throws Exception {
    Sequence sequence = written();
    assertThat(notes(sequence.getTracks()[2])).containsExactly("8.0:38:4.0"); // D, bass
    assertThat(metas(sequence.getTracks()[2], 0x01)).containsExactly("7680 Bass");
    // the hit is 2.4 s long, which is 4.8 beats, and its placement 4
    assertThat(notes(sequence.getTracks()[3])).containsExactly("4.0:50:4.0");
  }

  @Test
  void theSameSongGivesTheSameBytes() throws Exception {
    written();
    SongMidi.write(small.song(), small, folder.resolve("again.mid"), RenderProgress.NONE);
    assertThat(folder.resolve("again.mid")).hasSameBinaryContentAs(file);
  }

  @Test
  void keysHaveTheSignaturesOfTheCircleOfFifths() {
    assertThat(SongMidi.sharps(new MusicalKey(0, Mode.MAJOR))).isZero();
    assertThat(SongMidi.sharps(new MusicalKey(7, Mode.MAJOR))).isEqualTo(1);
    assertThat(SongMidi.sharps(new MusicalKey(6, Mode.MAJOR))).isEqualTo(6);
    assertThat(SongMidi.sharps(new MusicalKey(0, Mode.MINOR))).isEqualTo(-3);
    assertThat(SongMidi.sharps(new MusicalKey(9, Mode.MINOR))).isZero();
  }
}
