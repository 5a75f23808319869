package vn.toancanh.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A run with a folder of its own and a process that writes there: {@code RunToBeEnded PARENT}. With {@code again} it starts another such
 * process when the first has ended, as whoever puts things in order may.
 */
final class RunToBeEnded {
    private RunToBeEnded() {}

    public static void main(String[] args) throws Exception {
        try (RunFolder folder = RunFolder.make(Path.of(args[0]), "test")) {
            Files.writeString(
                    Files.createDirectories(folder.path().resolve("a/b")).resolve("c"), "x");
            String writes = "while true; do date > now; sleep 0.01; done";
            Process child = new ProcessBuilder("sh", "-c", writes)
                    .directory(folder.path().toFile())
                    .start();
            System.out.println("ready " + child.pid() + " in " + folder.path());
            if (args.length > 1 && args[1].equals("again")) {
                child.waitFor();
                Files.writeString(
                        Path.of(args[2]),
                        Long.toString(new ProcessBuilder("sleep", "120").start().pid()));
            }
            Thread.sleep(args.length > 1 && args[1].equals("at once") ? 0 : 120_000);
            child.destroyForcibly().waitFor();
        }
    }
}
