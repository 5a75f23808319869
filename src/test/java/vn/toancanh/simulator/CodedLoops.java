package vn.toancanh.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.toancanh.model.StreamRole;

/**
 * Where tests keep the loops that they have coded, each of which takes a processor some seconds: what one test has coded none
 * codes again, nor does the next run.
 */
public final class CodedLoops {
    /** The cache folder of all users' programs, as the product's processes are given it. */
    public static final Path CACHE_HOME = Path.of("target", "test-cache").toAbsolutePath();

    /** Where the product keeps loops in there. */
    public static final Path FOLDER = CACHE_HOME.resolve("toan-canh").resolve("clips");

    private CodedLoops() {}

    /** A folder with the loops of all sub streams that are there, for a test that looks at how the others come about. */
    static Path subStreams(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path loop : kept()) {
            if (loop.getFileName().toString().contains("-" + name(StreamRole.SUB) + "-")) {
                Files.copy(loop, folder.resolve(loop.getFileName()));
            }
        }
        return folder;
    }

    private static List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            // What another machine is writing meanwhile has another ending.
            return files.filter(file -> file.toString().matches(".*\\.h26[45]")).toList();
        }
    }

    private static String name(StreamRole role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }
}
