package vn.toancanh.app.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Scratch;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.doctor.Doctor;
import vn.toancanh.app.doctor.Finding;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;

/** Writes the support bundle: all that helps whoever must find a fault, and no secret. */
public final class SupportRun {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    /** A disk with less is as good as full, bytes. */
    private static final long ROOM = 1L << 20;

    private final Surroundings given;
    private final Supplier<List<Finding>> doctor;

    public SupportRun(Surroundings given) {
        this(given, () -> new Doctor(given).look());
    }

    SupportRun(Surroundings given, Supplier<List<Finding>> doctor) {
        this.given = given;
        this.doctor = doctor;
    }

    /**
     * Gathers and writes it.
     *
     * @param out where to; a folder gets a file named by the time, as this process's own folder does where nothing is given
     * @param serverData the folder of a server's data, which only its operator knows
     * @throws FailureException RESOURCES where it cannot be written; nothing is left then
     */
    public int run(Optional<Path> out, Optional<Path> serverData) {
        Path target = target(out.orElse(Path.of("")).toAbsolutePath());
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FailureException(Failure.of(Failure.Kind.BAD_INPUT, "no folder for " + target)
                    .withText("support.noFolder", String.valueOf(folder)));
        }
        Scratch.prepare(given.folders().cache());
        given.say(given.texts().get("support.gathering"));
        try (Bundle bundle = Bundle.begin(target)) {
            new Contents(given, bundle, doctor).gather(serverData);
            long size = bundle.finish();
            given.out().println(given.texts().get("support.done", target.toString(), Math.max(1, size >> 10)));
        } catch (IOException refused) {
            throw new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot write " + target, refused)
                    .withText(isFull(folder, refused) ? "support.full" : "app.unwritable", target.toString()));
        }
        return Exit.DONE;
    }

    private Path target(Path out) {
        String stamp =
                STAMP.withZone(ZoneId.systemDefault()).format(given.clock().now());
        return Files.isDirectory(out) ? out.resolve("toan-canh-support-" + stamp + ".zip") : out;
    }

    private static boolean isFull(Path folder, IOException refused) {
        File disk = folder.toFile();
        // what is no disk, such as /proc, has no space at all
        return !(refused instanceof AccessDeniedException) && disk.getTotalSpace() > 0 && disk.getUsableSpace() < ROOM;
    }
}
