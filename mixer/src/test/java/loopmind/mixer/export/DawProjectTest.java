package loopmind.mixer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.render.RenderProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DawProjectTest {

  @TempDir Path folder;
  private SmallSong small;
  private Map<String, byte[]> entries;
  private Document project;

  @BeforeEach
  void write() throws Exception {
    small = new SmallSong(folder);
    entries = entries(written("song.dawproject"));
    project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(entries.get("project.xml")));
  }

  private Path written(String name) {
    Path file = folder.resolve(name);
    DawProject.write(small.song("Rock & <Roll> \u0001"), small, file, RenderProgress.NONE);
    return file;
  }

  private static Map<String, byte[]> entries(Path zip) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private List<Element> all(String tag) {
    return all(project.getDocumentElement(), tag);
  }

  private static List<Element> all(Element within, String tag) {
    NodeList found = within.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private List<Element> clipsOf(String track) {
    String id =
        all("Track").stream()
            .filter(one -> one.getAttribute("name").equals(track))
            .findFirst()
            .orElseThrow()
            .getAttribute("id");
    return all("Lanes").stream()
        .filter(lanes -> lanes.getAttribute("track").equals(id))
        .flatMap(lanes -> all(lanes, "Clip").stream())
        .toList();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void tempoMeterAndSectionsAreThoseOfTheSong() {
    assertThat(number(all("Tempo").getFirst(), "value")).isEqualTo(120);
    assertThat(all("TimeSignature").getFirst().getAttribute("numerator")).isEqualTo("4");
    assertThat(all("Marker"))
        .extracting(marker -> marker.getAttribute("name") + " " + marker.getAttribute("time"))
        .containsExactly("Intro 0.0", "Hook 1 8.0", "Hook 2 12.0");
  }

  @Test
  void eachRoleHasATrackWithItsClipsOnTheirBeats() {
    assertThat(all("Track"))
        .extracting(track -> track.getAttribute("name"))
        .containsExactly("Drums", "Bass", "Fx", "Master");
    assertThat(clipsOf("Drums"))
        .extracting(clip -> clip.getAttribute("time"))
        .containsExactly("1.0", "9.0", "13.0");
    Element clip = clipsOf("Drums").getFirst();
    assertThat(clip.getAttribute("name")).isEqualTo("My <Drums> & \"Kit\"");
    assertThat(number(clip, "duration")).isEqualTo(3);
    assertThat(number(clip, "playStart")).isEqualTo(1);
    assertThat(number(clip, "loopEnd")).isEqualTo(4);
    assertThat(number(clipsOf("Bass").getFirst(), "playStart")).isEqualTo(4);
  }

  @Test
  void warpsTieTheTimeOfALoopToTheBeatsOfTheSong() {
    List<Element> drums = all(clipsOf("Drums").getFirst(), "Warp");
    assertThat(number(drums.get(0), "contentTime")).isZero();
    assertThat(number(drums.get(1), "time")).isEqualTo(4);
    // four beats at 100 BPM
    assertThat(number(drums.get(1), "contentTime")).isCloseTo(2.4, within(1e-9));
    List<Element> hit = all(clipsOf("Fx").getFirst(), "Warp");
    // a hit keeps its own speed: 2.4 s are 4.8 beats at 120 BPM
    assertThat(number(hit.get(1), "time")).isCloseTo(4.8, within(1e-6));
    assertThat(clipsOf("Fx").getFirst().hasAttribute("loopEnd")).isFalse();
  }

  @Test
  void shiftGainAndMuteOfALayerAreInItsClips() {
    assertThat(clipsOf("Bass"))
        .extracting(clip -> clip.getAttribute("enable"))
        .containsExactly("true", "false");
    Element shift = all(clipsOf("Bass").getFirst(), "Points").getFirst();
    assertThat(all(shift, "Target").getFirst().getAttribute("expression")).isEqualTo("transpose");
    assertThat(number(all(shift, "RealPoint").getFirst(), "value")).isEqualTo(2);
    assertThat(all(clipsOf("Drums").getFirst(), "Points")).isEmpty();
    Element quieter = all(clipsOf("Drums").get(1), "RealPoint").getFirst();
    // 6 dB below the other clips of its track
    assertThat(number(quieter, "value")).isCloseTo(0.501, within(1e-3));
  }

  @Test
  void eachLoopIsThereOnceAsRecorded() throws IOException {
    List<String> audio = entries.keySet().stream().filter(e -> e.startsWith("audio/")).toList();
    assertThat(audio).hasSize(3).allMatch(name -> name.matches("audio/[A-Za-z0-9-]+\\.wav"));
    assertThat(all("File")).extracting(file -> file.getAttribute("path")).isSubsetOf(audio);
    for (String name : audio) {
      Path copy = Files.write(folder.resolve("copy.wav"), entries.get(name));
      String id = name.substring(name.lastIndexOf('-') + 1, name.length() - 4);
      float[] recorded = AudioFiles.read(folder.resolve(id + ".wav")).channel(0);
      assertThat(AudioFiles.read(copy).channel(0)).containsExactly(recorded);
    }
  }

  @Test
  void theSameSongGivesTheSameBytes() {
    assertThat(written("again.dawproject"))
        .hasSameBinaryContentAs(folder.resolve("song.dawproject"));
  }

  @Test
  void isValidAgainstThePublishedSchemaWhereThatIsAtHand() throws Exception {
    Path schemas = Path.of("").toAbsolutePath();
    while (schemas != null && !Files.isDirectory(schemas.resolve("shared/data/dawproject"))) {
      schemas = schemas.getParent();
    }
    assumeThat(schemas).isNotNull();
    for (String name : List.of("Project", "MetaData")) {
      String entry = name.equals("Project") ? "project.xml" : "metadata.xml";
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(schemas.resolve("shared/data/dawproject/" + name + ".xsd").toFile())
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(entries.get(entry))));
    }
  }
}
