package vn.toancanh.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.toancanh.base.Clock;
import vn.toancanh.server.store.DataFolder;

/**
 * What a first start leaves in its folder: all tables, and the accounts of {@link ServerFixture} with their hashes. It is made
 * once a process, for most tests begin with it, and it takes longer than most of what they do.
 */
final class FirstStart {
    private static final class Once {
        static final Map<String, byte[]> FILES = made();

        private static Map<String, byte[]> made() {
            try {
                Path folder = Files.createTempDirectory("first-start");
                try {
                    ServerFixture.fresh(ServerOptions.at(folder)).close();
                    Map<String, byte[]> files = new LinkedHashMap<>();
                    for (Path file : below(folder)) {
                        if (Files.isRegularFile(file)) {
                            files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                        }
                    }
                    return files;
                } finally {
                    for (Path each : below(folder).reversed()) {
                        Files.delete(each);
                    }
                }
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        private static List<Path> below(Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.sorted(Comparator.naturalOrder()).toList();
            }
        }
    }

    private FirstStart() {}

    /** Lays it down where there is nothing yet and time is the machine's. */
    static void into(ServerOptions options) throws IOException {
        Path folder = options.data();
        if (!options.clock().equals(Clock.SYSTEM) || (Files.exists(folder) && !isEmpty(folder))) {
            return;
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : Once.FILES.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
            DataFolder.restrict(path, "rw-------");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
