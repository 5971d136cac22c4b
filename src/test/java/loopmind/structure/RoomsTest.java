package loopmind.structure;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The line of rooms, and which library lives in which of them. */
@AnalyzeClasses(packages = "loopmind", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

  @ArchTest
  static final ArchRule ROOMS_STAND_IN_ONE_LINE =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("arranger")
          .definedBy("loopmind.arranger..")
          .layer("mixer")
          .definedBy("loopmind.mixer..")
          .layer("library")
          .definedBy("loopmind.library..")
          .layer("tools")
          .definedBy("loopmind.tools..")
          .layer("assistant")
          .definedBy("loopmind.assistant..")
          .layer("ui")
          .definedBy("loopmind.ui..")
          .whereLayer("ui")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("assistant")
          .mayOnlyBeAccessedByLayers("ui")
          .whereLayer("tools")
          .mayOnlyBeAccessedByLayers("assistant", "ui")
          .whereLayer("library")
          .mayOnlyBeAccessedByLayers("tools", "assistant", "ui")
          .whereLayer("mixer")
          .mayOnlyBeAccessedByLayers("library", "tools", "assistant", "ui");

  @ArchTest
  static final ArchRule UNITS_KNOW_NOTHING_ELSE_OF_US =
      noClasses()
          .that()
          .resideInAPackage("loopmind.arranger.units")
          .should()
          .dependOnClassesThat(
              resideInAPackage("loopmind..").and(not(resideInAPackage("loopmind.arranger.units"))));

  @ArchTest
  static final ArchRule LOOPS_SEE_ONLY_UNITS =
      noClasses()
          .that()
          .resideInAPackage("loopmind.arranger.loop")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "loopmind.arranger.song..", "loopmind.arranger.choose..", "loopmind.arranger.plan..");

  @ArchTest
  static final ArchRule SONGS_SEE_NEITHER_CHOICE_NOR_PLAN =
      noClasses()
          .that()
          .resideInAPackage("loopmind.arranger.song")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("loopmind.arranger.choose..", "loopmind.arranger.plan..");

  @ArchTest
  static final ArchRule CHOICE_DOES_NOT_SEE_THE_PLAN =
      noClasses()
          .that()
          .resideInAPackage("loopmind.arranger.choose")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("loopmind.arranger.plan..");

  @ArchTest
  static final ArchRule SOUND_FLOWS_ONE_WAY_IN_THE_MIXER =
      noClasses()
          .that()
          .resideInAnyPackage(
              "loopmind.mixer.audio..",
              "loopmind.mixer.dsp..",
              "loopmind.mixer.stretch..",
              "loopmind.mixer.mix..",
              "loopmind.mixer.master..",
              "loopmind.mixer.measure..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("loopmind.mixer.render..");

  @ArchTest
  static final ArchRule NO_PACKAGES_GO_ROUND_IN_CIRCLES =
      slices().matching("loopmind.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule GRAPHS_ARE_HIDDEN_BEHIND_THE_SONG =
      onlyIn("org.jgrapht..", "loopmind.arranger.song..");

  @ArchTest
  static final ArchRule NETWORKS_RUN_IN_FOUR_PLACES =
      onlyIn(
          "ai.djl..",
          "loopmind.arranger.plan..",
          "loopmind.arranger.choose..",
          "loopmind.library.listen..",
          "loopmind.assistant.intent..");

  @ArchTest
  static final ArchRule LANGUAGE_MODELS_ARE_LOADED_IN_ONE_PLACE =
      onlyIn("de.kherud..", "loopmind.assistant.runtime..");

  @ArchTest
  static final ArchRule FFMPEG_IS_HIDDEN_BEHIND_AUDIO_FILES =
      onlyIn("org.bytedeco..", "loopmind.mixer.audio..");

  @ArchTest
  static final ArchRule ARCHIVES_ARE_OPENED_BY_INGEST =
      onlyIn("org.apache.commons.compress..", "loopmind.library.ingest..");

  @ArchTest
  static final ArchRule INDEXES_ARE_HIDDEN_BEHIND_THEIR_PORT =
      onlyIn("org.apache.lucene..", "loopmind.library.index..");

  @ArchTest
  static final ArchRule QDRANT_IS_HIDDEN_BEHIND_THE_SAME_PORT =
      onlyIn("io.qdrant..", "loopmind.library.index..");

  @ArchTest
  static final ArchRule TERMINALS_BELONG_TO_THE_COMMAND_LINE =
      onlyIn("org.jline..", "loopmind.ui.cli..");

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_DOES_NOT_WAIT_FOR_SPRING =
      noClasses()
          .that(resideInAPackage("loopmind.ui.cli.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "com.vaadin..");

  @ArchTest
  static final ArchRule SPRING_AND_VAADIN_STAY_IN_UI =
      noClasses()
          .that(not(resideInAPackage("loopmind.ui..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "com.vaadin..");

  @ArchTest
  static final ArchRule SOUND_IS_MADE_WITHOUT_FILES =
      noClasses()
          .that()
          .resideInAPackage("loopmind.mixer.dsp..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.time..");

  @ArchTest
  static final ArchRule ONLY_TOOLS_CHANGE_THE_SONG_ON_THE_DESK =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .haveFullyQualifiedName("loopmind.tools.SongDesk")
          .and()
          .haveNameMatching("apply|lay|move")
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule CLASSES_ARE_FINAL_UNLESS_THEY_ARE_MEANT_TO_BE_EXTENDED =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .areTopLevelClasses()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .and()
          .haveSimpleNameNotContaining("package-info")
          .should()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Service");

  private static ArchRule onlyIn(String library, String... rooms) {
    return noClasses()
        .that(not(resideInAnyPackage(rooms)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }
}
