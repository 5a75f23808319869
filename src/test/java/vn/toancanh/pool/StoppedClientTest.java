package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.Clock;

/** A client with real workers that is stopped: its windows would say LIVE for as long as it is. */
@Tag("slow")
@Timeout(240)
@EnabledOnOs(OS.LINUX)
class StoppedClientTest {
    @TempDir
    Path logs;

    private final Set<Long> workers = ConcurrentHashMap.newKeySet();
    private Process client;
    private volatile long child;

    /** Leads a process group, as whatever a shell starts does. */
    @BeforeEach
    void start() throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + logs));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), ClientToBeKilled.class.getName()));
        line.add(logs.toString());
        client = new ProcessBuilder(line).redirectErrorStream(true).start();
        Thread reader = new Thread(() -> client.inputReader().lines().forEach(said -> {
            if (said.startsWith("worker ")) {
                workers.add(Long.parseLong(said.substring(7)));
            } else if (said.startsWith("child ")) {
                child = Long.parseLong(said.substring(6));
            }
        }));
        reader.setDaemon(true);
        reader.start();
        Patience.until("two workers are ready", () -> workers.size() >= 2);
    }

    @AfterEach
    void endIt() {
        ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        client.destroyForcibly();
    }

    private void kill(String signal, String... whom) throws Exception {
        List<String> line = new ArrayList<>(List.of("kill", "-" + signal, "--"));
        line.addAll(List.of(whom));
        Process kill = new ProcessBuilder(line).inheritIO().start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Whom {@code pkill} would find by the client's name: of the client and what it started. */
    private List<String> ofItsName() throws IOException {
        List<Long> all = new ArrayList<>(List.of(client.pid()));
        client.descendants().forEach(each -> all.add(each.pid()));
        List<String> found = new ArrayList<>();
        for (long pid : all) {
            if (nameOf(pid).equals(nameOf(client.pid()))) {
                found.add(Long.toString(pid));
            }
        }
        return found;
    }

    private static String nameOf(long pid) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), "comm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the client alone", "its group", "all of its name"})
    void itIsEndedBySeveralSecondsAndItsWorkersWithIt(String who) throws Exception {
        List<String> whom = switch (who) {
            case "its group" -> List.of("-" + client.pid());
            case "all of its name" -> ofItsName();
            default -> List.of(Long.toString(client.pid()));
        };
        long from = Clock.SYSTEM.nanos();
        kill("STOP", whom.toArray(String[]::new));
        assertThat(client.waitFor(20, TimeUnit.SECONDS)).as("it is ended").isTrue();
        System.out.println("stopped " + who + ": ended after " + (Clock.SYSTEM.nanos() - from) / 1_000_000 + " ms");
        assertThat(client.exitValue()).isEqualTo(128 + 9);
        assertThat(Duration.ofNanos(Clock.SYSTEM.nanos() - from)).isGreaterThan(Duration.ofMillis(1900));
        Patience.until("its workers are gone", () -> workers.stream().noneMatch(Patience::lives));
        if (who.equals("its group")) {
            Patience.until("what was stopped with it is gone", () -> !Patience.lives(child));
        }
    }

    @Test
    void oneThatGoesOnSoonIsLeftAlone() throws Exception {
        for (int i = 0; i < 4; i++) {
            kill("STOP", "-" + client.pid());
            Patience.pause(1500);
            kill("CONT", "-" + client.pid());
            Patience.pause(1200);
        }
        assertThat(client.isAlive()).isTrue();
        assertThat(workers).allMatch(Patience::lives);
    }
}
