package vn.toancanh.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One command that was started. */
public final class Command {
    final Path out;
    final Path err;

    @SuppressWarnings("NullAway.Init") // set by the terminal before anybody gets this
    Process process;

    Command(Path out, Path err) {
        this.out = out;
        this.err = err;
    }

    public Process process() {
        return process;
    }

    /** Results so far. */
    public String out() {
        return read(out);
    }

    /** Words to the person so far. */
    public String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** Waits until the results hold that, gives its first group, and fails where the command ends first. */
    public String awaitOut(String pattern, Duration longest) throws InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            boolean alive = process.isAlive();
            Matcher matcher = Pattern.compile(pattern).matcher(out());
            if (matcher.find()) {
                return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
            }
            assertThat(alive).as(() -> "runs on; it said " + out() + err()).isTrue();
            assertThat(System.nanoTime() - begun)
                    .as(() -> "waiting for " + pattern + "; it said " + out() + err())
                    .isLessThan(longest.toNanos());
            Thread.sleep(100);
        }
    }

    /** Waits for its end and gives the exit status. */
    public int await(Duration longest) throws InterruptedException {
        assertThat(process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS))
                .as(() -> "ends in time; it said " + out() + err())
                .isTrue();
        return process.exitValue();
    }

    /** Asks it to end, as a terminal does, and waits. */
    public int end(Duration longest) throws InterruptedException {
        process.destroy();
        return await(longest);
    }
}
