package vn.toancanh.bench;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import vn.toancanh.base.AbandonedFiles;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/**
 * A folder of a run's own among the short-lived files, {@code toancanh-KIND-PID-N}, gone at its end. A run that a signal ends
 * removes it too, after the processes it started; what a killed one left is removed by the next.
 */
public final class RunFolder implements Handle {
    private static final Pattern NAME = Pattern.compile("toancanh-[a-z]+-(\\d+)-\\d+");
    private static final long PATIENCE_MILLIS = 3000;
    private static final long STEP_MILLIS = 50;

    /** So long nothing more is started once all is gone. */
    private static final long QUIET_MILLIS = 500;

    private final Path path;
    private final Thread atSignal;

    private RunFolder(Path path) {
        this.path = path;
        this.atSignal = Threads.daemon("putting-away", this::signalled);
        Runtime.getRuntime().addShutdownHook(atSignal);
    }

    /**
     * Makes one among the short-lived files.
     *
     * @param kind lower-case letters
     */
    public static RunFolder make(String kind) throws IOException {
        return make(Path.of(System.getProperty("java.io.tmpdir", "/tmp")), kind);
    }

    static RunFolder make(Path parent, String kind) throws IOException {
        AbandonedFiles.sweepOthers(parent, NAME);
        String stem = "toancanh-" + kind + "-" + ProcessHandle.current().pid() + "-";
        for (int number = 0; ; number++) {
            try {
                return new RunFolder(Files.createDirectory(parent.resolve(stem + number), forItsOwnerAlone()));
            } catch (FileAlreadyExistsException taken) {
                // another of this process's own, or of one that had its number
            }
        }
    }

    private static FileAttribute<?>[] forItsOwnerAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    public Path path() {
        return path;
    }

    /** Processes of this run would make files again in what is removed under them. */
    private void signalled() {
        try {
            end();
            for (long waited = 0; waited < PATIENCE_MILLIS && !AbandonedFiles.delete(path); waited += STEP_MILLIS) {
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends what this run has started, and what it starts meanwhile: whoever waited for one of those processes goes on, and may start
     * another to put things in order.
     */
    private static void end() throws InterruptedException {
        Set<ProcessHandle> started = new LinkedHashSet<>();
        long quiet = 0;
        for (long waited = 0; waited < PATIENCE_MILLIS && quiet < QUIET_MILLIS; waited += STEP_MILLIS) {
            boolean more = destroyNew(started);
            quiet = more || anyLives(started) ? 0 : quiet + STEP_MILLIS;
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
        destroyNew(started);
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /** True where there were some. */
    private static boolean destroyNew(Set<ProcessHandle> started) {
        List<ProcessHandle> now = ProcessHandle.current().descendants().toList();
        boolean more = false;
        for (ProcessHandle each : now) {
            if (started.add(each)) {
                each.destroy();
                more = true;
            }
        }
        return more;
    }

    private static boolean anyLives(Collection<ProcessHandle> processes) {
        return processes.stream().anyMatch(ProcessHandle::isAlive);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atSignal);
        } catch (IllegalStateException ending) {
            // a signal came first; both remove it
        }
        AbandonedFiles.delete(path);
    }
}
