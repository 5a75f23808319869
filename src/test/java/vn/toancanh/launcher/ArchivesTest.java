package vn.toancanh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.launcher.LauncherTest.Said;

/** Classes kept ready: what a run notes, and what becomes of it, with a program in Java's place. */
@DisabledOnOs(OS.WINDOWS)
class ArchivesTest {
    /** Writes where it is told to make an archive. */
    private static final String MAKES =
            "for word; do case $word in -XX:AOTCache=*) echo made >\"${word#*=}\";; esac; done";

    /** No process has that number: it is beyond what a kernel gives. */
    private static final String GONE = "999999999";

    @TempDir
    Path folder;

    private Path archives;

    @BeforeEach
    void begin() throws IOException {
        archives = Files.createDirectories(folder.resolve("app/archives"));
        java(MAKES);
    }

    private void java(String body) throws IOException {
        Files.createDirectories(folder.resolve("jdk/bin"));
        LauncherTest.program(folder.resolve("jdk/bin/java"), body);
    }

    private void noted(String kind, String run, String content) throws IOException {
        Files.writeString(archives.resolve(kind + "." + run + ".noted"), content);
    }

    private Said sh(String script) throws IOException, InterruptedException {
        String begin = LauncherTest.source("say", "archives") + "app='" + folder + "/app'; JAVA_HOME='" + folder
                + "/jdk'; java_pid=; ";
        return LauncherTest.sh(folder, begin + script, Map.of());
    }

    private boolean ready(String kind) {
        return Files.exists(archives.resolve(kind + ".aot"));
    }

    private long files() throws IOException {
        try (var all = Files.list(archives)) {
            return all.count();
        }
    }

    @Test
    void ofEveryKindThatARunNotedAnArchiveIsMadeAndTheNotesGo() throws Exception {
        noted("client", GONE, "classes");
        noted("worker", GONE, "classes");
        Said said = sh("make_archives " + GONE);
        assertThat(said.status()).isZero();
        assertThat(ready("client")).isTrue();
        assertThat(ready("worker")).isTrue();
        assertThat(files()).as("no notes and no halves are left").isEqualTo(2);
        assertThat(said.err().lines()).containsExactly("Making the next starts quicker…");
    }

    @Test
    void whatCannotBeMadeLeavesNothing() throws Exception {
        java("exit 1");
        noted("client", GONE, "classes");
        assertThat(sh("make_archives " + GONE).status()).isZero();
        assertThat(files()).isZero();
    }

    @Test
    void notesOfARunThatIsGoneAreUsedAndThoseOfOneThatGoesOnAreLeft() throws Exception {
        noted("client", GONE, "classes");
        noted("service", GONE, "");
        noted("worker", Long.toString(ProcessHandle.current().pid()), "classes");
        assertThat(sh("use_earlier_notes").status()).isZero();
        assertThat(ready("client")).isTrue();
        assertThat(ready("service")).as("it had written nothing down").isFalse();
        assertThat(ready("worker")).isFalse();
        assertThat(files()).isEqualTo(2);
    }

    @Test
    void aRunNotesOnlyWhileSomethingIsMissingThatItUses() throws Exception {
        Files.createFile(archives.resolve("client.aot"));
        assertThat(sh("begin_noting client worker; printf %s \"${noting:+noting}\"")
                        .out())
                .isEqualTo("noting");
        Files.createFile(archives.resolve("worker.aot"));
        assertThat(sh("begin_noting client worker; printf %s \"${noting:+noting}\"")
                        .out())
                .isEmpty();
        assertThat(sh("begin_noting service client worker; printf %s \"${noting:+noting}\"")
                        .out())
                .isEqualTo("noting");
    }

    @Test
    void aRehearsalIsHeldOnceInFoldersOfItsOwn() throws Exception {
        String stage = "run_java() { echo \"$* in $XDG_DATA_HOME\"; for kind in service client worker; do"
                + " echo classes >\"$app/archives/$kind.$noting.noted\"; done; }; XDG_DATA_HOME=/kept; ";
        Said said = sh(
                stage.replace("echo \"$*", "echo >&3 \"$*") + "exec 3>said; rehearse; rehearse; echo $XDG_DATA_HOME");
        assertThat(said.status()).isZero();
        assertThat(said.out().strip()).isEqualTo("/kept");
        assertThat(Files.readAllLines(folder.resolve("said")))
                .singleElement()
                .asString()
                .startsWith("service demo --tiles")
                .doesNotContain("/kept");
        assertThat(ready("service") && ready("client") && ready("worker")).isTrue();
    }

    private Said quickened(String here) throws Exception {
        return sh(LauncherTest.source("tested") + "here='" + here
                + "'; build() { echo built >&2; }; unset XDG_CACHE_HOME;"
                + " rehearse() { echo \"scenes in $XDG_CACHE_HOME\" >&2; }; quicken_tests;"
                + " printf '%s|%s' \"$test_flags\" \"${XDG_CACHE_HOME-}\"");
    }

    @Test
    void testsStartTheBuiltJarsWithWhatARehearsalKeptReady() throws Exception {
        Said said = quickened(folder.toString());
        assertThat(said.err().lines()).containsExactly("built", "scenes in " + folder + "/target/test-cache");
        assertThat(said.out())
                .isEqualTo("-Dtoancanh.classes.first=" + folder + "/app/lib/* -Dtoancanh.archives=" + folder
                        + "/app/archives -Dtoancanh.jvm.more=-XX:TieredStopAtLevel=1|");
    }

    @Test
    void aFolderWhoseNameWouldBeTakenApartIsTestedSlowly() throws Exception {
        for (String name : new String[] {"/my folder", "/a\"b", "/a\\b"}) {
            assertThat(quickened(name)).isEqualTo(new Said(0, "|", ""));
        }
    }
}
