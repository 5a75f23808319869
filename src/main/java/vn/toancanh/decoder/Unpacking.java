package vn.toancanh.decoder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where JNA unpacks its own library, without which libVLC cannot be reached: its usual place on Linux (the user's cache), or
 * the temporary folder where the disk of that is full. JNA itself looks at the right to write only, not at the room.
 */
final class Unpacking {
    private static final String CHOICE = "jna.tmpdir";

    /** JNA's library with room to spare, bytes. */
    private static final long ROOM = 1L << 20;

    private Unpacking() {}

    /** Chooses the place, once, before JNA is touched; false where there is no room at all. */
    static boolean prepare() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return true;
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        Path usual = usual(System.getenv(), Path.of(System.getProperty("user.home", "/")));
        @Nullable String asked = System.getProperty(CHOICE);
        Optional<Path> place = Stream.of(asked == null ? usual : Path.of(asked), temporary)
                .filter(Unpacking::hasRoom)
                .findFirst();
        place.filter(found -> !found.equals(usual)).ifPresent(found -> System.setProperty(CHOICE, found.toString()));
        return place.isPresent();
    }

    static Path usual(Map<String, String> environment, Path home) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "").strip();
        return (cache.isEmpty() ? home.resolve(".cache") : Path.of(cache)).resolve("JNA/temp");
    }

    /** True where a file of that size can be written there, or below what of it exists. */
    static boolean hasRoom(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.isWritable(there) && there.toFile().getUsableSpace() >= ROOM;
    }
}
