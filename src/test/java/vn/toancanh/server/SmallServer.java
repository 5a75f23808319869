package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Main;

/** A server as {@code ./wall server} starts it, a process of its own, on a machine with little memory. */
final class SmallServer implements AutoCloseable {
    private static final Pattern PASSWORD = Pattern.compile("once\\): (\\S+)");
    private static final Pattern LISTENS = Pattern.compile("The server listens at (http://[0-9.:]+);");

    private final Path folder;
    final Process process;
    final URI uri;
    final String password;

    /** @param flags of its JVM beside the usual ones */
    SmallServer(Path folder, List<String> flags) throws IOException, InterruptedException {
        this.folder = folder;
        List<String> command = new ArrayList<>(ChildJvm.asThisOne()
                .command(
                        "server",
                        flags,
                        Main.class.getName(),
                        List.of(
                                "server",
                                "--plain",
                                // No relay beside it: with so little memory that is a matter of its own.
                                "--offline-grace",
                                "0",
                                "--data",
                                folder.resolve("server").toString(),
                                "--lang",
                                "en")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        process = builder.start();
        uri = URI.create(said(LISTENS));
        password = said(PASSWORD);
    }

    /** Waits until it says that; lines of its log may stand between any two that it says, for tests log there too. */
    private String said(Pattern what) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (true) {
            boolean alive = process.isAlive();
            String said = Files.readString(folder.resolve("out.txt"));
            Matcher matcher = what.matcher(said);
            if (matcher.find()) {
                return matcher.group(1);
            }
            assertThat(alive && System.nanoTime() < end)
                    .as("runs, and may take its time; it said " + said + Files.readString(folder.resolve("err.txt")))
                    .isTrue();
            Thread.sleep(100);
        }
    }

    @Override
    public void close() {
        process.destroy();
        assertThat(process.onExit().orTimeout(60, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(61));
    }
}
