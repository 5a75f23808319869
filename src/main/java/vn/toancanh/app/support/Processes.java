package vn.toancanh.app.support;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.toancanh.app.doctor.Probe;

/** Threads and memory of Java processes of ours, asked of themselves through the JDK's own program. Blocks. */
final class Processes {
    private static final long PATIENCE_SECONDS = 5;
    private static final List<String> QUESTIONS = List.of("Thread.print", "GC.heap_info", "VM.flags", "VM.uptime");

    private final Probe probe = new Probe();
    private final String asking;

    /** @param java the Java binary, beside which the JDK's other programs lie */
    Processes(Path java) {
        String end = java.toString().endsWith(".exe") ? ".exe" : "";
        asking = java.getParent() + File.separator + "jcmd" + end;
    }

    /** What the process says of itself; empty where it says nothing, as one does that is stopped. */
    String ask(long pid) {
        List<String> answers = new ArrayList<>();
        for (String question : QUESTIONS) {
            var said = probe.run(List.of(asking, Long.toString(pid), question), PATIENCE_SECONDS);
            if (said.isEmpty() || said.get().status() != 0) {
                break;
            }
            answers.add("== " + question + "\n" + said.get().text());
        }
        return String.join("\n", answers);
    }
}
