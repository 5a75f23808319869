package vn.toancanh.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.AbandonedFiles;

/**
 * Where libraries unpack what they need while this process runs: a folder of its own, which is gone at its end. What a
 * killed process left is removed by the next one.
 */
public final class Scratch {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
    private static final Pattern NAME = Pattern.compile("unpacked-(\\d+)");

    /** SQLite's library, with room to spare, bytes. */
    private static final long ROOM = 4L << 20;

    private static final String STICKS = "org.lwjgl.system.SharedLibraryExtractPath";

    private Scratch() {}

    /**
     * The flag that has SDL unpacked where this user alone writes, once for all runs: by itself it would go into the temporary folder, under a
     * name that others can take first. Where there is no room it goes there still.
     */
    public static String sticks(Path cache) {
        return "-D" + STICKS + "=" + sticksFolder(cache);
    }

    private static Path sticksFolder(Path cache) {
        return cache.resolve("sticks");
    }

    /**
     * Makes the folder and has SQLite's library unpacked there; where it cannot be made or its disk is full, that goes where
     * it always went.
     */
    public static void prepare(Path cache) {
        System.setProperty(STICKS, sticksFolder(cache).toString());
        try {
            Files.createDirectories(cache);
            AbandonedFiles.sweep(cache, NAME);
            if (cache.toFile().getUsableSpace() < ROOM) {
                LOG.warn("no room to unpack to in {}", cache);
                return;
            }
            Path own = Folders.madePrivate(
                    cache.resolve("unpacked-" + ProcessHandle.current().pid()));
            // Files are deleted in the reverse order of being named, so the library's go first.
            own.toFile().deleteOnExit();
            System.setProperty("org.sqlite.tmpdir", own.toString());
        } catch (IOException full) {
            LOG.warn("no folder to unpack to in {}", cache, full);
        }
    }
}
