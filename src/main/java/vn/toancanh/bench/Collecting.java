package vn.toancanh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Has Java processes collect their garbage, so that what they take of a machine afterwards is what they hold. A heap that
 * may grow does so before it is collected, which looks like a leak for as long as a drill takes.
 */
final class Collecting {
    private static final long PATIENCE_SECONDS = 20;

    private final Path program;

    private Collecting(Path program) {
        this.program = program;
    }

    /** By the JDK's own program; where there is none, nothing is collected. */
    static Collecting ofThisJdk() {
        return new Collecting(Path.of(System.getProperty("java.home", ""), "bin", "jcmd"));
    }

    /** True where processes can be asked. */
    boolean possible() {
        return Files.isExecutable(program);
    }

    /** Asks each and waits until all have done so. */
    void collect(List<ProcessHandle> processes) throws IOException, InterruptedException {
        if (!possible()) {
            return;
        }
        List<Process> asking = new ArrayList<>();
        for (ProcessHandle each : processes) {
            asking.add(new ProcessBuilder(program.toString(), Long.toString(each.pid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        for (Process each : asking) {
            if (!each.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                each.destroyForcibly();
            }
        }
    }
}
