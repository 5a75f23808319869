package vn.toancanh;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Waiver;
import vn.toancanh.fences.House;
import vn.toancanh.fences.Tidy;

/** The fences of the house. Each is shown to hold, and to fail on a class that was made to break it. */
class ArchitectureTest {
    private static final String ROOT = "vn.toancanh";
    private static final String SEEDED = "vn.toancanh.seeded";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses SEEDS = new ClassFileImporter().importPackages(SEEDED);

    @TestFactory
    Stream<DynamicTest> everyFenceHolds() {
        return House.of(ROOT).names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> House.of(ROOT).check(name, HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> everyFenceFailsOnItsSeed() {
        House seeded = House.of(SEEDED);
        return seeded.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    String seed = SEEDED + "." + House.seedOf(name);
                    assertThat(seeded.complaints(name, SEEDS)).anyMatch(line -> line.contains(seed));
                }));
    }

    @Test
    void everySeedIsCaughtByAFence() {
        House seeded = House.of(SEEDED);
        Set<String> innocent = Set.of("app.Roof", "live.Low", "geo.Waived");
        List<String> all = seeded.names().stream()
                .flatMap(name -> seeded.complaints(name, SEEDS).stream())
                .toList();
        for (JavaClass each : SEEDS) {
            String inside = each.getName().substring(SEEDED.length() + 1);
            boolean caught = all.stream().anyMatch(line -> line.contains(each.getName()));
            assertThat(caught || innocent.contains(inside))
                    .as(inside + " is caught")
                    .isTrue();
        }
    }

    @Test
    void aWaivedClassPassesItsFenceOnly() {
        assertThat(House.of(SEEDED).complaints("threads only from base", SEEDS))
                .noneMatch(line -> line.contains("geo.Waived"));
    }

    @Test
    void everyWaiverNamesAFenceGivesAReasonAndIsNeeded() {
        assertThat(House.of(ROOT).idleWaivers(HOUSE)).isEmpty();
    }

    @Test
    void aNeedlessWaiverIsFound() {
        JavaClasses needless = new ClassFileImporter().importClasses(NeedlessWaiver.class);
        assertThat(House.of(ROOT).idleWaivers(needless)).hasSize(1);
    }

    @Test
    void theTopOfTheRepositoryHoldsOnlyWhatBelongsThere(@TempDir Path elsewhere) throws Exception {
        assertThat(Tidy.strangersAtTheTop(Path.of("."))).isEmpty();
        Files.createFile(elsewhere.resolve("notes.txt"));
        assertThat(Tidy.strangersAtTheTop(elsewhere)).containsExactly("notes.txt");
        git(elsewhere, "init", "-q");
        assertThat(Tidy.strangersAtTheTop(elsewhere)).as("left there, not kept").isEmpty();
        git(elsewhere, "add", "notes.txt");
        assertThat(Tidy.strangersAtTheTop(elsewhere)).containsExactly("notes.txt");
    }

    private static void git(Path folder, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void filesStayShort(@TempDir Path elsewhere) throws IOException {
        assertThat(Tidy.longFiles(Path.of("src"))).isEmpty();
        Files.writeString(elsewhere.resolve("Long.java"), "\n".repeat(Tidy.MOST_LINES + 1));
        assertThat(Tidy.longFiles(elsewhere)).hasSize(1);
    }

    @Test
    void everyPackageSaysWhatLivesThereAndIsNullMarked(@TempDir Path elsewhere) throws IOException {
        assertThat(Tidy.unmarkedPackages(Path.of("src/main/java"))).isEmpty();
        Files.writeString(elsewhere.resolve("Lonely.java"), "class Lonely {}");
        assertThat(Tidy.unmarkedPackages(elsewhere)).hasSize(1);
    }

    @Test
    void coloursStandInTheTokensOnly(@TempDir Path elsewhere) throws IOException {
        assertThat(Tidy.colours(Path.of("src/main"))).isEmpty();
        Files.writeString(elsewhere.resolve("view.css"), ".tile { -fx-fill: #ff8800; }");
        Files.writeString(elsewhere.resolve("View.java"), "Paint p = Color.web(\"amber\");");
        Files.writeString(elsewhere.resolve("tokens.css"), ".root { -amber: #ff8800; }");
        assertThat(Tidy.colours(elsewhere)).hasSize(2);
    }

    @Test
    void nothingIsPromisedForLater(@TempDir Path elsewhere) throws IOException {
        assertThat(Tidy.promises(Path.of("src"))).isEmpty();
        Files.writeString(elsewhere.resolve("Later.java"), "int x; // TO" + "DO");
        assertThat(Tidy.promises(elsewhere)).hasSize(1);
    }

    @Waiver(fence = "exit only in app", reason = "a seed: this class does not exit at all")
    private static final class NeedlessWaiver {}
}
