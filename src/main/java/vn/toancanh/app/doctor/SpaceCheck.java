package vn.toancanh.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.toancanh.base.Texts;

/** Whether a folder can be written to and has room. */
final class SpaceCheck implements Check {
    /** Settings, kept catalogue, clips and logs, bytes. */
    static final long DISK_NEEDED = 1L << 30;
    /** Libraries and fonts that are unpacked while a process runs, bytes. */
    static final long TEMPORARY_NEEDED = 64L << 20;
    /** Pictures of a wall of 64 tiles in shared memory, bytes. */
    static final long SHARED_NEEDED = 256L << 20;

    private static final Path SHARED = Path.of("/dev/shm");

    private final Texts texts;
    private final String name;
    private final Path folder;
    private final long needed;
    private final boolean shared;

    private SpaceCheck(Texts texts, String name, Path folder, long needed, boolean shared) {
        this.texts = texts;
        this.name = name;
        this.folder = folder;
        this.needed = needed;
        this.shared = shared;
    }

    static SpaceCheck ofFolder(Texts texts, String name, Path folder, long needed) {
        return new SpaceCheck(texts, name, folder, needed, false);
    }

    static SpaceCheck ofSharedMemory(Texts texts) {
        return new SpaceCheck(texts, "shared-memory", SHARED, SHARED_NEEDED, true);
    }

    @Override
    public Finding look() {
        if (shared && !Files.isDirectory(folder)) {
            return Finding.ok(name, texts.get("doctor.sharedElsewhere"));
        }
        try {
            if (!shared) {
                Files.createDirectories(folder);
            }
            Files.delete(Files.createTempFile(folder, "toan-canh-", ".tmp"));
            // asks the system, not the table of mounts, which a container may lack
            long free = folder.toFile().getUsableSpace();
            String text = texts.get("doctor.space", folder.toString(), free >> 20);
            if (free >= needed) {
                return Finding.ok(name, text);
            }
            String advice = texts.get(shared ? "doctor.sharedAdvice" : "doctor.diskAdvice", needed >> 20);
            return free >= needed / 8 ? Finding.warning(name, text, advice) : Finding.problem(name, text, advice);
        } catch (IOException refused) {
            return Finding.problem(
                    name, texts.get("doctor.notWritable", folder.toString()), texts.get("doctor.notWritableAdvice"));
        }
    }
}
