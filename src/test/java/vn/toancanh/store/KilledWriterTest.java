package vn.toancanh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.catalogue.Cities;

/** A client killed in the middle of writing: what it said to be kept is there, and nothing is half there. */
@Tag("slow")
class KilledWriterTest {
    private static final CatalogueOwner OWNER = new CatalogueOwner(URI.create("https://a"), "anna");

    @TempDir
    Path folder;

    /** What those that are killed leave there. */
    @TempDir
    Path temporary;

    /** Writes for ever; prints each number once it is on the disk. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws IOException {
            ThreadLane desk = new ThreadLane("DESK");
            ClientDatabase database = ClientDatabase.open(Path.of(arguments[0]), desk, Clock.SYSTEM, failure -> {});
            for (int i = 0; ; i++) {
                database.preferences().save("count", Integer.toString(i));
                database.catalogue().save(OWNER, Cities.city(400, i));
                // Reading goes through the same lane, so it comes after both are written.
                String kept = database.preferences().load().getOrDefault("count", "none");
                System.out.write((kept + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
                System.out.flush();
            }
        }
    }

    @Test
    void nothingSaidToBeKeptIsLostAndNothingIsHalfThere() throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            int said = killAfter(4 + round * 3);
            ThreadLane desk = new ThreadLane("DESK");
            try (ClientDatabase database = ClientDatabase.open(folder, desk, Clock.SYSTEM, failure -> {})) {
                assertThat(database.notice()).isEmpty();
                Map<String, String> kept = database.preferences().load();
                // It goes on writing until it is killed, however long that takes.
                int count = Integer.parseInt(kept.getOrDefault("count", "-1"));
                assertThat(count).isGreaterThanOrEqualTo(said);
                CompletableFuture<Optional<CatalogueContents>> answer = new CompletableFuture<>();
                database.catalogue().load(OWNER, answer::complete);
                CatalogueContents contents =
                        answer.orTimeout(60, TimeUnit.SECONDS).join().orElseThrow();
                assertThat(contents)
                        .as("the cameras of the count, or of the one before while these were being written")
                        .isIn(Cities.city(400, count), Cities.city(400, Math.max(said, count - 1)));
            } finally {
                desk.close();
            }
        }
    }

    private int killAfter(int lines) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = victim.inputReader()) {
            String last = null;
            for (int i = 0; i < lines; ) {
                String line = said.readLine();
                assertThat(line).as("the victim ended by itself").isNotNull();
                if (line.matches("[0-9]+")) {
                    last = line;
                    i++;
                }
            }
            assertThat(last).isNotNull();
            return Integer.parseInt(last);
        } finally {
            victim.destroyForcibly();
            victim.waitFor(30, TimeUnit.SECONDS);
        }
    }
}
