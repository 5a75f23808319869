package vn.toancanh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ChildJvmTest {
    private static final String ARCHIVES = "toancanh.archives";
    private static final String NOTE = "toancanh.archives.note";
    private static final String MORE = "toancanh.jvm.more";
    private static final String FIRST = "toancanh.classes.first";

    @TempDir
    Path folder;

    private final ChildJvm jvm = ChildJvm.asThisOne();
    /** The suite itself may say something here. */
    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void begin() {
        for (String property : List.of(ARCHIVES, NOTE, MORE, FIRST)) {
            before.put(property, System.getProperty(property, ""));
            System.clearProperty(property);
        }
        System.setProperty(ARCHIVES, folder.toString());
    }

    @AfterEach
    void end() {
        before.forEach((property, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }

    @Test
    void flagsForAllGoToEveryProcessAndItsChildren() {
        System.setProperty(MORE, "-Xshare:auto -Dx=y");
        String handedOn = "-D" + MORE + "=-Xshare:auto -Dx=y";
        assertThat(jvm.wallCommand(List.of("client"))).containsSubsequence("-Xshare:auto", "-Dx=y", handedOn, "-cp");
        assertThat(jvm.workerFlags(1)).contains("-Xshare:auto", "-Dx=y", handedOn);
        assertThat(jvm.relayCommand(List.of())).contains("-Xshare:auto", "-Dx=y", handedOn);
    }

    @Test
    void theProductsJarsMayStandBeforeTheClassesOfThisProcess() {
        System.setProperty(FIRST, "/lib/*");
        assertThat(ChildJvm.asThisOne().classes())
                .isEqualTo("/lib/*" + File.pathSeparator + System.getProperty("java.class.path"));
    }

    private String record(String kind) {
        return "-XX:AOTConfiguration=" + folder.resolve(kind + ".77.noted");
    }

    private String use(String kind) {
        return "-XX:AOTCache=" + folder.resolve(kind + ".aot");
    }

    @Test
    void withoutArchivesAProcessStartsPlainly() {
        assertThat(jvm.wallCommand(List.of("client"))).noneMatch(flag -> flag.startsWith("-XX:AOT"));
        assertThat(jvm.workerFlags(1)).first().asString().startsWith("@").endsWith("worker.args");
        assertThat(jvm.workerFlags(1)).noneMatch(flag -> flag.startsWith("-XX:AOT"));
    }

    @Test
    void clientAndServerHaveFlagsOfTheirOwnAndOtherCommandsThoseOfServices() {
        for (String command : List.of("client", "server")) {
            assertThat(jvm.wallCommand(List.of(command, "--data", "x")))
                    .element(2)
                    .asString()
                    .endsWith(command + ".args");
        }
        for (String command : List.of("simulate", "demo", "audit")) {
            assertThat(jvm.wallCommand(List.of(command))).element(2).asString().endsWith("service.args");
        }
    }

    @Test
    void aRunThatNotesHasTheClientAndItsFirstWorkerNoted() {
        System.setProperty(NOTE, "77");
        assertThat(jvm.wallCommand(List.of("client"))).contains("-XX:AOTMode=record", record("client"));
        assertThat(jvm.workerFlags(1)).contains("-XX:AOTMode=record", record("worker"));
        assertThat(jvm.workerFlags(2)).as("two would write into one file").hasSize(1);
        assertThat(jvm.wallCommand(List.of("server"))).noneMatch(flag -> flag.startsWith("-XX:AOT"));
        assertThat(jvm.relayCommand(List.of())).noneMatch(flag -> flag.startsWith("-XX:AOT"));
    }

    @Test
    void aClientWhoseOwnIsReadyStillHasItsWorkerNoted() throws Exception {
        System.setProperty(NOTE, "77");
        Files.createFile(folder.resolve("client.aot"));
        assertThat(jvm.wallCommand(List.of("client"))).contains(use("client"), "-D" + NOTE + "=77");
    }

    @Test
    void whatIsReadyIsUsedByAllOfItsKindEvenInARunThatNotes() throws Exception {
        System.setProperty(NOTE, "77");
        for (String kind : List.of("client", "worker", "service")) {
            Files.createFile(folder.resolve(kind + ".aot"));
        }
        assertThat(jvm.wallCommand(List.of("client"))).contains(use("client")).doesNotContain("-XX:AOTMode=record");
        assertThat(jvm.workerFlags(1)).contains(use("worker")).doesNotContain("-XX:AOTMode=record");
        assertThat(jvm.workerFlags(2)).contains(use("worker"));
        assertThat(jvm.wallCommand(List.of("server"))).contains(use("service"));
    }
}
